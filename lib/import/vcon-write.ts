import type { AuthorKind, Conversation } from "#lib/conversation/types.ts";
import { OURS } from "./vcon-read.ts";

type Json = Record<string, unknown>;

/** A conversation as a vCon in strict current syntax. What vCon has no word for travels under `handoff_quality`, so
 * that reading it back gives the same conversation; internal notes are marked there and have to be dropped before a
 * vCon leaves the house. */
export const vconOfConversation = (conversation: Conversation): Json => {
  const { partyOfAuthor, parties } = partiesOf(conversation);
  const texts = conversation.messages.map((message) =>
    textDialog(message, partyOfAuthor(message.authorId, message.authorKind)),
  );
  const transfers = conversation.handoffs.map((handoff) => {
    const transferor = partyOfAuthor(handoff.from, "ai");
    return {
      type: "transfer",
      start: handoff.at.toISOString(),
      parties: [transferor],
      transferor,
      transferee: partyOfAuthor(conversation.customer?.id ?? null, "customer"),
      transfer_target: partyOfAuthor(handoff.acceptedBy, "human"),
      [OURS]: wireHandoff(handoff),
    };
  });
  return {
    uuid: conversation.id,
    created_at: conversation.createdAt.toISOString(),
    ...(conversation.subject === null ? {} : { subject: conversation.subject }),
    extensions: [OURS],
    parties,
    dialog: [...texts, ...transfers],
    analysis: conversation.handoffs.flatMap((handoff, i) =>
      handoff.reason === null ? [] : [reasonAnalysis(handoff.reason, texts.length + i)],
    ),
    attachments: [],
    [OURS]: wireConversation(conversation),
  };
};

const reasonAnalysis = (reason: string, dialog: number): Json => ({
  type: "handoff_reason",
  dialog,
  vendor: "seam",
  body: reason,
  encoding: "none",
});

/** One party for each participant, and one without a name for each kind of author that no participant stands for: a
 * message must never be laid into another's mouth. */
const partiesOf = ({ participants, customer }: Conversation) => {
  const parties = participants.map((one) => partyOf(one, one.kind === "customer" ? customer : null));
  const unnamed = new Map<AuthorKind, number>();
  const partyOfAuthor = (id: string | null, kind: AuthorKind): number => {
    const named = participants.findIndex((one) => (id === null ? one.kind === kind : one.id === id));
    if (named >= 0) return named;
    const known = unnamed.get(kind) ?? parties.push(partyOf({ id: "", kind, name: null, team: null }, null)) - 1;
    unnamed.set(kind, known);
    return known;
  };
  return { parties, partyOfAuthor };
};

const textDialog = (message: Conversation["messages"][number], party: number): Json => ({
  type: "text",
  start: message.at.toISOString(),
  parties: [party],
  originator: party,
  mediatype: "text/plain",
  encoding: "none",
  body: message.quoted === null ? message.text : `${message.text}\n${message.quoted}`,
  message_id: message.id,
  [OURS]: {
    author: { kind: message.authorKind, ...(message.authorId === null ? {} : { id: message.authorId }) },
    visibility: message.visibility,
    kind: message.kind,
    automated: message.automated,
    text: message.text,
    quoted: message.quoted,
    ...(message.ai === null ? {} : { ai: message.ai }),
  },
});

const partyOf = (one: Conversation["participants"][number], customer: Conversation["customer"]): Json => ({
  ...(one.name === null ? {} : { name: one.name }),
  ...(customer ? { uuid: customer.id } : {}),
  type: one.kind === "ai" ? "bot" : "person",
  role: one.kind === "customer" ? "customer" : "agent",
  ...(one.team === null ? {} : { dept: one.team }),
});

const wireHandoff = (handoff: Conversation["handoffs"][number]): Json => ({
  id: handoff.id,
  at: handoff.at.toISOString(),
  provenance: handoff.provenance,
  from: handoff.from,
  trigger: handoff.trigger,
  reason: handoff.reason,
  promised_wait_s: handoff.promisedWaitSeconds,
  queue_position: handoff.queuePosition,
  to_team: handoff.toTeam,
  accepted_at: handoff.acceptedAt?.toISOString() ?? null,
  accepted_by: handoff.acceptedBy,
  context: handoff.context && {
    summary: handoff.context.summary,
    attempted: handoff.context.attempted,
    suggested_next_steps: handoff.context.suggestedNextSteps,
  },
});

const wireConversation = (conversation: Conversation): Json => ({
  source: conversation.source,
  id: conversation.externalId,
  revision: conversation.revision,
  url: conversation.url,
  channel: conversation.channel,
  language: conversation.language,
  subject: conversation.subject,
  topic: conversation.topic,
  tags: conversation.tags,
  brand: conversation.brand,
  status: conversation.status,
  created_at: conversation.createdAt.toISOString(),
  updated_at: conversation.updatedAt?.toISOString() ?? null,
  customer: conversation.customer && {
    ...conversation.customer,
    created_at: conversation.customer.createdAt?.toISOString() ?? null,
  },
  participants: conversation.participants,
  events: conversation.events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
  surveys: conversation.surveys.map(({ id, sentAt, about }) => ({ id, sent_at: sentAt.toISOString(), about })),
  csat: conversation.ratings.map((rating) => ({
    id: rating.id,
    survey_id: rating.surveyId,
    score: rating.score,
    scale: [rating.scaleMin, rating.scaleMax],
    at: rating.at.toISOString(),
    comment: rating.comment,
    leg: rating.leg,
    ...(rating.aboutId === null ? {} : { about: { id: rating.aboutId } }),
  })),
  flags: conversation.flags,
  merged_into: conversation.mergedInto,
  deleted: conversation.deleted,
  extra: conversation.extra,
});
