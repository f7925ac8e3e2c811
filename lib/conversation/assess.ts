import { scanEpisode } from "#lib/scanners/registry.ts";
import { withReviews } from "#lib/scanners/review.ts";
import { turnsOf } from "#lib/scanners/turns.ts";
import type { CalendarOf } from "#lib/time/calendar.ts";
import type {
  Assessment,
  AttributedRating,
  Broken,
  Episode,
  EpisodeTag,
  Exclusion,
  Finding,
  Handoff,
  History,
} from "./assessed.ts";
import { type InactivityHours, inactivityMs } from "./channels.ts";
import { type Cut, cutEpisodes } from "./episodes.ts";
import { type Executed, executedHandoffs, type Scene, sceneOf } from "./handoffs.ts";
import { attributeRatings } from "./ratings.ts";
import { judgeResolution } from "./resolution.ts";
import { isCustomer } from "./roles-in-messages.ts";
import { segmentOf } from "./segment.ts";
import type { Conversation, Defect } from "./types.ts";
import { judgeAi } from "./verdicts/ai-outcome.ts";
import { judgeAsk } from "./verdicts/ask-wait.ts";
import { judgeBroken } from "./verdicts/broken.ts";
import { judgeReturns } from "./verdicts/returns.ts";
import { offerOf } from "./verdicts/surveys.ts";
import { judgeWait, measuredAgainAt, teamOf } from "./waits.ts";

/** Raised whenever a verdict can come out differently, so that everything stored is assessed again. */
export const ASSESS_VERSION = "9";

export type Context = {
  now: Date;
  calendarOf: CalendarOf;
  /** Of the conversation's source; absent = the usual ones. */
  inactivityHours?: InactivityHours;
};
/** An episode before its ratings are looked at. */
type Draft = Omit<Episode, "aiOutcome" | "surveyOfferedAt" | "ratedAt">;
type Assessed = {
  scene: Scene;
  episode: Draft;
  handoffs: Handoff[];
  findings: Finding[];
  defects: Defect[];
  reassessAt: Date[];
};

/** Everything we make of one conversation: episodes with segment and rule, handoffs with their waits, attributed
 * ratings, findings, and `reassessAt`, the next instant at which the passing of time alone changes a verdict
 * (null = never). Pure: equal input gives equal output. */
export const assess = (conversation: Conversation, history: History, context: Context): Assessment => {
  const kinds = new Map(conversation.participants.map(({ id, kind }) => [id, kind]));
  const cuts = cutEpisodes(conversation, { ...context, cannedReplies: history.cannedReplies });
  const assessed = cuts.map((cut, i) => {
    const kindOf = (id: string | null) => (id === null ? null : (kinds.get(id) ?? null));
    const turns = turnsOf(cut.messages, conversation.language);
    const scene = sceneOf(cut, turns, { kindOf, cannedReplies: history.cannedReplies });
    return assessEpisode({ conversation, history, scene, next: cuts[i + 1], ...context });
  });
  const drafts = assessed.map(({ episode }) => episode);
  const ratings = attributeRatings(conversation, drafts);
  const silenceMs = inactivityMs(conversation.channel, context.inactivityHours);
  const judged = assessed.map((one) => judgeFeedback({ conversation, drafts, ratings, silenceMs, ...context }, one));
  const times = [...assessed, ...judged].flatMap(({ reassessAt }) => reassessAt ?? []).map((at) => at.getTime());
  return {
    episodes: judged.map(({ episode }) => episode),
    handoffs: assessed.flatMap(({ handoffs }) => handoffs),
    ratings,
    findings: assessed.flatMap(({ findings }) => findings),
    defects: assessed.flatMap(({ defects }) => defects),
    reassessAt: times.length === 0 ? null : new Date(Math.min(...times)),
  };
};

type Setting = Context & { conversation: Conversation; history: History; scene: Scene; next: Cut | undefined };

const assessEpisode = (setting: Setting): Assessed => {
  const { conversation, scene, now } = setting;
  const executed = executedHandoffs(scene);
  const broken = judgeBroken(scene, executed, now);
  const { segment, rule, tags } = segmentOf(scene, executed, broken);
  // A takeover in a conversation the AI had no part in is just an answer, and no handoff.
  const counted = segment === "handoff" ? executed : executed.filter(({ isTakeover }) => !isTakeover);
  const waits = counted.map((handoff, i) => judgeWait(handoff, i + 1, setting));
  const handoffs = waits.map(({ handoff }) => handoff);
  const resolved = judgeResolution({ ...setting, segment, handoffs });
  const returns = judgeReturns({ ...setting, cut: scene.cut });
  const calendar = setting.calendarOf(conversation.source, handoffs[0]?.team ?? null);
  const ask = judgeAsk({ ...setting, handoffs, calendar });
  const firstReply = scene.replies[0];
  const episode: Draft = {
    index: scene.cut.index,
    startedAt: scene.cut.startedAt,
    endedAt: scene.cut.endedAt,
    endedBy: scene.cut.endedBy,
    segment,
    rule,
    tags: wentBackUnseen(scene, handoffs) ? [...new Set<EpisodeTag>([...tags, "failed_handoff"])] : tags,
    excluded: exclusionOf(conversation, scene),
    team: handoffs[0]?.team ?? teamOf(conversation, firstReply?.authorId ?? null),
    firstHumanAskAt: scene.asks[0] ?? null,
    ask,
    firstHumanReplyAt: firstReply?.at ?? handoffs.find(({ firstReplyAt }) => firstReplyAt)?.firstReplyAt ?? null,
    executedHandoffs: handoffs.length,
    customerSpokeAfterHuman: spokeAfterHuman(scene, handoffs),
    resolution: resolved.resolution,
    resolutionAt: resolved.resolutionAt,
    maturesAt: resolved.maturesAt,
    isReopened: returns.isReopened,
    hasRepeatContact: returns.hasRepeatContact,
  };
  const reassessAt = [
    ...waits.flatMap((wait) => wait.reassessAt),
    scene.cut.endsByItselfAt,
    resolved.reassessAt,
    returns.reassessAt,
    broken.reassessAt,
    ask?.outcome === "waiting" ? measuredAgainAt(ask.waitSeconds, now) : null,
  ];
  return {
    scene,
    episode,
    handoffs,
    findings: scan({ ...setting, executed, handoffs, broken }),
    defects: waits.flatMap(({ defects }) => defects),
    reassessAt: reassessAt.filter((at): at is Date => at !== null && at > now),
  };
};

type Rated = Context & {
  conversation: Conversation;
  drafts: Draft[];
  ratings: AttributedRating[];
  silenceMs: number;
};

/** What surveys and ratings add to an episode. */
const judgeFeedback = (
  { conversation, drafts, ratings, silenceMs, now }: Rated,
  { scene, episode }: Assessed,
): { episode: Episode; reassessAt: Date | null } => {
  const { segment, tags, maturesAt, index } = episode;
  const own = ratings.filter((rating) => rating.episode === index);
  const ai = segment === "ai_only" ? judgeAi({ scene, tags, ratings: own, maturesAt, silenceMs, now }) : null;
  const offer = offerOf(conversation, episode, { episodes: drafts, ratings });
  return { episode: { ...episode, aiOutcome: ai?.outcome ?? null, ...offer }, reassessAt: ai?.reassessAt ?? null };
};

const exclusionOf = ({ deleted, mergedInto, flags }: Conversation, scene: Scene): Exclusion | null => {
  if (deleted) return "deleted";
  if (mergedInto !== null) return "merged";
  if (flags.includes("test")) return "test";
  if (flags.includes("spam")) return "spam";
  return flags.includes("proactive") && scene.firstCustomerAt === null ? "proactive" : null;
};

/** Handed over and back each time, and nobody took it: it never reached a staffed queue. */
const wentBackUnseen = ({ replies }: Scene, handoffs: Handoff[]): boolean =>
  handoffs.length > 0 &&
  replies.length === 0 &&
  handoffs.every(({ outcome, acceptedAt }) => outcome === "handed_back" && acceptedAt === null);

const spokeAfterHuman = ({ cut, replies }: Scene, handoffs: Handoff[]): boolean => {
  const handedAt = handoffs[0]?.at;
  const answeredAt = handedAt && (handoffs[0]?.firstReplyAt ?? replies.find(({ at }) => at >= handedAt)?.at);
  return answeredAt != null && cut.messages.some((message) => isCustomer(message) && message.at > answeredAt);
};

/** What the scanners find; nothing where the language has no pack. */
type Judged = Setting & { executed: Executed[]; handoffs: Handoff[]; broken: Broken };

const scan = ({ conversation, history, scene, executed, handoffs, broken }: Judged): Finding[] => {
  const { turns } = scene;
  if (!turns) return [];
  const { index, events, endedAt } = scene.cut;
  const declaredOf = new Map(executed.map(({ id, declared }) => [id, declared]));
  const told = handoffs.map((handoff) => ({ ...handoff, declared: declaredOf.get(handoff.id) ?? null }));
  const found = scanEpisode({ turns, index, handoffs: told, events, endedAt, broken, conversation, history });
  const texts = new Map(scene.cut.messages.map(({ id, text }) => [id, text]));
  return withReviews(found, history.reviews ?? [], (messageId) => texts.get(messageId) ?? "");
};
