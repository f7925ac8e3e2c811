import type { Cause, Factor, FactorChange } from "./notification.ts";

/** What made the load of a queue in a stretch of time. */
export type LoadCounts = {
  /** Episodes that began, in its source, in which the AI took part. */
  episodes: number;
  /** Of its own: handed to it. */
  handoffs: number;
  /** Mean seconds from the first answer to the end of the episode, of those that ended; null = too few. */
  handleSeconds: number | null;
  /** Who gave a first answer. */
  people: number;
};

/** What moved the load per person, of a stretch of time against the mean of the same stretch of earlier weeks; null without
 * any. The load is a product, L = E · r · h / p: episodes, the share of them handed over, handle time, people. So
 * ln(L₁/L₀) = ln(E₁/E₀) + ln(r₁/r₀) + ln(h₁/h₀) − ln(p₁/p₀), and each term is that factor's Shapley value of the change,
 * whatever the order in which the factors are exchanged. A share is the part of one factor in what pushed the load up:
 * max(term, 0) ÷ Σ max(term, 0), which sum to 1, or are all 0 where nothing did. A count of 0 is taken as ½, and a handle
 * time that is not known as unchanged. */
export const causeOf = (
  now: LoadCounts,
  earlier: readonly LoadCounts[],
  window: { from: Date; to: Date },
): Cause | null => {
  if (earlier.length === 0) return null;
  const usual = meanOf(earlier);
  const terms = termsOf(now, usual);
  const pushed = terms.reduce((sum, { log }) => sum + Math.max(0, log), 0);
  const factors = terms
    .map((term): FactorChange => ({ ...term, share: pushed > 0 ? Math.max(0, term.log) / pushed : 0 }))
    .toSorted((a, b) => b.log - a.log);
  const loadRatio = Math.exp(terms.reduce((sum, { log }) => sum + log, 0));
  return { from: window.from.toISOString(), to: window.to.toISOString(), weeks: earlier.length, loadRatio, factors };
};

const HALF = 0.5;
const count = (n: number): number => Math.max(n, HALF);

const meanOf = (all: readonly LoadCounts[]): LoadCounts => {
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const handled = all.flatMap(({ handleSeconds }) => handleSeconds ?? []);
  return {
    episodes: mean(all.map(({ episodes }) => episodes)),
    handoffs: mean(all.map(({ handoffs }) => handoffs)),
    handleSeconds: handled.length > 0 ? mean(handled) : null,
    people: mean(all.map(({ people }) => people)),
  };
};

const rateOf = ({ handoffs, episodes }: LoadCounts): number => count(handoffs) / count(episodes);

const termsOf = (now: LoadCounts, usual: LoadCounts): Omit<FactorChange, "share">[] => {
  const term = (factor: Factor, one: number | null, other: number | null, log: number) => ({
    ...{ factor, now: one, usual: other },
    log: Object.is(log, -0) ? 0 : log,
  });
  const handle = now.handleSeconds && usual.handleSeconds ? Math.log(now.handleSeconds / usual.handleSeconds) : 0;
  return [
    term("arrivals", now.episodes, usual.episodes, Math.log(count(now.episodes) / count(usual.episodes))),
    term("escalation_rate", rateOf(now), rateOf(usual), Math.log(rateOf(now) / rateOf(usual))),
    term("handle_time", now.handleSeconds, usual.handleSeconds, handle),
    term("people", now.people, usual.people, -Math.log(count(now.people) / count(usual.people))),
  ];
};
