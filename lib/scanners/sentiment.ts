import type { Scanner } from "./scanner.ts";

export const sentiment: Scanner = {
  key: "sentiment",
  name: "Sentiment",
  version: "1",
  acceptedFrom: 0.5,
  says: {},
};
