import { changesOf, type Fact, type Turn } from "#lib/demo/fact.ts";
import { botVersionOf, localDate, PLANTED, type Story } from "#lib/demo/story.ts";
import type { ImportRecord } from "#lib/import/schema.ts";
import { type Random, randomOf } from "#lib/random.ts";
import { retrievalOf } from "./retrieval.ts";
import { type Slots, slotsOf, speak, wordsOf } from "./speak.ts";

export const DEMO_SOURCE = "marlow-desk";

const BOT = { id: "page", kind: "ai", name: "Folio" } as const;
const CHANNEL_URL = "https://desk.marlow-books.example/conversations";

const iso = (at: number): string => new Date(Math.round(at)).toISOString();

/** What the source would send about a conversation at an instant: only what has happened by then. Null before it began.
 * Pure in (story, fact, at). */
export const recordAt = (story: Story, fact: Fact, at: number): ImportRecord | null => {
  if (fact.startedAt > at) return null;
  const random = randomOf(story.seed, fact.id, "words");
  const slots = namedAs(story, fact, slotsOf(fact, random));
  const revision = iso(changesOf(fact).findLast((change) => change <= at) ?? fact.startedAt);
  return {
    format: "handoff-import/1",
    source: DEMO_SOURCE,
    id: fact.id,
    revision,
    url: `${CHANNEL_URL}/${fact.id}`,
    channel: fact.channel,
    language: fact.language,
    ...namedTopic(story, fact),
    created_at: iso(fact.startedAt),
    updated_at: revision,
    customer: { id: `c-${fact.customer}`, name: slots.fullName, plan: fact.tier },
    participants: [
      { ...BOT, version: botVersionOf(story, localDate(new Date(fact.startedAt))) },
      { id: agentId(fact), kind: "human", name: fact.agent, team: fact.team },
    ],
    messages: messagesAt(story, fact, slots, random, at),
    handoffs: handoffsAt(fact, slots, at),
    events: eventsAt(fact, at),
    ...ratingAt(fact, random, at),
    ...(fact.isSpam ? { flags: ["spam" as const] } : {}),
  };
};

/** What the desk calls it, where somebody there gave it a name. */
const namedTopic = ({ seed }: Story, { id, topic }: Fact): { topic: string | null; tags: string[] } => {
  const isNamed = topic !== PLANTED.newTopic.topic && !randomOf(seed, id, "untagged").chance(PLANTED.untagged.share);
  return isNamed ? { topic, tags: [topic] } : { topic: null, tags: [] };
};

/** Who comes again has the name they had. */
const namedAs = (story: Story, fact: Fact, slots: Slots): Slots => {
  if (fact.sameCustomerAs === null) return slots;
  const { name, fullName } = slotsOf(fact, randomOf(story.seed, fact.sameCustomerAs, "words"));
  return { ...slots, name, fullName };
};

const agentId = ({ agent }: Fact): string => agent.toLowerCase().replaceAll(" ", "-");

const messagesAt = (story: Story, fact: Fact, slots: Slots, random: Random, at: number): ImportRecord["messages"] => {
  const retrieval = retrievalOf(story, fact, slots.answer);
  return fact.turns
    .map((turn, i) => messageOf(fact, turn, i, { text: speak(fact, turn, slots, random), ai: retrieval(turn.says) }))
    .filter((_, i) => (fact.turns[i]?.at ?? 0) <= at);
};

type Said = { text: string; ai: ReturnType<ReturnType<typeof retrievalOf>> };

const messageOf = (fact: Fact, turn: Turn, i: number, { text, ai }: Said) => ({
  id: `m${i + 1}`,
  at: iso(turn.at),
  author: authorOf(fact, turn),
  ...(turn.says === "notice" && fact.seam?.transferSaid !== false ? { kind: "transfer_notice" as const } : {}),
  text,
  ...(ai === null ? {} : { ai }),
});

const authorOf = (fact: Fact, { by }: Turn) => {
  if (by === "ai") return { kind: "ai" as const, id: BOT.id };
  if (by === "human") return { kind: "human" as const, id: agentId(fact) };
  return { kind: "customer" as const, id: `c-${fact.customer}` };
};

const handoffsAt = (fact: Fact, { title }: Slots, at: number): NonNullable<ImportRecord["handoffs"]> => {
  const { handoff } = fact;
  if (!handoff || handoff.isTakeover || handoff.at > at) return [];
  const isAnswered = handoff.outcome === "answered" && handoff.endsAt <= at;
  return [
    {
      id: "h1",
      at: iso(handoff.at),
      from: BOT.id,
      trigger: handoff.trigger,
      promised_wait_s: handoff.promisedSeconds,
      to_team: fact.team,
      ...(isAnswered
        ? { accepted_at: iso(Math.max(handoff.at, handoff.endsAt - 20_000)), accepted_by: agentId(fact) }
        : {}),
      context: packetOf(fact, title),
    },
  ];
};

/** What the AI passes on; where nothing is planted, as much as it can. */
const packetOf = (fact: Fact, title: string) => {
  const passed = fact.seam?.passed ?? { summary: true, attempted: true, nextSteps: false };
  return {
    ...(passed.summary ? { summary: `${fact.topic.replaceAll("_", " ")}, ${title}` } : {}),
    attempted: passed.attempted ? triedByAi(fact) : [],
    suggested_next_steps: passed.nextSteps ? [NEXT_STEPS[fact.team]] : [],
  };
};

const NEXT_STEPS: Record<Fact["team"], string> = {
  orders: "Ask the warehouse where the parcel is",
  billing: "Look the payment up at the provider",
  technical: "Compare the version of the app or reader",
  accounts: "Verify the customer by an earlier order",
};

const triedByAi = ({ turns }: Fact): string[] => (turns[1]?.by === "ai" ? ["m2"] : []);

const eventsAt = (fact: Fact, at: number): NonNullable<ImportRecord["events"]> => {
  const { handoff, endedBy, endedAt, returnsAt, closedAgainAt } = fact;
  const hasLeft = handoff?.outcome === "left";
  const closer = fact.segment === "ai_only" || hasLeft ? BOT.id : agentId(fact);
  const asks = fact.turns.filter(({ says }) => says === "ask_person");
  const events = [
    ...asks.map((ask, i) => ({ id: `a${i + 1}`, at: ask.at, type: "ask_human" as const, actor: `c-${fact.customer}` })),
    ...(handoff?.leftHow === "explicit"
      ? [{ id: "e1", at: handoff.endsAt, type: "abandoned" as const, actor: `c-${fact.customer}` }]
      : []),
    ...(endedBy === "closed"
      ? [{ id: "e2", at: endedAt, type: hasLeft ? ("closed" as const) : ("resolved" as const), actor: closer }]
      : []),
    ...(returnsAt ? [{ id: "e3", at: returnsAt, type: "reopened" as const, actor: `c-${fact.customer}` }] : []),
    ...(closedAgainAt ? [{ id: "e4", at: closedAgainAt, type: "resolved" as const, actor: agentId(fact) }] : []),
  ];
  return events.filter((event) => event.at <= at).map((event) => ({ ...event, at: iso(event.at) }));
};

const ratingAt = (fact: Fact, random: Random, at: number): Pick<ImportRecord, "surveys" | "csat"> => {
  const { rating, surveyAt } = fact;
  if (surveyAt === null || surveyAt > at) return {};
  const surveys: NonNullable<ImportRecord["surveys"]> = [{ id: "s1", sent_at: iso(surveyAt), about: "whole" }];
  if (!rating || rating.at > at) return { surveys };
  const { happy, unhappy } = wordsOf(fact).comments;
  const comment = random.pick(rating.score >= 4 ? happy : unhappy);
  const csat = { id: "r1", survey_id: "s1", score: rating.score, at: iso(rating.at), comment };
  return { surveys, csat: [csat] };
};

/** The second ticket of those who wrote twice, already merged into the first. */
export const twinAt = (story: Story, fact: Fact, at: number): ImportRecord | null => {
  const writtenAt = fact.startedAt + 15 * 60_000;
  if (!fact.hasMergedTwin || writtenAt > at) return null;
  const random = randomOf(story.seed, fact.id, "twin");
  const text = speak(fact, { at: writtenAt, by: "customer", says: "opening" }, slotsOf(fact, random), random);
  return {
    format: "handoff-import/1",
    source: DEMO_SOURCE,
    id: `${fact.id}-2`,
    revision: iso(writtenAt),
    channel: fact.channel,
    language: fact.language,
    ...namedTopic(story, fact),
    created_at: iso(writtenAt),
    customer: { id: `c-${fact.customer}` },
    messages: [{ id: "m1", at: iso(writtenAt), author: { kind: "customer", id: `c-${fact.customer}` }, text }],
    merged_into: fact.id,
  };
};
