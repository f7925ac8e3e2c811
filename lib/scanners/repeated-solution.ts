import type { Scanner } from "./scanner.ts";

export const repeatedSolution: Scanner = {
  key: "repeated_solution",
  name: "Repeated solution",
  version: "1",
  acceptedFrom: 0.5,
  says: {},
};
