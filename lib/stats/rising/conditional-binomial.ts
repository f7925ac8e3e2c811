import { lnChoose } from "../distributions.ts";
import type { Counts } from "../proportions/wilson.ts";
import { midP } from "./tail.ts";

/** One-sided mid-p of "rarer before than now": given how often both saw it, whether now has more of it than its part of all
 * would bring. 1 when neither saw it; null when either counted nothing at all. Przyborowski & Wilenski 1940,
 * Biometrika 31:313. */
export const risenP = (now: Counts, before: Counts): number | null => {
  if (now.whole === 0 || before.whole === 0) return null;
  const [n, chance] = [now.part + before.part, now.whole / (now.whole + before.whole)];
  if (n === 0) return 1;
  const at = Math.exp(lnChoose(n, now.part) + now.part * Math.log(chance) + before.part * Math.log1p(-chance));
  // From what was seen away from what is likely, where terms only shrink: the likely side could not start from a term too
  // small for a number.
  if (now.part < n * chance) return 1 - midP({ above: sumAbove(before.part, n, 1 - chance, at), at });
  return midP({ above: sumAbove(now.part, n, chance, at), at });
};

/** P(X > k) of a binomial, from P(X = k). */
const sumAbove = (k: number, n: number, chance: number, at: number): number => {
  const odds = chance / (1 - chance);
  let [term, above] = [at, 0];
  for (let more = k; more < n && term > 0; more++) {
    term *= ((n - more) / (more + 1)) * odds;
    above += term;
  }
  return above;
};
