import type { Pack } from "../phrase.ts";
import { ASKS } from "./en/asks.ts";
import { BROKEN } from "./en/broken.ts";
import { CONTEXT } from "./en/context.ts";
import { EXPECTATION } from "./en/expectation.ts";
import { INTRODUCTION } from "./en/introduction.ts";
import { LISTS } from "./en/lists.ts";
import { QUEUE } from "./en/queue.ts";
import { REPETITION } from "./en/repetition.ts";
import { SENTIMENT } from "./en/sentiment.ts";
import { SOLUTIONS } from "./en/solutions.ts";
import { TRIGGERS } from "./en/triggers.ts";

/** English. */
export const EN: Pack = {
  language: "en",
  lists: LISTS,
  phrases: {
    context_repetition: REPETITION,
    introduction: INTRODUCTION,
    expectation: EXPECTATION,
    queue_experience: QUEUE,
    repeated_solution: SOLUTIONS,
    human_ask: ASKS,
    sentiment: SENTIMENT,
    escalation_trigger: TRIGGERS,
    broken_handoff: BROKEN,
    context_passed: CONTEXT,
  },
};
