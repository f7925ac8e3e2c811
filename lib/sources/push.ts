import type { SourceDescriptor } from "./descriptor.ts";
import { passedOn, READ_FROM_WORDS } from "./seam.ts";

const AS_TOLD = {
  grade: "exact",
  why: "As far as the records tell it; what they leave out is not available.",
} as const;

const SURVEYS = {
  grade: "exact",
  why: "As far as surveys are sent, answered or not; without them it is not available.",
} as const;
const ASKS = {
  grade: "approximate",
  why: "An ask is the event ask_human, a handoff at the customer’s request, or read in the customer’s words, in English.",
} as const;
const AI_OUTCOME = {
  grade: "approximate",
  why: "Without a rating it is concluded from who spoke last, from thanks and from silence.",
} as const;

/** Bots and desks that are on no list send their conversations themselves, in the import format. */
export const pushSource: SourceDescriptor = {
  kind: "push",
  name: "Sent to us",
  action: "Send your own",
  about: "For bots and desks that are on no list: they send their conversations here, in the import format.",
  fields: [],
  webhook: { setUp: "Send each conversation whenever it changes, signed as Standard Webhooks asks." },
  gives: {
    handoffCsat: AS_TOLD,
    aiOnlyCsat: AS_TOLD,
    humanOnlyCsat: AS_TOLD,
    explicitRepetition: AS_TOLD,
    ...READ_FROM_WORDS,
    ...passedOn({ grade: "exact", why: "As far as handoffs are sent with a context, or internal notes with them." }),
    triggerDisagreement: {
      grade: "approximate",
      why: "The declared trigger is held against one that is read from the words before the handoff.",
    },
    timeToFirstHuman: AS_TOLD,
    answeredInTarget: AS_TOLD,
    serviceLevel: AS_TOLD,
    escalationRate: AS_TOLD,
    postEscalationResolution: AS_TOLD,
    humanOnlyResolution: AS_TOLD,
    leftBeforeAnswer: AS_TOLD,
    stillWaiting: AS_TOLD,
    handoffResponseRate: SURVEYS,
    aiOnlyResponseRate: SURVEYS,
    humanOnlyResponseRate: SURVEYS,
    askRate: ASKS,
    askToHuman: ASKS,
    failedHandoffs: {
      grade: "exact",
      why: "As far as the AI’s announcements are sent with the kind transfer_notice or are in English, and handing back with its event.",
    },
    bypassRate: {
      grade: "exact",
      why: "As far as handoffs are sent with the trigger outage, usage_limit or bot_error.",
    },
    leftCertain: { grade: "exact", why: "As far as the event abandoned is sent." },
    promiseKept: { grade: "exact", why: "As far as handoffs are sent with promised_wait_s." },
    answeredShare: AS_TOLD,
    resolvedIfAnswered: AS_TOLD,
    assumedShare: AS_TOLD,
    aiResolution: AI_OUTCOME,
    aiConfirmed: AI_OUTCOME,
    reopenRate: AS_TOLD,
    repeatContact: { grade: "exact", why: "As far as one customer has one id in all conversations." },
  },
};
