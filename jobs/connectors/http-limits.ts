/** What a vendor says is left of our budget. */
export type Limits = { remaining: number; resetAt: Date | null };

/** Sleeps until its time has come or the signal aborts; then it throws the signal's reason. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

type Clock = { now: () => Date; sleep: Sleep };

export type Bucket = {
  take: (signal: AbortSignal) => Promise<void>;
  feed: (limits: Limits) => void;
  /** Nobody takes before this instant: what a Retry-After asks for, it asks of the whole connection. */
  pauseUntil: (instant: number) => void;
  pausedUntil: () => number;
};

/** Holds a second's worth of requests, and never more than the vendor says are left. */
export const createBucket = (perSecond: number, { now, sleep }: Clock): Bucket => {
  const capacity = Math.max(1, perSecond);
  let tokens = capacity;
  let filledAt = now().getTime();
  let pausedUntil = 0;
  const fill = (instant: number): void => {
    tokens = Math.min(capacity, tokens + (Math.max(0, instant - filledAt) / 1000) * perSecond);
    filledAt = instant;
  };
  return {
    take: async (signal) => {
      for (;;) {
        signal.throwIfAborted();
        const instant = now().getTime();
        fill(instant);
        // Rounded up, and a hair below 1 is 1: otherwise a fraction lost to floating point is slept for again and again.
        const wait = Math.max(pausedUntil - instant, Math.ceil(((1 - tokens - 1e-9) / perSecond) * 1000));
        if (wait <= 0) break;
        await sleep(wait, signal);
      }
      tokens -= 1;
    },
    feed: ({ remaining, resetAt }) => {
      if (remaining > 0) tokens = Math.min(tokens, remaining);
      else if (resetAt) pausedUntil = Math.max(pausedUntil, resetAt.getTime());
    },
    pauseUntil: (instant) => {
      pausedUntil = Math.max(pausedUntil, instant);
    },
    pausedUntil: () => pausedUntil,
  };
};

/** The vendor's clock minus ours; null when the answer has no usable Date. Its resolution is a second. */
export const skewOf = (headers: Headers, now: Date): number | null => {
  const theirs = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(theirs) ? null : theirs - now.getTime();
};

/** The instant, on our clock, before which the vendor does not want to be asked; null when it does not say. */
export const retryAt = (headers: Headers, now: Date): number | null => {
  const given = headers.get("retry-after")?.trim();
  if (!given) return null;
  if (/^\d+(\.\d+)?$/.test(given)) return now.getTime() + Number(given) * 1000;
  const theirs = Date.parse(given);
  return Number.isNaN(theirs) ? null : theirs - (skewOf(headers, now) ?? 0);
};

const REMAINING = ["x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining"];
const RESET = ["x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset"];

/** Reads X-RateLimit-*, X-Rate-Limit-*, RateLimit-* and the one-header `RateLimit` of the IETF drafts; null = nothing said. */
export const limitsOf = (headers: Headers, now: Date): Limits | null => {
  const remaining = numberIn(headers, REMAINING, /\b(?:remaining|r)=(\d+)/);
  if (remaining === null) return null;
  const reset = numberIn(headers, RESET, /\b(?:reset|t)=(\d+)/);
  return { remaining, resetAt: reset === null ? null : new Date(resetInstant(reset, headers, now)) };
};

const numberIn = (headers: Headers, names: string[], inCombined: RegExp): number | null => {
  const given = names.map((name) => headers.get(name)?.trim()).find((value) => value);
  const digits = given ?? inCombined.exec(headers.get("ratelimit") ?? "")?.[1];
  return digits && /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : null;
};

/** Vendors give milliseconds or seconds since 1970, by their clock, or seconds from now: the size tells which. */
const resetInstant = (reset: number, headers: Headers, now: Date): number => {
  if (reset < 1e9) return now.getTime() + reset * 1000;
  return (reset < 1e12 ? reset * 1000 : reset) - (skewOf(headers, now) ?? 0);
};
