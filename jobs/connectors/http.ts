import { setTimeout as sleepFor } from "node:timers/promises";
import type { Dispatcher } from "undici";
import { type Http, type HttpAnswer, HttpError } from "./connector.ts";

const TIMEOUT_MS = 30_000;
const MOST_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
const LARGEST_BODY = 50 * 1024 * 1024;

/** Requests left as the vendor told it, and when they are renewed. */
export type Limits = { remaining: number; resetAt: Date | null };

export type HttpOptions = {
  base: string;
  headers: Record<string, string>;
  /** Our own limit, on average and as the largest burst. */
  perSecond: number;
  signal: AbortSignal;
  dispatcher?: Dispatcher;
  onLimits?: (limits: Limits) => void;
  /** For tests: what passes time and draws. */
  clock?: { now: () => number; sleep: (ms: number, signal: AbortSignal) => Promise<void>; random: () => number };
};

const CLOCK: NonNullable<HttpOptions["clock"]> = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleepFor(ms, undefined, { signal }),
  random: () => Math.random(),
};

type Outcome = { answer: HttpAnswer } | { retryAfterMs: number | null; error: HttpError };

/** Asks a vendor with patience: no faster than agreed, again after what passes by itself, never with a word about the
 * credentials. Redirects are refused, because they would carry the credentials elsewhere. */
export const createHttp = (options: HttpOptions): Http => {
  const { clock = CLOCK, signal } = options;
  const bucket = tokenBucket(options.perSecond, clock.now);
  const ask = async (method: "GET" | "POST", path: string, body?: unknown): Promise<HttpAnswer> => {
    for (let attempt = 1; ; attempt++) {
      for (let wait = bucket.take(); wait > 0; wait = bucket.take()) await clock.sleep(wait, signal);
      const outcome = await once(options, { method, path, body }, bucket);
      if ("answer" in outcome) return outcome.answer;
      if (outcome.retryAfterMs === null || attempt >= MOST_ATTEMPTS) throw outcome.error;
      const backOff = clock.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
      await clock.sleep(Math.max(outcome.retryAfterMs, backOff), signal);
    }
  };
  const withQuery = (path: string, query: Record<string, string | number> = {}): string => {
    const params = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
    return params.size > 0 ? `${path}?${params}` : path;
  };
  return {
    get: (path, query) => ask("GET", withQuery(path, query)),
    post: (path, body) => ask("POST", path, body),
  };
};

/** As many tokens a second as allowed, none while the vendor says that there are none. */
const tokenBucket = (perSecond: number, now: () => number) => {
  let [tokens, at, closedUntil] = [Math.max(1, perSecond), now(), 0];
  return {
    /** 0 when one was taken, else how many milliseconds to wait before asking again. */
    take: (): number => {
      const time = now();
      if (time < closedUntil) return closedUntil - time;
      tokens = Math.min(Math.max(1, perSecond), tokens + ((time - at) / 1000) * perSecond);
      at = time;
      if (tokens < 1) return Math.ceil(((1 - tokens) / perSecond) * 1000);
      tokens -= 1;
      return 0;
    },
    closeUntil: (time: number) => {
      closedUntil = Math.max(closedUntil, time);
    },
  };
};
type Bucket = ReturnType<typeof tokenBucket>;

type Question = { method: "GET" | "POST"; path: string; body?: unknown };

const once = async (options: HttpOptions, { method, path, body }: Question, bucket: Bucket): Promise<Outcome> => {
  const { base, headers, dispatcher, signal, clock = CLOCK } = options;
  const url = `${base.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`;
  const began = clock.now();
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(dispatcher ? { dispatcher } : {}),
    } as RequestInit);
    noteLimits(response.headers, options, bucket);
    return await outcomeOf(response, { now: clock.now(), began });
  } catch (error) {
    signal.throwIfAborted();
    return { retryAfterMs: 0, error: new HttpError(null, noAnswer(error, base), { cause: error }) };
  }
};

const noAnswer = (error: unknown, base: string): string => {
  const { host } = new URL(base);
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  if (error instanceof Error && error.name === "TimeoutError") return `${host} did not answer in time.`;
  if (cause?.code === "ENOTFOUND") return `The name ${host} is not known.`;
  if (cause?.code === "ECONNREFUSED") return `Nothing answers at ${host}.`;
  if (cause?.message?.includes("inner network")) return cause.message;
  return `The connection to ${host} broke off.`;
};

const LIMIT_HEADERS = [
  ["x-ratelimit-remaining", "x-ratelimit-reset"],
  ["ratelimit-remaining", "ratelimit-reset"],
  ["x-rate-limit-remaining", "x-rate-limit-reset"],
] as const;

const noteLimits = (headers: Headers, { onLimits, clock = CLOCK }: HttpOptions, bucket: Bucket): void => {
  for (const [left, reset] of LIMIT_HEADERS) {
    const remaining = Number(headers.get(left) ?? Number.NaN);
    if (Number.isNaN(remaining)) continue;
    const resetAt = resetOf(headers.get(reset), clock.now());
    if (remaining <= 0 && resetAt !== null) bucket.closeUntil(resetAt);
    onLimits?.({ remaining, resetAt: resetAt === null ? null : new Date(resetAt) });
    return;
  }
};

/** Seconds from now, or a unix time: the former are small. */
const resetOf = (value: string | null, now: number): number | null => {
  const seconds = Number(value ?? Number.NaN);
  if (Number.isNaN(seconds)) return null;
  return seconds > 1_000_000_000 ? seconds * 1000 : now + seconds * 1000;
};

const SENTENCES: Record<number, string> = {
  401: "The credentials are not accepted.",
  403: "The credentials do not allow this.",
  404: "There is nothing at this address.",
};

const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

const outcomeOf = async (response: Response, { now, began }: { now: number; began: number }): Promise<Outcome> => {
  const { status, headers } = response;
  if (status >= 300 && status < 400) {
    return { retryAfterMs: null, error: new HttpError(status, "It answers with another address; enter that one.") };
  }
  if (status >= 400) {
    await response.body?.cancel();
    const error = new HttpError(status, SENTENCES[status] ?? `It answers with an error (${status}).`);
    return { retryAfterMs: PASSING.has(status) ? retryAfter(headers.get("retry-after"), now) : null, error };
  }
  const json = parsed(await textOf(response));
  if (json === undefined) {
    return { retryAfterMs: 0, error: new HttpError(status, "It does not answer as its interface should: no JSON.") };
  }
  return { answer: { status, json, skewMs: skewOf(headers.get("date"), (now + began) / 2) } };
};

const retryAfter = (value: string | null, now: number): number => {
  if (value === null) return 0;
  const ms = /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? 0 : Math.min(LONGEST_PAUSE_MS * 10, Math.max(0, ms));
};

/** A Date has whole seconds: half a second is added so that it errs to neither side. */
const skewOf = (date: string | null, asked: number): number | null => {
  const theirs = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(theirs) ? null : theirs + 500 - asked;
};

const textOf = async (response: Response): Promise<string> => {
  const decoder = new TextDecoder();
  let [text, size] = ["", 0];
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Error("the answer is too large");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
};

const parsed = (text: string): unknown => {
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
