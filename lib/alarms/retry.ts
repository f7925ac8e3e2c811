const MINUTE_MS = 60_000;
const MINUTES = [1, 2, 4, 8, 16, 32] as const;
/** By how much a pause is longer or shorter at most, so that what failed together does not come back together. */
const JITTER = 0.2;
/** Whoever asks for a longer pause is asked again then: an alarm that comes later than this helps nobody. */
const LONGEST_MS = 60 * MINUTE_MS;

/** When to try again what was tried `attempts` times: 1, 2, 4 … 32 minutes later, by a fifth more or less, and not before
 * the receiver said; null = given up. Statistics §5.2. `random` is from 0 up to 1. */
export const nextTry = (
  attempts: number,
  { now, notBefore = null, random }: { now: Date; notBefore?: Date | null; random: number },
): Date | null => {
  const minutes = MINUTES[attempts - 1];
  if (minutes === undefined) return null;
  const pause = minutes * MINUTE_MS * (1 - JITTER + 2 * JITTER * random);
  const asked = notBefore ? Math.min(notBefore.getTime() - now.getTime(), LONGEST_MS) : 0;
  return new Date(now.getTime() + Math.max(pause, asked));
};
