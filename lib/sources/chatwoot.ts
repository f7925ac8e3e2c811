import type { SourceDescriptor } from "./descriptor.ts";
import { passedOn, READ_FROM_WORDS } from "./seam.ts";

const HANDOFF_TIME =
  "The Enterprise edition states when a conversation was first handed over; later handoffs, and all in the community edition, are worked out from its activity messages.";
const RATED =
  "Chatwoot asks one question about the whole conversation, so a rating is told apart by whether an agent ever had the conversation.";

const RESOLVED_TIME =
  "When a conversation was resolved is an event in the Enterprise edition and an activity message in the community edition.";
const ASKS = "Chatwoot does not tell when a customer asks for a person; it is read in their words, in English.";
const AI_OUTCOME = "Without a rating it is concluded from who spoke last, from thanks and from silence.";

/** Chatwoot 4. What nobody can measure with it, whatever the metric: the wait that was promised stands in the bot's text
 * only, and which articles it used and how sure it was are not available from this source. */
export const chatwootSource: SourceDescriptor = {
  kind: "chatwoot",
  name: "Chatwoot",
  action: "Connect Chatwoot",
  about:
    "Chatwoot 4, in the cloud or your own: conversations, agents, bots and ratings are read every minute, and nothing is ever written there.",
  fields: [
    {
      name: "address",
      label: "Address",
      hint: "Where you open Chatwoot, such as https://app.chatwoot.com.",
      type: "url",
      isSecret: false,
      isRequired: true,
      isPlace: true,
    },
    {
      name: "accountId",
      label: "Account id",
      hint: "The number after /app/accounts/ in the address of any page of Chatwoot.",
      type: "text",
      isSecret: false,
      isRequired: true,
      isPlace: true,
    },
    {
      name: "token",
      label: "Access token",
      hint: "An administrator’s, at the bottom of Profile settings in Chatwoot.",
      type: "password",
      isSecret: true,
      isRequired: true,
    },
    {
      name: "webhookSecret",
      label: "Webhook secret",
      hint: "Shown by Chatwoot for the webhook under Settings, Integrations, Webhooks; without it changes arrive at the next poll.",
      type: "password",
      isSecret: true,
      isRequired: false,
    },
    {
      name: "botUserIds",
      label: "Agents that are bots",
      hint: "Ids of agents’ accounts behind which a bot answers, with commas between them.",
      type: "text",
      isSecret: false,
      isRequired: false,
    },
  ],
  webhook: {
    setUp:
      "In Chatwoot open Settings, Integrations, Webhooks, add the address shown here for the conversation and message events, and copy the secret it shows into the field Webhook secret.",
  },
  gives: {
    handoffCsat: { grade: "approximate", why: RATED },
    aiOnlyCsat: { grade: "approximate", why: RATED },
    humanOnlyCsat: { grade: "exact", why: "Without a bot a rating can only be of the agents." },
    explicitRepetition: { grade: "exact", why: "Every message is there with its author and its words." },
    ...READ_FROM_WORDS,
    ...passedOn({
      grade: "approximate",
      why: "Chatwoot has no packet that is handed over; private notes and attributes of the conversation are read instead.",
    }),
    triggerDisagreement: { grade: "none", why: "Chatwoot does not say why a conversation was handed over." },
    timeToFirstHuman: { grade: "approximate", why: HANDOFF_TIME },
    answeredInTarget: { grade: "approximate", why: HANDOFF_TIME },
    serviceLevel: { grade: "approximate", why: HANDOFF_TIME },
    escalationRate: {
      grade: "approximate",
      why: "Whether a bot took part is stated; a handoff without an event of Chatwoot’s own is worked out from activity messages and the order of things.",
    },
    postEscalationResolution: { grade: "approximate", why: RESOLVED_TIME },
    humanOnlyResolution: { grade: "approximate", why: RESOLVED_TIME },
    leftBeforeAnswer: {
      grade: "approximate",
      why: "Chatwoot does not say that a customer left: it is concluded from a close that no word of the customer came before.",
    },
    stillWaiting: { grade: "approximate", why: HANDOFF_TIME },
    handoffResponseRate: { grade: "approximate", why: RATED },
    aiOnlyResponseRate: { grade: "approximate", why: RATED },
    humanOnlyResponseRate: { grade: "exact", why: "Every survey is a message, answered or not." },
    askRate: { grade: "approximate", why: ASKS },
    askToHuman: { grade: "approximate", why: ASKS },
    failedHandoffs: {
      grade: "approximate",
      why: "What went back to the bot before anybody took it is seen; a handoff that the bot only announces is read in its words, in English.",
    },
    bypassRate: {
      grade: "approximate",
      why: "A failure of the bot is an activity message; a bot that is switched off or out of its limit leaves no trace.",
    },
    leftCertain: {
      grade: "approximate",
      why: "Chatwoot does not say that a customer left, so that the range between certain and likely begins at none.",
    },
    promiseKept: { grade: "none", why: "The wait that was promised stands in the bot’s text only." },
    answeredShare: { grade: "approximate", why: RESOLVED_TIME },
    resolvedIfAnswered: { grade: "approximate", why: RESOLVED_TIME },
    assumedShare: { grade: "approximate", why: RESOLVED_TIME },
    aiResolution: { grade: "approximate", why: AI_OUTCOME },
    aiConfirmed: { grade: "approximate", why: AI_OUTCOME },
    reopenRate: { grade: "approximate", why: RESOLVED_TIME },
    repeatContact: {
      grade: "approximate",
      why: "Conversations of one contact are told apart; one person can be several contacts in several inboxes.",
    },
  },
};
