import type { ConversationEvent } from "#lib/conversation/types.ts";
import { count, percent } from "#lib/format.ts";
import type { Hit } from "../reading/phrase-index.ts";
import type { Turn } from "../scanner.ts";
import type { Before, Sign } from "./sign.ts";

const KEY = "escalation_trigger";

/** Below these an article fits in part only, and an answer is a guess. Scores on other scales than 0 to 1 tell nothing. */
const WEAK_SCORE = 0.6;
const WEAK_CONFIDENCE = 0.5;

/** What the AI's answers tell of how sure it was, by what the source says of them and by its own words. */
export const confidenceSigns = (before: Before): Sign[] => [
  ...articleSigns(before),
  ...weakSigns(before),
  ...saidByAi(before, "no_article"),
  ...saidByAi(before, "ambiguous"),
  ...failedSigns(before),
];

const hitOf = (turn: Turn | undefined, label: string): Hit | undefined =>
  turn?.reading.hits(KEY).find(({ phrase }) => phrase.label === label);

/** A source that never named an article may not tell of them. */
const articleSigns = ({ ai }: Before): Sign[] => {
  const last = ai.findLastIndex((turn) => turn.ai === null || turn.ai.retrieval.length > 0);
  const without = ai.slice(last + 1);
  if (without.length === 0) return [];
  const isTold = ai.some((turn) => (turn.ai?.retrieval.length ?? 0) > 0);
  const which =
    without.length === 1 ? "last question" : `last ${NUMBERS[without.length] ?? count(without.length)} questions`;
  const evidence = `no article was found for the ${which}`;
  return [{ code: "no_article", confidence: isTold ? 0.85 : 0.4, turn: null, evidence }];
};

const NUMBERS = "zero one two three four five six seven eight nine ten".split(" ");

const weakSigns = ({ ai }: Before): Sign[] => {
  const told = ai.findLast((turn) => turn.ai !== null)?.ai;
  if (!told) return [];
  const best = Math.max(...told.retrieval.map(({ score }) => score ?? Number.NEGATIVE_INFINITY));
  const isSure = told.confidence === null || told.confidence >= WEAK_CONFIDENCE;
  if (best >= 0 && best < WEAK_SCORE) return [weak(0.8, `the best article fitted by ${percent(best)}`)];
  return isSure ? [] : [weak(0.7, `the AI was ${percent(told.confidence)} sure of its last answer`)];
};

const weak = (confidence: number, evidence: string): Sign => ({
  ...{ code: "weak_article", confidence, turn: null, evidence },
});

/** In its last two answers: what it said before was settled since. */
const saidByAi = ({ ai }: Before, code: "no_article" | "ambiguous"): Sign[] =>
  ai.slice(-2).flatMap((turn): Sign[] => {
    const hit = hitOf(turn, code);
    return hit ? [{ code, confidence: hit.phrase.confidence, turn: turn.id, start: hit.start, end: hit.end }] : [];
  });

const FAILED = 2;

/** Answers after which the customer said, or marked, that they did not help. */
const failedSigns = ({ turns, ai, talk, handoffAt }: Before): Sign[] => {
  const answers = new Set(ai);
  let open: Turn | null = null;
  const failed: { turn: Turn; hit: Hit }[] = [];
  for (const turn of turns) {
    if (answers.has(turn)) open = turn;
    const hit = turn.role === "customer" && open ? hitOf(turn, "not_helped") : undefined;
    if (!hit) continue;
    failed.push({ turn, hit });
    open = null;
  }
  const marked = talk.events.filter((event) => event.at <= handoffAt && isBadFeedback(event)).length;
  const last = failed.at(-1);
  const evidence = "two answers of the AI did not help";
  if (failed.length + marked < FAILED || ai.length < FAILED) return [];
  if (!last) return [{ code: "two_failed_answers", confidence: 0.85, turn: null, evidence }];
  const { start, end } = last.hit;
  return [{ code: "two_failed_answers", confidence: 0.85, turn: last.turn.id, start, end, evidence }];
};

const BAD: readonly unknown[] = [
  false,
  0,
  "no",
  "false",
  "bad",
  "negative",
  "down",
  "thumbs_down",
  "not_helpful",
  "unhelpful",
];

/** Feedback on an answer, however the source spells a bad one. */
const isBadFeedback = ({ type, data }: ConversationEvent): boolean =>
  type === "feedback" && ["helpful", "rating", "value", "score", "feedback"].some((name) => BAD.includes(data[name]));
