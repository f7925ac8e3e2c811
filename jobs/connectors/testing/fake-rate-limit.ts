import type { FakeClock } from "./fake-clock.ts";
import type { FakeAnswer } from "./fake-route.ts";

/** A fixed window, counted from the first request in it. */
export type RateLimit = {
  requests: number;
  seconds: number;
  /** Whether every answer says what is left; a vendor may also say nothing at all. */
  hasHeaders: boolean;
};

export const createRateLimit = ({ requests, seconds, hasHeaders }: RateLimit, clock: FakeClock) => {
  let endsAt = 0;
  let used = 0;
  const headers = (): Record<string, string> => {
    if (!hasHeaders) return {};
    const reset = String(Math.ceil((endsAt - clock.now() + clock.headerNow()) / 1000));
    return {
      "x-ratelimit-limit": String(requests),
      "x-ratelimit-remaining": String(Math.max(0, requests - used)),
      "x-ratelimit-reset": reset,
    };
  };
  const take = (): FakeAnswer | null => {
    const now = clock.now();
    if (now >= endsAt) {
      endsAt = now + seconds * 1000;
      used = 0;
    }
    used += 1;
    if (used <= requests) return null;
    const wait = hasHeaders ? { "retry-after": String(Math.ceil((endsAt - now) / 1000)) } : {};
    return { status: 429, json: "Retry later\n", headers: { ...headers(), ...wait } };
  };
  return { take, headers };
};
