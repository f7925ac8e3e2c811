import jstat from "jstat";

/** The value that a Student t of so many degrees of freedom stays below with probability p. */
export const studentQuantile = (p: number, degrees: number): number => jstat.studentt.inv(p, degrees);

/** The value that a gamma of this shape and rate stays below with probability p. */
export const gammaQuantile = (p: number, shape: number, rate: number): number => jstat.gamma.inv(p, shape, 1 / rate);

/** The probability that a chi-square of so many degrees of freedom is at least x. */
export const chiSquareTail = (x: number, degrees: number): number =>
  x <= 0 ? 1 : Math.max(0, 1 - jstat.chisquare.cdf(x, degrees));

/** Natural logarithm of the number of ways to choose k of n. */
export const lnChoose = (n: number, k: number): number =>
  jstat.gammaln(n + 1) - jstat.gammaln(k + 1) - jstat.gammaln(n - k + 1);
