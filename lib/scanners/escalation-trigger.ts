import type { Scanner } from "./scanner.ts";

export const escalationTrigger: Scanner = {
  key: "escalation_trigger",
  name: "Why it was escalated",
  version: "1",
  acceptedFrom: 0.5,
  says: {},
};
