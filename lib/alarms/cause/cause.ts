import type { Cause, Factor, FactorChange } from "../notification.ts";
import type { LoadCounts, LogSums } from "./load.ts";
import { peopleChange } from "./people.ts";

/** One-sided, 0.13 % of each factor and so about 0.5 % of all four where nothing is other than usual. */
const CLEAR = 3;
/** What moves the load by less than a fifth makes nobody wait. */
const NOTEWORTHY = Math.log(1.2);
const HALF = 0.5;
/** Of fewer durations on either side nothing is said. */
const FEW_HANDLED = 5;
/** Of fewer conversations on either side nothing is said. */
const FEW = 5;

export type Window = { from: Date; to: Date };
type Found = Omit<FactorChange, "share">;

/** What moved the load per person in a stretch of time, against the same stretch of earlier weeks; null without any. The
 * load is a product, L = E · r · h / p: episodes, the share of them handed over, handle time, people. So ln(L₁/L₀) is the
 * sum of the changes of their logarithms, and each is that factor's Shapley value, whatever the order in which they are
 * exchanged. A share is the part of one factor in what pushed the load up: max(term, 0) ÷ Σ max(term, 0).
 *
 * A factor is named only if it is clear of chance (z of its term at least 3, the weeks' own scatter included), pushed the
 * load up by a fifth or more, and by more than all others together. More conversations or more escalations are named only
 * where more is handed over, because what others are handed makes nobody wait here. */
export const causeOf = (now: LoadCounts, earlier: readonly LoadCounts[], { from, to }: Window): Cause | null => {
  // A source that was not there yet had no usual; one that was and rests did.
  const weeks = earlier.slice(0, 1 + earlier.findLastIndex(({ episodes, handoffs }) => episodes + handoffs > 0));
  if (weeks.length === 0) return null;
  const found = [arrivals(now, weeks), rate(now, weeks), handleTime(now, weeks), people(now, weeks)];
  const pushed = found.reduce((sum, { log }) => sum + Math.max(0, log), 0);
  const factors = found
    .map((one): FactorChange => ({ ...one, share: pushed > 0 ? Math.max(0, one.log) / pushed : 0 }))
    .toSorted((a, b) => b.log - a.log);
  return {
    ...{ from: from.toISOString(), to: to.toISOString(), weeks: weeks.length, isOfAll: false },
    loadRatio: Math.exp(found.reduce((sum, { log }) => sum + log, 0)),
    ...verdictOf(factors, Math.log(orHalf(now.handoffs) / orHalf(mean(weeks, ({ handoffs }) => handoffs)))),
    factors,
  };
};

/** Of a queue by itself, or where that is too few to tell, of all queues of its source together, if in the queue by itself
 * that factor did not move the other way. */
export const causeWithin = (queue: Cause | null, all: Cause | null): Cause | null => {
  if (queue === null || queue.named !== null || !all?.named) return queue;
  const mine = queue.factors.find(({ factor }) => factor === all.named);
  const isDemand = all.named === "arrivals" || all.named === "escalation_rate";
  const moved = isDemand ? sumOf(queue.factors, ["arrivals", "escalation_rate"]) : (mine?.log ?? 0);
  return moved < 0 ? queue : { ...all, isOfAll: true };
};

const sumOf = (factors: readonly FactorChange[], of: readonly Factor[]): number =>
  factors.filter(({ factor }) => of.includes(factor)).reduce((sum, { log }) => sum + log, 0);

const verdictOf = (factors: readonly FactorChange[], handedOver: number): Pick<Cause, "named" | "isUsual"> => {
  const [first] = factors;
  const isDemand = first?.factor === "arrivals" || first?.factor === "escalation_rate";
  const isNamed =
    first?.isClear && first.log >= NOTEWORTHY && first.share > HALF && (!isDemand || handedOver >= first.log / 2);
  // Each is known so well that a change worth naming would have shown.
  const isUsual = factors.every(({ log, error }) => error !== null && log + 2 * error < 2 * NOTEWORTHY);
  return { named: isNamed && first ? first.factor : null, isUsual: !isNamed && isUsual };
};

const orHalf = (n: number): number => Math.max(n, HALF);
const sum = (weeks: readonly LoadCounts[], of: (week: LoadCounts) => number): number =>
  weeks.reduce((total, week) => total + of(week), 0);
const mean = (weeks: readonly LoadCounts[], of: (week: LoadCounts) => number): number => sum(weeks, of) / weeks.length;

/** Conversations come in bursts, and eight weeks tell badly by how much. */
const BURSTS = 1.5;

/** By how much more the weeks scatter than counts by chance do: Pearson's chi-square by its degrees. */
const scatterOf = (pairs: readonly { seen: number; expected: number }[], least: number): number => {
  const chi = pairs.reduce((total, { seen, expected }) => total + (seen - expected) ** 2 / orHalf(expected), 0);
  return pairs.length < 2 ? least : Math.max(least, chi / (pairs.length - 1));
};

const isClear = (log: number, error: number | null): boolean =>
  error !== null && Math.abs(log) >= CLEAR * error && log !== 0;

const changeOf = (found: Omit<Found, "isClear" | "error">, error: number | null): Found => ({
  ...found,
  log: Object.is(found.log, -0) ? 0 : found.log,
  error,
  isClear: isClear(found.log, error),
});

const arrivals = (now: LoadCounts, weeks: readonly LoadCounts[]): Found => {
  const usual = mean(weeks, ({ episodes }) => episodes);
  const all = usual * weeks.length;
  const scatter = scatterOf(
    weeks.map(({ episodes }) => ({ seen: episodes, expected: usual })),
    BURSTS,
  );
  const error =
    Math.max(now.episodes, all) < FEW ? null : Math.sqrt(scatter * (1 / orHalf(now.episodes) + 1 / orHalf(all)));
  const log = Math.log(orHalf(now.episodes) / orHalf(usual));
  return changeOf({ factor: "arrivals", now: now.episodes, usual, n: now.episodes, usualN: all, log }, error);
};

const rate = (now: LoadCounts, weeks: readonly LoadCounts[]): Found => {
  const [handoffs, episodes] = [sum(weeks, (week) => week.handoffs), sum(weeks, (week) => week.episodes)];
  const usual = orHalf(handoffs) / orHalf(episodes);
  const share = orHalf(now.handoffs) / orHalf(now.episodes);
  const scatter = scatterOf(
    weeks.map((week) => ({ seen: week.handoffs, expected: usual * week.episodes })),
    1,
  );
  // Handoffs of an hour need not be of its episodes, and there may be more of them.
  const variance = (part: number, whole: number) => 1 / orHalf(part) - Math.min(1 / orHalf(whole), HALF / orHalf(part));
  const error =
    Math.min(now.episodes, episodes) < FEW
      ? null
      : Math.sqrt(scatter * (variance(now.handoffs, now.episodes) + variance(handoffs, episodes)));
  const log = Math.log(share / usual);
  return changeOf({ factor: "escalation_rate", now: share, usual, n: now.episodes, usualN: episodes, log }, error);
};

/** Durations are compared by their logarithms (Welch 1947): one that was forgotten open must not move the mean. */
const handleTime = (now: LoadCounts, weeks: readonly LoadCounts[]): Found => {
  const before = weeks.reduce<LogSums>(
    (all, { handled: { n, sum: logs, squares } }) => ({
      n: all.n + n,
      sum: all.sum + logs,
      squares: all.squares + squares,
    }),
    { n: 0, sum: 0, squares: 0 },
  );
  const typical = ({ n, sum: logs }: LogSums) => (n === 0 ? null : Math.exp(logs / n));
  const base = { factor: "handle_time", now: typical(now.handled), usual: typical(before) } as const;
  const counts = { n: now.handled.n, usualN: before.n };
  if (Math.min(now.handled.n, before.n) < FEW_HANDLED) return changeOf({ ...base, ...counts, log: 0 }, null);
  const spread = ({ n, sum: logs, squares }: LogSums) => Math.max(0, squares - logs ** 2 / n) / (n - 1) / n;
  // Of few the spread is known badly: it is taken as that of all where that is more.
  const mine = Math.max(spread(now.handled), (spread(before) * before.n) / now.handled.n);
  const log = now.handled.sum / now.handled.n - before.sum / before.n;
  return changeOf({ ...base, ...counts, log }, Math.sqrt(mine + spread(before)));
};

const people = (now: LoadCounts, weeks: readonly LoadCounts[]): Found => {
  const answers = ({ answers: all }: LoadCounts) => all.reduce((total, n) => total + n, 0);
  const usualN = sum(weeks, answers);
  const change = peopleChange(
    now.answers,
    weeks.map((week) => week.answers),
  );
  const counts = { factor: "people", n: change?.n ?? answers(now), usualN } as const;
  if (!change) return nobody(now, weeks) ?? changeOf({ ...counts, now: null, usual: null, log: 0 }, null);
  const log = Math.log(change.usual / orHalf(change.now));
  const error = change.fewer === 0 ? change.deviation / change.usual : log / change.fewer;
  return changeOf({ ...counts, now: change.now, usual: change.usual, log }, error);
};

/** Almost nobody answers where otherwise many are answered, and no less is handed over: there are too few answers to count
 * people in, and that says it all. */
const nobody = (now: LoadCounts, weeks: readonly LoadCounts[]): Found | null => {
  const answers = ({ answers: all }: LoadCounts) => all.reduce((total, n) => total + n, 0);
  const [mine, usualAnswers] = [answers(now), mean(weeks, answers)];
  const usual = mean(weeks, (week) => week.answers.length);
  const isLess = now.handoffs < mean(weeks, ({ handoffs }) => handoffs) / 2;
  if (isLess || usualAnswers < 2 * FEW || usualAnswers < 4 * Math.max(1, mine)) return null;
  const log = Math.log(usual / orHalf(now.answers.length));
  const counts = { n: mine, usualN: sum(weeks, answers) };
  const error = log > 0 ? log / (2 * CLEAR) : null;
  return changeOf({ factor: "people", now: now.answers.length, usual, ...counts, log }, error);
};
