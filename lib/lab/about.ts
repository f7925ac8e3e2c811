export type About = {
  /** What it looks for, in plain words. */
  looksFor: string;
  /** Where it is asked: at first handoffs, or in every episode. */
  over: "handoff" | "episode";
};

/** What each scanner is asked, for whoever wants to know what stands behind its numbers. */
export const ABOUT: Record<string, About> = {
  context_repetition: {
    looksFor:
      "The customer has to say again, after the handoff, what the AI had been told: they say so (R1), give it again (R2), or are asked for it again (R3).",
    over: "handoff",
  },
  introduction: {
    looksFor: "How the first answer of a person begins: with knowledge of what went before, from zero, or neither.",
    over: "handoff",
  },
  expectation: {
    looksFor:
      "What the customer is told when they are handed over: that they are, that nothing must be repeated, and how long it takes.",
    over: "handoff",
  },
  queue_experience: {
    looksFor:
      "What the waiting customer is shown and offered, whether they take it, and whether they give up in words.",
    over: "handoff",
  },
  repeated_solution: { looksFor: "A person proposes what the AI had already proposed.", over: "handoff" },
  human_ask: { looksFor: "The customer asks for a person, in words or by a button.", over: "episode" },
  sentiment: {
    looksFor:
      "Words of frustration, anger, urgency and helplessness, and threats to leave. Evidence beside others, never a verdict alone.",
    over: "episode",
  },
  escalation_trigger: {
    looksFor: "Why it was handed over, read from what was said and known before and not from what the source declares.",
    over: "handoff",
  },
  broken_handoff: {
    looksFor:
      "A handoff that was announced and never came, the AI speaking into a person’s conversation, and answers that were sent by themselves.",
    over: "episode",
  },
  context_passed: { looksFor: "Which of five parts of the context the person was given.", over: "handoff" },
};
