import type { SourceDescriptor } from "./descriptor.ts";

const AS_TOLD = {
  grade: "exact",
  why: "As far as the records tell it; what they leave out is not available.",
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
    timeToFirstHuman: AS_TOLD,
    answeredInTarget: AS_TOLD,
    escalationRate: AS_TOLD,
    postEscalationResolution: AS_TOLD,
    humanOnlyResolution: AS_TOLD,
    leftBeforeAnswer: AS_TOLD,
    stillWaiting: AS_TOLD,
  },
};
