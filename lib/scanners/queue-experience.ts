import type { Scanner } from "./scanner.ts";

export const queueExperience: Scanner = {
  key: "queue_experience",
  name: "Queue experience",
  version: "1",
  acceptedFrom: 0.5,
  says: {},
};
