import type { Initiator, TriggerFamily } from "./assessed.ts";
import type { Trigger } from "./types.ts";

type Reading = { initiator: Initiator; family: TriggerFamily };

/** Who set the handoff going, and which family of triggers its declared trigger belongs to. */
export const READING: Record<Trigger, Reading> = {
  customer_request: { initiator: "customer", family: "customer_request" },
  topic_rule: { initiator: "rule", family: "topic" },
  customer_rule: { initiator: "rule", family: "customer" },
  sentiment: { initiator: "ai", family: "sentiment" },
  low_confidence: { initiator: "ai", family: "confidence" },
  no_kb_result: { initiator: "ai", family: "confidence" },
  repeated_failure: { initiator: "ai", family: "confidence" },
  ambiguous: { initiator: "ai", family: "confidence" },
  bot_error: { initiator: "operational", family: "unknown" },
  usage_limit: { initiator: "operational", family: "unknown" },
  outage: { initiator: "operational", family: "unknown" },
  manual_takeover: { initiator: "human_takeover", family: "unknown" },
  unknown: { initiator: "ai", family: "unknown" },
};
