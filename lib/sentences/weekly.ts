import { capitalised, count, intervalText, metricText, points, rangeName } from "#lib/format.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { type Change, isTooFew, type Measurement } from "#lib/metrics/measure.ts";
import { isOverlapping } from "#lib/time/compare.ts";
import type { Range } from "#lib/time/range.ts";
import type { Piece } from "./piece.ts";
import { type Beside, besideHumanOnly } from "./satisfaction.ts";

export type Moved = { key: MetricKey; now: Measurement; change: Change | null };

type Week = {
  range: Range;
  before: Range;
  csat: Measurement;
  humanCsat: Measurement;
  csatChange: Change | null;
  beside: Beside;
};

/** The sentence at the top of the week: Handoff CSAT, where it stands beside human-only like for like, and whether it moved.
 * Every clause rests on a 95 % interval, changes on all five numbers read together; what no test supports is said to be
 * unclear. */
export const leadSentence = ({ range, before, csat, humanCsat, csatChange, beside }: Week): Piece[] => {
  const beforeName = rangeName(before, range);
  if (csat.n === 0) return [{ text: `Nobody rated a handoff in ${rangeName(range)}.` }];
  if (isTooFew(csat)) {
    return [{ text: `Too few ratings of handoffs in ${rangeName(range)} to tell ` }, statistics(`(n ${csat.n}).`)];
  }
  return [
    { text: `Handoff CSAT is ${metricText("handoffCsat", csat.value)} `, tone: "ho" },
    statistics(`(n ${count(csat.n)}, ${intervalText("handoffCsat", csat)})`),
    ...besideHumanOnly(csat, humanCsat, beside),
    {
      text: `; ${isOverlapping(range, before) ? `${beforeName} shares days with it, so nothing is compared` : movement(csatChange, beforeName)}.`,
    },
  ];
};

const statistics = (text: string): Piece => ({ text, as: "statistics" });

const movement = (moved: Change | null, before: string): string => {
  if (!moved) return `${before} had too few ratings to compare with`;
  if (!moved.isReal) return `no real change on ${before}`;
  const size = points(Math.abs(moved.difference)).replace("+", "");
  return `${moved.difference > 0 ? "up" : "down"} ${size} points on ${before}`;
};

const NAMES: Partial<Record<MetricKey, string>> = {
  contextRepetition: "the share who had to repeat themselves",
  answeredInTarget: "the share answered within five minutes",
  escalationRate: "the escalation rate",
  postEscalationResolution: "post-escalation resolution",
};

/** What else moved beyond chance, and how many numbers did not. `when` names the period, such as "this week". */
export const subSentence = (moved: Moved[], when = "this week"): Piece[] => {
  const known = moved.filter(({ change: one }) => one !== null);
  const real = known.filter(({ change: one }) => one?.isReal);
  const rest = known.filter(({ change: one }) => !one?.isReal);
  if (known.length === 0) return [{ text: "There is nothing to compare the other numbers with yet." }];
  if (real.length === 0) return [{ text: restText(rest) }];
  const clauses = real.flatMap((one, i): Piece[] => [
    ...(i === 0 ? [] : [{ text: i === real.length - 1 ? " and " : ", " }]),
    clause(one),
  ]);
  const tail = rest.length > 0 ? `. ${restText(rest)}` : ".";
  return [{ text: `Real ${when}: ` }, ...clauses, { text: tail }];
};

const nameOf = (key: MetricKey): string => NAMES[key] ?? metricOf(key).label;

/** One of them is named: nobody would know which it is where others have nothing to compare. */
const restText = (rest: Moved[]): string => {
  const [only] = rest;
  const who = rest.length === 1 && only ? capitalised(nameOf(only.key)) : `The other ${numberWord(rest.length)}`;
  return `${who} moved no more than chance would.`;
};

const clause = ({ key, now, change: moved }: Moved): Piece => {
  const size = points(Math.abs(moved?.difference ?? 0)).replace("+", "");
  const verb = (moved?.difference ?? 0) > 0 ? "rose" : "fell";
  return {
    text: `${nameOf(key)} ${verb} ${size} points to ${metricText(key, now.value)}`,
    as: "strong",
  };
};

const WORDS = ["zero", "one number", "two numbers", "three numbers", "four numbers", "five numbers"];
const numberWord = (n: number): string => WORDS[n] ?? `${n} numbers`;
