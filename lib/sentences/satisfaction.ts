import { percent, points } from "#lib/format.ts";
import {
  CUTS,
  type Gap,
  type MatchCut,
  type Matched,
  type OtherRoad,
  type Unmatched,
} from "#lib/metrics/like-for-like.ts";
import { type Change, change, FEW, type Measurement } from "#lib/metrics/measure.ts";
import type { Piece } from "./piece.ts";

/** The roads like for like, and whether the period was too thin, so that its last four weeks stand for it. */
export type Beside = { found: Matched | Unmatched; isLonger: boolean };

export const ROAD_NAMES: Record<OtherRoad, string> = { ai_only: "AI-only", human_only: "human-only" };

/** What was matched, in words: "topics", or "topics, channels and tiers". */
export const matchedText = (by: readonly MatchCut[]): string =>
  by.length === CUTS.length ? "topics, channels and tiers" : "topics";

/** Why nothing is matched. */
export const unmatchedText = ({ why, apart }: Unmatched): string =>
  why === "nothing_counted"
    ? `handoffs, or both other roads, have fewer than ${FEW} ratings`
    : `${percent(apart)} of the ratings are in topics that one of the roads hardly has; above 20\u202f% too little is like for like`;

/** A number of points without its sign: "9 points", "1 point". */
const sizeText = (difference: number): string => {
  const size = points(Math.abs(difference), 0).replace(/^[+±]/, "");
  return `${size} ${size === "1" ? "point" : "points"}`;
};

const sideOf = (difference: number): string => (difference < 0 ? "below" : "above");

export const isApart = ({ low, high }: { low: number; high: number }): boolean => low > 0 || high < 0;

/** Where Handoff CSAT stands beside human-only, in a clause: matched when it can be, else raw. A gap is named only when its
 * 95 % interval excludes zero, and not as one number when it differs between topics. */
export const besideHumanOnly = (csat: Measurement, humanCsat: Measurement, { found, isLonger }: Beside): Piece[] => {
  const human: Piece = { text: "human-only", tone: "hu" };
  const gap = found.isComparable ? found.gaps.find(({ to }) => to === "human_only") : undefined;
  if (found.isComparable && gap) {
    const over = isLonger ? " over the last 4 weeks" : "";
    if (!gap.isSame) return [{ text: ", its gap to " }, human, { text: ` not the same in every topic${over}` }];
    const after: Piece = { text: ` after matching ${matchedText(found.by)}${over}` };
    if (!isApart(gap.matched)) return [{ text: ", not clearly apart from " }, human, after];
    const { difference } = gap.matched;
    return [{ text: `, ${sizeText(difference)} ${sideOf(difference)} ` }, human, after];
  }
  const raw = change(csat, humanCsat);
  if (!raw) return [];
  if (!raw.isReal) return [{ text: ", not clearly apart from " }, human, { text: ", topics not matched" }];
  const { difference } = raw;
  return [{ text: `, ${sizeText(difference)} ${sideOf(difference)} ` }, human, { text: ", topics not matched" }];
};

/** The title of the chart: what its switch shows of handoffs beside people from the start. */
export const satisfactionTitle = (
  gap: Pick<Gap, "matched" | "isSame"> | null,
  raw: Change | null,
  view: "matched" | "raw",
): string => {
  if (view === "matched" && gap) {
    if (!gap.isSame) return "How handoffs rate beside people from the start depends on the topic";
    const { difference } = gap.matched;
    if (!isApart(gap.matched)) return "With topics matched, handoffs and people from the start are not clearly apart";
    return `With topics matched, handoffs rate ${sizeText(difference)} ${sideOf(difference)} people from the start`;
  }
  if (view === "raw" && raw?.isReal) {
    return `Handoffs rate ${sizeText(raw.difference)} ${sideOf(raw.difference)} people from the start`;
  }
  return "Satisfaction by who handled it";
};
