import { BANDS, bandAt, WAIT_BANDS, type WaitBand } from "#lib/conversation/told-apart.ts";
import { count, duration, intervalText, lengthText, measurementText, percent } from "#lib/format.ts";
import { isTooFew, type Measurement, standing } from "#lib/metrics/measure.ts";
import { answeredBy, type Clock, endedBy, type Fate, type FateRisk, fateOf } from "#lib/metrics/wait-curve.ts";
import { waitQuantile } from "#lib/metrics/waits.ts";
import type { Narrow } from "#lib/narrowing.ts";
import { quantile } from "#lib/stats/quantile.ts";

/** Lists that a figure of these sentences opens; a narrowing is one of those who are timed. */
export type WaitList = "left" | "certain" | "short" | "closed" | "waiting" | "asked";
export type WaitPiece = { text: string; opens?: WaitList | Narrow };

/** Quantiles that are shown of a wait. */
export const WAIT_QUANTILES = [0.5, 0.75, 0.9, 0.95] as const;

const WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const word = (n: number): string => WORDS[n] ?? String(n);

type Whole = { n: number; unit: "minute" | "hour" };

/** A wait in whole minutes, or in hours from two of them on, rounded to the side on which the sentence stays true. */
const whole = (seconds: number, round: (n: number) => number): Whole => {
  const minutes = round(seconds / 60);
  return minutes < 120 ? { n: minutes, unit: "minute" } : { n: round(seconds / 3600), unit: "hour" };
};

const wholeText = ({ n, unit }: Whole): string => `${word(n)} ${unit}${n === 1 ? "" : "s"}`;

/** "Half are answered within four minutes, one in ten waits eighteen minutes or longer": the time by which half of all handed over
 * had an answer, rounded up, and the wait that a tenth reached whatever ended it, rounded down; both hold of the rows
 * themselves. Null without a finding: fewer than ten, or half never had one. The second half is left out where its
 * interval has no upper end. */
export const waitTitle = (risks: readonly FateRisk[], clock: Clock): string | null => {
  if (isTooFew({ n: risks.length })) return null;
  const half = answeredBy(risks, 0.5);
  if (half === null) return null;
  const answered = whole(Math.max(half, 1), Math.ceil);
  const tenth = endedBy(risks, 0.9);
  const waits = tenth.value === null || tenth.high === null ? null : whole(tenth.value, Math.floor);
  const by = clock === "wall" ? " by the clock" : "";
  const start = `Half are answered within ${wholeText(answered)}`;
  if (!waits || waits.n < 1) return start + by;
  return `${start}, one in ten waits ${wholeText(waits)} or longer${by}`;
};

/** The share with an answer in five minutes, its interval, n, and where it stands against the target. */
export const reachedSentence = (reached: Measurement, target: number | null): string => {
  const text = measurementText("answeredInTarget", reached);
  if (isTooFew(reached)) return text;
  const found = standing(reached, { target, better: "higher" });
  return target === null || found === null ? text : `${text}; target ${percent(target)}${STANDINGS[found]}`;
};

const STANDINGS = {
  met: ", met",
  missed: ", missed by the whole interval",
  unclear: ", close to it and not clear",
};

/** What the median of the answered alone would read beside the one that counts everybody. Null when nobody was answered or
 * too few waited. */
export const answeredOnlySentence = (risks: readonly FateRisk[]): string | null => {
  const answered = risks.filter(({ outcome }) => outcome === "answered");
  const naive = waitQuantile(answered, 0.5).value;
  if (naive === null || isTooFew({ n: risks.length })) return null;
  const missing = risks.length - answered.length;
  if (missing === 0) return "Everybody was answered, so nobody is missing from the median.";
  const honest = waitQuantile(risks, 0.5).value;
  const beside = honest === null ? "where the median of all is not reached" : `not ${lengthText(honest)}`;
  const text =
    duration(naive) === duration(honest) ? `the same ${lengthText(naive)}` : `${lengthText(naive)}, ${beside}`;
  return `Would read ${text}: it leaves out the ${missing === 1 ? "one" : count(missing)} whom nobody answered.`;
};

/** What Kaplan–Meier takes for granted; null where nobody's wait ended without an answer, so that nothing is. */
export const cautionSentence = (risks: readonly FateRisk[]): string | null =>
  risks.every(({ outcome }) => outcome === "answered" || outcome === "waiting")
    ? null
    : "Kaplan–Meier treats leaving as independent of the wait it would have had. It is not quite, so read the percentiles beside the curve, which leaves nobody out.";

const BAND_TEXTS: Record<WaitBand, string> = {
  under_5: "answered within 5 min",
  "5_to_15": "answered in 5 to 15 min",
  over_15: "answered later",
};
const ENDS: Record<WaitBand, number | null> = { under_5: BANDS.soon, "5_to_15": BANDS.late, over_15: null };
const OTHER_FATES = [
  ["waiting", "still waiting"],
  ["other", "closed or handed back"],
  ["left", "left and said so"],
  ["silent", "left in silence"],
] as const satisfies [Fate, string][];

/** One stretch of the curve: how many it holds, and the narrowing that lists them. */
type Stretch = { n: number; text: string; narrow: Narrow };

/** The answered of one curve by how long they waited by its clock; upTo = seconds at which the band ends, null = never. */
export const bandsOf = (risks: readonly FateRisk[], clock: Clock): (Stretch & { upTo: number | null })[] => {
  const bands = risks.flatMap(({ outcome, seconds }) => (outcome === "answered" ? [bandAt(seconds)] : []));
  return WAIT_BANDS.map((band) => ({
    upTo: ENDS[band],
    n: bands.filter((one) => one === band).length,
    text: BAND_TEXTS[band],
    narrow: { [clock === "open" ? "wait" : "wall"]: band, hours: "open" },
  }));
};

/** All of one curve, taken apart into lists that can be read: the answered by their wait, the others by what ended it. */
export const stretchesSentence = (risks: readonly FateRisk[], clock: Clock): WaitPiece[] => {
  const others = OTHER_FATES.map(([fate, text]) => ({
    n: risks.filter((risk) => (fateOf(risk) ?? "waiting") === fate).length,
    text,
    narrow: { fate, hours: "open" },
  }));
  const shown = [...bandsOf(risks, clock), ...others].filter(({ n }) => n > 0);
  return shown.flatMap(({ n, text, narrow }, i) => [
    ...(i === 0 ? [] : [{ text: " · " }]),
    { text: `${count(n)} ${text}`, opens: narrow },
  ]);
};

type Leaving = { certain: Measurement; likely: Measurement; short: number };

/** Leaving as a range, from those who said or showed it to those with whom it is inferred; the short ones apart. */
export const leftSentence = ({ certain, likely, short }: Leaving): WaitPiece[] => [
  ...leftRange(certain, likely),
  ...(short === 0
    ? []
    : [
        { text: " Within 30 seconds left " },
        { text: count(short), opens: "short" as const },
        { text: ", counted apart." },
      ]),
];

const leftRange = (certain: Measurement, likely: Measurement): WaitPiece[] => {
  if (likely.n === 0) return [{ text: "Nobody who could have left." }];
  if (isTooFew(likely)) return [{ text: measurementText("leftBeforeAnswer", likely), opens: "left" }, { text: "." }];
  const of = `of ${count(likely.n)}, open hours or not`;
  const ends = intervalText("leftBeforeAnswer", likely);
  if (certain.part === likely.part) {
    return [
      { text: percent(likely.value, 1), opens: "left" },
      { text: ` ${of} (${ends}); all of them said or showed it.` },
    ];
  }
  return [
    { text: percent(certain.value, 1), opens: "certain" },
    { text: " for certain, " },
    { text: percent(likely.value, 1), opens: "left" },
    { text: ` with those who fell silent, ${of} (${ends}).` },
  ];
};

/** Those handed over while closed: how many, and when half would have had an answer by both clocks. */
export const outOfHoursSentence = (out: Record<Clock, readonly FateRisk[]>): WaitPiece[] => {
  const n = out.open.length;
  if (n === 0) return [{ text: "Nobody was handed over out of hours." }];
  const figure: WaitPiece = { text: `${count(n)} ${n === 1 ? "handoff" : "handoffs"}`, opens: "closed" };
  if (isTooFew({ n })) return [figure, { text: ", shown apart; too few for a median." }];
  const [open, wall] = [medianText(out.open), medianText(out.wall)];
  return [figure, { text: `, shown apart: p50 ${open} from opening, ${wall} by the clock.` }];
};

const medianText = (risks: readonly FateRisk[]): string => {
  const { value } = waitQuantile(risks, 0.5);
  return value === null ? "not reached" : lengthText(value);
};

/** How many still wait. */
export const stillWaitingSentence = ({ part, n }: Measurement): WaitPiece[] => {
  if (part === 0) return [{ text: n === 0 ? "Nobody." : "Nobody any more." }];
  return [
    { text: count(part), opens: "waiting" },
    { text: `, of ${count(n)}; each counts for as long as it has been.` },
  ];
};

/** The second clock, from the first ask for a person on, with quantiles of its own. */
export const askedSentence = (risks: readonly FateRisk[]): WaitPiece[] => {
  const n = risks.length;
  if (n === 0) return [{ text: "Nobody asked for a person, or the source does not say." }];
  const figure: WaitPiece = { text: `n\u202f${count(n)}`, opens: "asked" };
  if (isTooFew({ n })) return [{ text: "Too few · " }, figure];
  return [{ text: `${quantilesText(risks)} · ` }, figure];
};

/** "p50 4:10 · p75 9:20 · p90 not reached", with the unit at the first. */
export const quantilesText = (risks: readonly FateRisk[]): string =>
  WAIT_QUANTILES.map((p) => {
    const { value } = waitQuantile(risks, p);
    return `p${p * 100} ${value === null ? "not reached" : lengthText(value)}`;
  }).join(" · ");

type Split = { queue: readonly number[]; reply: readonly number[]; answered: number };

/** The two legs of answered waits: until somebody accepted, and from then to the reply. */
export const legsSentence = ({ queue, reply, answered }: Split): string => {
  if (answered === 0) return "Nobody was answered.";
  const unknown = answered - queue.length;
  if (queue.length === 0) return "Not available from this source: it does not say when a handoff was accepted.";
  const rest = unknown === 0 ? "" : `; not available from the source of ${count(unknown)} more`;
  if (isTooFew({ n: queue.length })) return `Too few · n\u202f${count(queue.length)}${rest}.`;
  const [first, second] = [quantile(queue, 0.5) ?? 0, quantile(reply, 0.5) ?? 0];
  return `${lengthText(first)} in the queue, ${lengthText(second)} to read and write · n\u202f${count(queue.length)} answered${rest}. Each is a median of its own, so they need not add up.`;
};
