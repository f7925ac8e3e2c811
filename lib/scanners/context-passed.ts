import type { Scanner } from "./scanner.ts";

export const contextPassed: Scanner = {
  key: "context_passed",
  name: "Context passed on",
  version: "1",
  acceptedFrom: 0.5,
  says: {},
};
