import type { ImportRecord } from "./schema.ts";

/** One full record; the README and the settings page show it, a test imports it. */
export const EXAMPLE: ImportRecord = {
  format: "handoff-import/1",
  source: "acme-bot",
  id: "c-1042",
  revision: "2026-11-02T10:40:00Z",
  url: "https://desk.example.com/c/1042",
  channel: "web_chat",
  language: "en",
  subject: "Double charge",
  tags: ["billing"],
  topic: "billing",
  created_at: "2026-11-02T10:00:00Z",
  updated_at: "2026-11-02T10:40:00Z",
  status: "resolved",
  customer: {
    id: "u-9",
    name: "Kim",
    plan: "enterprise",
    vip: true,
    created_at: "2026-10-30T00:00:00Z",
    attributes: {},
  },
  participants: [
    { id: "bot-1", kind: "ai", name: "Helper", version: "4.2" },
    { id: "a-7", kind: "human", name: "Ray", team: "billing" },
  ],
  messages: [
    {
      id: "m1",
      at: "2026-11-02T10:00:00Z",
      author: { kind: "customer", id: "u-9" },
      text: "I was charged twice for October.",
    },
    {
      id: "m2",
      at: "2026-11-02T10:00:04Z",
      author: { kind: "ai", id: "bot-1" },
      text: "A second line often is a reservation that disappears within three days.",
      ai: {
        confidence: 0.41,
        retrieval: [{ id: "kb-12", title: "Refunds", url: "https://help.example.com/refunds", score: 0.58 }],
      },
    },
    {
      id: "m3",
      at: "2026-11-02T10:02:50Z",
      author: { kind: "customer", id: "u-9" },
      text: "It has been five days. A person, please.",
    },
    {
      id: "m4",
      at: "2026-11-02T10:03:08Z",
      author: { kind: "ai", id: "bot-1" },
      kind: "transfer_notice",
      text: "I am passing you to the billing team, about ten minutes.",
    },
    {
      id: "m5",
      at: "2026-11-02T10:08:30Z",
      author: { kind: "human", id: "a-7" },
      text: "Hi Kim, I see the two charges of 2 October. I have just sent the second one back.",
    },
    { id: "m6", at: "2026-11-02T10:09:10Z", author: { kind: "customer", id: "u-9" }, text: "Thank you!" },
  ],
  handoffs: [
    {
      id: "h1",
      at: "2026-11-02T10:03:10Z",
      provenance: "exact",
      from: "bot-1",
      trigger: "customer_request",
      reason: "asked for a person",
      promised_wait_s: 600,
      queue_position: 3,
      to_team: "billing",
      accepted_at: "2026-11-02T10:07:00Z",
      accepted_by: "a-7",
      context: {
        summary: "Charged twice on 2 October",
        attempted: ["m2"],
        suggested_next_steps: ["Check for a reservation"],
      },
    },
  ],
  events: [{ id: "e1", at: "2026-11-02T10:12:00Z", type: "resolved", actor: "a-7", data: {} }],
  surveys: [{ id: "s1", sent_at: "2026-11-02T10:12:05Z", about: "whole" }],
  csat: [
    { id: "r1", survey_id: "s1", score: 4, scale: [1, 5], at: "2026-11-02T10:40:00Z", comment: "ok", leg: "whole" },
  ],
};
