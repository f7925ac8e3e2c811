import type { Scanner } from "./scanner.ts";

export const introduction: Scanner = {
  key: "introduction",
  name: "Introduction",
  version: "1",
  acceptedFrom: 0.5,
  says: {},
};
