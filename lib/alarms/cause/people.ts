/** How many answer now and usually, as seen in equally many answers, `n` of them. deviation: the standard one of how many
 * they are by chance; fewer: by how many of these there are fewer than usual. */
export type PeopleChange = { now: number; usual: number; n: number; deviation: number; fewer: number };

/** Of fewer answers than this nothing is said. */
const FEW_ANSWERS = 5;
/** A number of people that never varied in eight weeks may vary by one, all the same. */
const LEAST_DEVIATION = 0.6;

/** Few answers come from few people, whoever is there: so both sides are counted in samples of equal size, drawn from what
 * was answered without putting back (Hurlbert 1971, Ecology 52:577). How much the number of people in such a sample varies
 * is taken from the weeks before, or from drawing at random among as many as would usually show so many (Feller, An
 * Introduction to Probability Theory, vol. 1, II.5), whichever is more. Answers of each person, now and in each of the weeks
 * before; null = too few answers on either side. */
export const peopleChange = (now: readonly number[], weeks: readonly (readonly number[])[]): PeopleChange | null => {
  const totals = weeks.map(total).toSorted((a, b) => a - b);
  const n = Math.min(total(now), totals[Math.floor(totals.length / 2)] ?? 0);
  const seen = weeks.filter((week) => total(week) >= n).map((week) => peopleAmong(week, n));
  if (n < FEW_ANSWERS || seen.length < 2) return null;
  const usual = total(seen) / seen.length;
  const found = peopleAmong(now, n);
  const between = seen.reduce((sum, one) => sum + (one - usual) ** 2, 0) / (seen.length - 1);
  const variance = Math.max(between, drawnVariance(usual, n), LEAST_DEVIATION ** 2) * (1 + 1 / seen.length);
  // Half a person is what counting in whole ones costs.
  const away = Math.max(0, Math.abs(usual - found) - 0.5) * Math.sign(usual - found);
  const deviation = Math.sqrt(variance);
  return { now: found, usual, n, deviation, fewer: away / deviation };
};

const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** How many people are to be expected among n of their answers. */
export const peopleAmong = (answers: readonly number[], n: number): number => {
  const all = total(answers);
  if (n >= all) return answers.length;
  return total(
    answers.map((mine) => {
      let none = 1;
      for (let i = 0; i < mine; i++) none *= Math.max(0, all - n - i) / (all - i);
      return 1 - none;
    }),
  );
};

/** The variance of how many of N show in n draws, where `seen` of them are to be expected to. */
const drawnVariance = (seen: number, n: number): number => {
  const N = drawnFrom(seen, n);
  const [one, two] = [(1 - 1 / N) ** n, Math.max(0, 1 - 2 / N) ** n];
  return Math.max(0, N * one + N * (N - 1) * two - N ** 2 * one ** 2);
};

const MOST_PEOPLE = 10_000;

/** How many there are where n draws show so many of them. */
const drawnFrom = (seen: number, n: number): number => {
  let [low, high] = [1, MOST_PEOPLE];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (middle * (1 - (1 - 1 / middle) ** n) < seen) low = middle;
    else high = middle;
  }
  return high;
};
