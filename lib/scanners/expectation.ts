import type { Scanner } from "./scanner.ts";

export const expectation: Scanner = {
  key: "expectation",
  name: "Expectation message",
  version: "1",
  acceptedFrom: 0.5,
  says: {},
};
