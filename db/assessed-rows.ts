import type { TransactionSql } from "postgres";
import type { Ask, Assessment, Episode, Handoff, Segment } from "#lib/conversation/assessed.ts";
import { isRepeatedIn, promiseOf, waitBandOf } from "#lib/conversation/told-apart.ts";
import type { Conversation } from "#lib/conversation/types.ts";
import { type Repetition, repetitionOf, type Seam, seamOf } from "#lib/conversation/verdicts/seam.ts";
import { type Listed, listedOf } from "#lib/reading/listed.ts";
import { isCounted } from "#lib/scanners/registry.ts";
import type { SortedConversation } from "#lib/topics/sorting.ts";
import { copyRows } from "./copy.ts";

type Finished = { conversation: Conversation; sourceId: string; assessment: Assessment; sorted: SortedConversation };

export const removeAssessed = async (sql: TransactionSql, ids: string[]): Promise<void> => {
  for (const table of ["episodes", "handoffs", "ratings", "findings"]) {
    await sql`delete from ${sql(table)} where conversation_id = any(${ids})`;
  }
  await sql`delete from data_defects where conversation_id = any(${ids}) and stage = 'assessed'`;
};

const FIRST_HANDOFF =
  "first_initiator first_family first_wait_band first_promise first_introduction first_solution_repeated first_transfer_said".split(
    " ",
  );
const SEAM =
  "is_scanned introduction warm_parts transfer_said no_repeat_said wait_given solution_repeated context_history context_assessment context_attempted context_customer context_next_steps read_family read_code trigger_agrees".split(
    " ",
  );
const LISTED = "customer ai_seconds wrong_count rating_share searched";
const FIRST_LISTED = "first_trigger first_outcome first_wait_business_seconds";
const DIMENSIONS = "source_id channel team topic tier language segment excluded".split(" ");

/** An index entry of PostgreSQL holds 2704 bytes, and five dimensions of up to 3 bytes a character share one. */
const LONGEST_VALUE = 160;

const short = (text: string | null): string | null =>
  text === null || text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1).toWellFormed()}…`;

const dimensionsOf = (
  { conversation, sourceId, sorted }: Finished,
  segment: Segment,
  team: string | null,
  episode: Episode | undefined,
) => [
  sourceId,
  short(conversation.channel),
  short(team),
  short(sorted.topic),
  short(conversation.customer?.plan ?? null),
  short(conversation.language),
  segment,
  episode?.excluded ?? null,
];

const columns = (...names: string[]): string[] => names.flatMap((some) => some.split(" "));

const EPISODE_COLUMNS = columns(
  ...["conversation_id episode", ...DIMENSIONS, ...FIRST_HANDOFF, LISTED, FIRST_LISTED],
  "started_at ended_at ended_by rule tags first_human_ask_at asks asks_told ask_to_handoff_seconds ask_to_handoff_turns ask_outcome ask_wait_seconds ask_wait_business_seconds first_human_reply_at executed_handoffs customer_spoke_after_human has_explicit_repetition is_resent is_asked_again is_repeated resolution resolution_at matures_at ai_outcome is_reopened has_repeat_contact survey_offered_at rated_at",
);
const HANDOFF_COLUMNS = columns(
  ...["conversation_id handoff_id episode ordinal", ...DIMENSIONS, LISTED, "is_cut searched_whole resolution"],
  "at provenance initiator family trigger reason asked_at accepted_at first_reply_at first_reply_message_id agent_id outcome left_how wait_seconds wait_business_seconds wait_ended_at queue_business_seconds calendar in_hours straddles_closing is_takeover empty_room promised_wait_seconds queue_position wait_band promise is_repeated",
  ...SEAM,
);
const RATING_COLUMNS = columns(
  ...["conversation_id rating_id episode", ...DIMENSIONS, ...FIRST_HANDOFF, LISTED, FIRST_LISTED, "resolution"],
  "is_repeated at episode_ended_at score scale_min scale_max satisfied mapping leg comment counts why",
);

/** Writes what was made of conversations of which nothing is stored, a table at a time. */
export const addAssessed = async (sql: TransactionSql, finished: Finished[]): Promise<void> => {
  const episodes = finished.flatMap((one) => one.assessment.episodes.map((episode) => episodeRow(one, episode)));
  await copyRows(sql, "episodes", EPISODE_COLUMNS, episodes);
  await copyRows(sql, "handoffs", HANDOFF_COLUMNS, finished.flatMap(handoffRows));
  await copyRows(sql, "ratings", RATING_COLUMNS, finished.flatMap(ratingRows));
  await copyRows(
    sql,
    "findings",
    "conversation_id message_id scanner rule label start end version confidence counts episode earlier value evidence".split(
      " ",
    ),
    finished.flatMap(({ conversation, assessment }) =>
      assessment.findings.map((f) => [
        conversation.id,
        f.messageId ?? "",
        f.scanner,
        f.rule,
        f.label,
        f.start,
        f.end,
        f.version,
        f.confidence,
        isCounted(f),
        f.episode,
        f.earlier,
        f.value,
        f.evidence,
      ]),
    ),
  );
  await copyRows(
    sql,
    "data_defects",
    ["conversation_id", "ordinal", "stage", "field", "code", "detail"],
    finished.flatMap(({ conversation, assessment }) =>
      assessment.defects.map((d, i) => [conversation.id, i, "assessed", d.field, d.code, d.detail]),
    ),
  );
};

const findingsOf = ({ assessment }: Finished, index: number) =>
  assessment.findings.filter(({ episode }) => episode === index);

const repetitionIn = (one: Finished, { index }: Episode): Repetition | null =>
  repetitionOf(findingsOf(one, index), one.conversation.language);

const repeatedIn = (one: Finished, e: Episode | undefined): boolean | null =>
  e ? isRepeatedIn(e, repetitionIn(one, e)) : null;

const seamIn = (one: Finished, handoff: Handoff): Seam | null => {
  const { language, handoffs } = one.conversation;
  const episode = one.assessment.episodes[handoff.episode];
  const hasPacket = handoffs.some(({ id, context }) => id === handoff.id && context !== null);
  return episode ? seamOf(handoff, { episode, language, hasPacket, findings: findingsOf(one, episode.index) }) : null;
};

const firstOf = ({ assessment }: Finished, e: Episode | undefined): Handoff | null =>
  assessment.handoffs.find(({ episode, ordinal }) => episode === e?.index && ordinal === 1) ?? null;

const listedIn = (one: Finished, episode: Episode | undefined, handoff: Handoff | null): Listed | null => {
  if (!episode) return null;
  const { conversation, assessment } = one;
  const [seam, repetition] = [handoff && seamIn(one, handoff), repetitionIn(one, episode)];
  return listedOf({ conversation, episode, handoff, seam, repetition, ratings: assessment.ratings });
};

const listedColumns = (listed: Listed | null) =>
  listed === null
    ? ["", null, 0, null, ""]
    : [short(listed.customer), listed.aiSeconds, listed.wrongCount, listed.ratingShare, listed.searched];

/** The same as far as an index holds it beside these dimensions. */
const cutColumns = (listed: Listed | null, dimensions: readonly (string | null)[]) => {
  const room = LARGEST_ENTRY - BESIDE_TEXTS - sumOfBytes(dimensions);
  const customer = cut(short(listed?.customer ?? "") ?? "", room);
  const whole = listed?.searched ?? "";
  const text = cut(whole, room - bytes(customer));
  const isCut = text !== whole;
  const columns = [customer, listed?.aiSeconds ?? null, listed?.wrongCount ?? 0, listed?.ratingShare ?? null, text];
  return [...columns, isCut, isCut ? whole : null];
};

/** What an entry of an index may hold, and what all but its texts take of that. */
const [LARGEST_ENTRY, BESIDE_TEXTS] = [2704, 248];

const bytes = (text: string): number => Buffer.byteLength(text);
const sumOfBytes = (texts: readonly (string | null)[]): number =>
  texts.reduce((sum, text) => sum + (text === null ? 0 : bytes(text)), 0);

const cut = (text: string, room: number): string =>
  bytes(text) <= room ? text : text.slice(0, Math.floor(room / 3)).toWellFormed();

const firstListedColumns = (first: Handoff | null) => [
  first?.trigger ?? null,
  first?.outcome ?? null,
  first?.waitBusinessSeconds ?? null,
];

const firstHandoffOf = (one: Finished, e: Episode | undefined) => {
  const first = firstOf(one, e);
  if (!first) return FIRST_HANDOFF.map(() => null);
  const seam = seamIn(one, first);
  return [
    ...[first.initiator, first.family, waitBandOf(first), promiseOf(first)],
    ...[seam?.introduction ?? null, seam?.solutionRepeated ?? null, seam?.transferSaid ?? null],
  ];
};

const seamColumns = (seam: Seam | null) => {
  if (seam === null) return SEAM.map(() => null);
  const { history, ai_assessment, attempted_solutions, customer_context, next_steps } = seam.context;
  return [
    ...[seam.isScanned, seam.introduction, seam.warmParts, seam.transferSaid, seam.noRepeatSaid, seam.waitGiven],
    ...[seam.solutionRepeated, history, ai_assessment, attempted_solutions, customer_context, next_steps],
    ...[seam.readFamily, seam.readCode, seam.triggerAgrees],
  ];
};

const episodeRow = (one: Finished, e: Episode) => {
  const repetition = repetitionIn(one, e);
  return [
    one.conversation.id,
    e.index,
    ...dimensionsOf(one, e.segment, e.team, e),
    ...firstHandoffOf(one, e),
    ...listedColumns(listedIn(one, e, firstOf(one, e))),
    ...firstListedColumns(firstOf(one, e)),
    ...[e.startedAt, e.endedAt, e.endedBy, e.rule, e.tags, e.firstHumanAskAt, ...askColumns(e.ask)],
    ...[e.firstHumanReplyAt, e.executedHandoffs, e.customerSpokeAfterHuman, repetition?.explicit ?? false],
    ...[repetition?.resent ?? null, repetition?.askedAgain ?? null, isRepeatedIn(e, repetition)],
    ...[e.resolution, e.resolutionAt],
    ...[e.maturesAt, e.aiOutcome, e.isReopened, e.hasRepeatContact, e.surveyOfferedAt, e.ratedAt],
  ];
};

const NO_ASK = [0, 0, null, null, null, null, null];

const askColumns = (ask: Ask | null) =>
  ask === null
    ? NO_ASK
    : [
        ...[
          Math.min(ask.count, LARGEST),
          Math.min(ask.told, LARGEST),
          ask.toHandoffSeconds,
          ask.toHandoffTurns && Math.min(ask.toHandoffTurns, LARGEST),
        ],
        ...[ask.outcome, ask.waitSeconds, ask.waitBusinessSeconds],
      ];

/** What a smallint holds. */
const LARGEST = 32_767;

const handoffRows = (one: Finished) =>
  one.assessment.handoffs.map((h) => {
    const episode = one.assessment.episodes[h.episode];
    const dimensions = dimensionsOf(one, episode?.segment ?? "other", h.team, episode);
    return [
      ...[one.conversation.id, h.id, h.episode, h.ordinal],
      ...dimensions,
      ...cutColumns(listedIn(one, episode, h), dimensions.slice(1, -2)),
      episode?.resolution ?? null,
      ...[h.at, h.provenance, h.initiator, h.family, h.trigger, h.reason, h.askedAt, h.acceptedAt, h.firstReplyAt],
      ...[h.firstReplyMessageId, h.agentId, h.outcome, h.leftHow, h.waitSeconds, h.waitBusinessSeconds, h.waitEndedAt],
      ...[
        h.queueBusinessSeconds,
        h.calendar,
        h.inHours,
        h.straddlesClosing,
        h.isTakeover,
        h.emptyRoom,
        h.promisedWaitSeconds,
        h.queuePosition,
        waitBandOf(h),
        promiseOf(h),
        repeatedIn(one, episode),
        ...seamColumns(seamIn(one, h)),
      ],
    ];
  });

const ratingRows = (one: Finished) =>
  one.assessment.ratings.map((r) => {
    const episode = r.episode === null ? undefined : one.assessment.episodes[r.episode];
    return [
      ...[one.conversation.id, r.id, r.episode],
      ...dimensionsOf(one, r.segment ?? "other", episode?.team ?? null, episode),
      ...firstHandoffOf(one, episode),
      ...listedColumns(listedIn(one, episode, firstOf(one, episode))),
      ...firstListedColumns(firstOf(one, episode)),
      episode?.resolution ?? null,
      repeatedIn(one, episode),
      ...[r.at, episode?.endedAt ?? episode?.startedAt ?? null, r.score, r.scaleMin, r.scaleMax, r.satisfied],
      ...[r.mapping, r.leg, r.comment, r.counts, r.why],
    ];
  });
