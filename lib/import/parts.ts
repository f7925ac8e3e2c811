import {
  AUTHOR_KINDS,
  type AuthorKind,
  type ConversationEvent,
  type DeclaredHandoff,
  EVENT_TYPES,
  MESSAGE_KINDS,
  type Message,
  type Participant,
  PROVENANCES,
  RATING_LEGS,
  type Rating,
  type Survey,
  TRIGGERS,
  VISIBILITIES,
} from "#lib/conversation/types.ts";
import { readBody } from "./body.ts";
import { contentId } from "./ids.ts";
import {
  defect,
  isObject,
  type Reader,
  readBoolean,
  readId,
  readIds,
  readJson,
  readList,
  readNumber,
  readOneOf,
  readText,
  readTexts,
  readTime,
} from "./reader.ts";

type Json = Record<string, unknown>;

const objects = (reader: Reader, value: unknown, field: string): Json[] =>
  readList(reader, value, field).filter((one): one is Json => {
    if (isObject(one)) return true;
    defect(reader, field, "bad_value", one);
    return false;
  });

/** Of several with one id the last is kept, in the place of the first. */
const uniqueById = <T extends { id: string }>(reader: Reader, items: T[], field: string): T[] => {
  const byId = new Map<string, T>();
  for (const item of items) {
    if (byId.has(item.id)) defect(reader, field, "duplicate_id", item.id);
    byId.set(item.id, item);
  }
  return byId.size === items.length ? items : [...byId.values()];
};

const inTimeOrder = <T extends { at: Date }>(items: T[]): T[] => {
  const isSorted = items.every((item, i) => i === 0 || (items[i - 1] as T).at <= item.at);
  return isSorted ? items : items.sort((a, b) => a.at.getTime() - b.at.getTime());
};

/** Messages in time order. One without a usable time takes that of its neighbour; one without a usable author is left
 * out and listed. */
export const readMessages = (reader: Reader, value: unknown, scope: string, startedAt: Date): Message[] => {
  let last = startedAt;
  const messages: Message[] = [];
  for (const [i, json] of objects(reader, value, "messages").entries()) {
    const author = isObject(json["author"]) ? json["author"] : {};
    const kind = author["kind"];
    if (!AUTHOR_KINDS.includes(kind as AuthorKind)) {
      defect(reader, `messages[${i}].author.kind`, "bad_value", kind);
      continue;
    }
    const at = readTime(reader, json["at"], `messages[${i}].at`) ?? last;
    last = at;
    messages.push(messageOf(reader, json, { i, scope, at, authorKind: kind as AuthorKind, author }));
  }
  return inTimeOrder(uniqueById(reader, messages, "messages.id"));
};

type MessageFacts = { i: number; scope: string; at: Date; authorKind: AuthorKind; author: Json };

const messageOf = (reader: Reader, json: Json, { i, scope, at, authorKind, author }: MessageFacts): Message => {
  const said = readText(reader, json["text"], `messages[${i}].text`) ?? "";
  const html = json["html"] == null ? null : readText(reader, json["html"], `messages[${i}].html`);
  return {
    id: readId(reader, json["id"], `messages[${i}].id`) ?? contentId(scope, at.getTime(), authorKind, said, i),
    at,
    authorKind,
    authorId: readId(reader, author["id"], `messages[${i}].author.id`),
    // A word we do not know, such as "private", must not make a note a reply to the customer.
    visibility: readOneOf(reader, json["visibility"], `messages[${i}].visibility`, VISIBILITIES, "public", "internal"),
    kind: readOneOf(reader, json["kind"], `messages[${i}].kind`, MESSAGE_KINDS, "message"),
    automated: readBoolean(reader, json["automated"], `messages[${i}].automated`) ?? false,
    // Who has told the quoted history apart already says so, and what is left is plain text.
    ...("quoted" in json
      ? { text: said, quoted: readText(reader, json["quoted"], `messages[${i}].quoted`) }
      : readBody(said, html)),
    ai: isObject(json["ai"]) ? readAi(reader, json["ai"], i) : null,
  };
};

const readAi = (reader: Reader, json: Json, i: number): Message["ai"] => ({
  confidence: readNumber(reader, json["confidence"], `messages[${i}].ai.confidence`, [0, 1]),
  retrieval: objects(reader, json["retrieval"], `messages[${i}].ai.retrieval`).map((one, n) => ({
    id: readId(reader, one["id"], "ai.retrieval.id") ?? String(n),
    title: readText(reader, one["title"], "ai.retrieval.title"),
    url: readText(reader, one["url"], "ai.retrieval.url"),
    score: readNumber(reader, one["score"], "ai.retrieval.score"),
  })),
});

/** The largest integer of PostgreSQL. */
const LONGEST_QUEUE = 2 ** 31 - 1;
/** Ten years. */
const LONGEST_WAIT = 315_576_000;

export const readHandoffs = (reader: Reader, value: unknown, scope: string): DeclaredHandoff[] => {
  const handoffs = objects(reader, value, "handoffs").flatMap((json, i): DeclaredHandoff[] => {
    const at = readTime(reader, json["at"], `handoffs[${i}].at`);
    if (!at) return [];
    const context = isObject(json["context"]) ? json["context"] : null;
    return [
      {
        id: readId(reader, json["id"], `handoffs[${i}].id`) ?? contentId(scope, "handoff", at.getTime(), i),
        at,
        provenance: readOneOf(reader, json["provenance"], `handoffs[${i}].provenance`, PROVENANCES, "exact"),
        from: readId(reader, json["from"], `handoffs[${i}].from`),
        trigger: readOneOf(reader, json["trigger"], `handoffs[${i}].trigger`, TRIGGERS, "unknown"),
        reason: readText(reader, json["reason"], `handoffs[${i}].reason`),
        promisedWaitSeconds: readNumber(reader, json["promised_wait_s"], `handoffs[${i}].promised_wait_s`, [
          0,
          LONGEST_WAIT,
        ]),
        queuePosition: roundedOrNull(
          readNumber(reader, json["queue_position"], `handoffs[${i}].queue_position`, [0, LONGEST_QUEUE]),
        ),
        toTeam: readText(reader, json["to_team"], `handoffs[${i}].to_team`),
        acceptedAt: readTime(reader, json["accepted_at"], `handoffs[${i}].accepted_at`),
        acceptedBy: readId(reader, json["accepted_by"], `handoffs[${i}].accepted_by`),
        context: context && {
          summary: readText(reader, context["summary"], `handoffs[${i}].context.summary`),
          attempted: readIds(reader, context["attempted"], `handoffs[${i}].context.attempted`),
          suggestedNextSteps: readTexts(
            reader,
            context["suggested_next_steps"],
            `handoffs[${i}].context.suggested_next_steps`,
          ),
        },
      },
    ];
  });
  return inTimeOrder(uniqueById(reader, handoffs, "handoffs.id"));
};

const roundedOrNull = (value: number | null): number | null => (value === null ? null : Math.round(value));

export const readEvents = (reader: Reader, value: unknown, scope: string): ConversationEvent[] => {
  const events = objects(reader, value, "events").flatMap((json, i): ConversationEvent[] => {
    const at = readTime(reader, json["at"], `events[${i}].at`);
    if (!at) return [];
    const type = readOneOf(reader, json["type"], `events[${i}].type`, EVENT_TYPES, "unknown");
    return [
      {
        id: readId(reader, json["id"], `events[${i}].id`) ?? contentId(scope, "event", at.getTime(), type, i),
        at,
        type,
        actor: readId(reader, json["actor"], `events[${i}].actor`),
        data: isObject(json["data"]) ? readJson(reader, json["data"], `events[${i}].data`) : {},
      },
    ];
  });
  return inTimeOrder(uniqueById(reader, events, "events.id"));
};

export const readSurveys = (reader: Reader, value: unknown): Survey[] =>
  objects(reader, value, "surveys").flatMap((json, i): Survey[] => {
    const id = readId(reader, json["id"], `surveys[${i}].id`);
    const sentAt = readTime(reader, json["sent_at"], `surveys[${i}].sent_at`);
    return id && sentAt
      ? [{ id, sentAt, about: readOneOf(reader, json["about"], `surveys[${i}].about`, RATING_LEGS, "whole") }]
      : [];
  });

/** Ratings in time order. A score outside its own scale is not a rating: it is left out and listed. */
export const readRatings = (reader: Reader, value: unknown, scope: string, surveys: Survey[]): Rating[] => {
  const ratings = objects(reader, value, "csat").flatMap((json, i): Rating[] => {
    const at = readTime(reader, json["at"], `csat[${i}].at`);
    const score = readNumber(reader, json["score"], `csat[${i}].score`);
    if (!at || score === null) return [];
    const [scaleMin, scaleMax] = readScale(reader, json["scale"], i);
    if (score < scaleMin || score > scaleMax) {
      defect(reader, `csat[${i}].score`, "score_outside_scale", `${score} on ${scaleMin}–${scaleMax}`);
      return [];
    }
    const about = isObject(json["about"]) ? json["about"] : {};
    const surveyId = readId(reader, json["survey_id"], `csat[${i}].survey_id`);
    const surveyLeg = surveys.find(({ id }) => id === surveyId)?.about;
    const aboutLeg = about["kind"] === "ai" ? "ai" : about["kind"] === "human" ? "human" : "whole";
    return [
      {
        id: readId(reader, json["id"], `csat[${i}].id`) ?? contentId(scope, "csat", at.getTime(), i),
        surveyId,
        score,
        scaleMin,
        scaleMax,
        at,
        comment: readText(reader, json["comment"], `csat[${i}].comment`),
        leg: readOneOf(reader, json["leg"], `csat[${i}].leg`, RATING_LEGS, surveyLeg ?? aboutLeg),
        aboutId: readId(reader, about["id"], `csat[${i}].about.id`),
      },
    ];
  });
  return inTimeOrder(uniqueById(reader, ratings, "csat.id"));
};

const readScale = (reader: Reader, value: unknown, i: number): [number, number] => {
  if (value === undefined || value === null) return [1, 5];
  const [low, high] = Array.isArray(value) ? value : [];
  if (Number.isFinite(low) && Number.isFinite(high) && low < high) return [low, high];
  defect(reader, `csat[${i}].scale`, "bad_value", value);
  return [1, 5];
};

export const readParticipants = (reader: Reader, value: unknown): Participant[] => {
  const participants = objects(reader, value, "participants").flatMap((json, i): Participant[] => {
    const id = readId(reader, json["id"], `participants[${i}].id`);
    if (!id) return [];
    const version = readText(reader, json["version"], `participants[${i}].version`);
    return [
      {
        id,
        kind: readOneOf(reader, json["kind"], `participants[${i}].kind`, AUTHOR_KINDS, "system"),
        name: readText(reader, json["name"], `participants[${i}].name`),
        team: readText(reader, json["team"], `participants[${i}].team`),
        ...(version === null ? {} : { version }),
      },
    ];
  });
  return uniqueById(reader, participants, "participants.id");
};
