import type { Scanner } from "./scanner.ts";

export const brokenHandoff: Scanner = {
  key: "broken_handoff",
  name: "Broken handoff",
  version: "1",
  acceptedFrom: 0.5,
  says: {},
};
