import { setTimeout } from "node:timers/promises";
import { AppError } from "#lib/errors.ts";
import { type Http, type HttpAnswer, HttpError } from "./connector.ts";
import { createBucket, type Limits, limitsOf, retryAt, type Sleep, skewOf } from "./http-limits.ts";

export type HttpOptions = {
  base: string;
  headers: Record<string, string>;
  /** Requests a second as long as the vendor's headers do not ask for fewer. */
  perSecond: number;
  signal: AbortSignal;
  /** Goes to fetch as it is: decides which addresses may be reached. */
  dispatcher?: unknown;
  now?: () => Date;
  sleep?: Sleep;
  random?: () => number;
  /** A signal that aborts when an attempt has had its time. */
  timeout?: (milliseconds: number) => AbortSignal;
  onLimits?: (limits: Limits) => void;
  /** Told when an answer has to be waited for, or was not to be had twice; it is still tried. */
  onTrouble?: (failure: HttpError) => Promise<void>;
  /** How often a question is asked at most; once where somebody waits for the answer. */
  attempts?: number;
};

const ATTEMPTS = 6;
/** A 504 more often means that too much was asked for than bad luck, so the caller should soon halve. */
const ATTEMPTS_AT_504 = 3;
const ATTEMPT_MS = 30_000;
const BACK_OFF_MS = 500;
const LONGEST_BACK_OFF_MS = 30_000;
/** A job that sleeps longer than this holds its place for nothing; the next run finds the vendor rested. */
const LONGEST_WAIT_MS = 10 * 60_000;
const MAX_BYTES = 50 * 1024 * 1024;

/** What one attempt came to: an answer, or a failure that may be tried again. */
type Attempt = { answer: HttpAnswer } | Failed;
type Failed = { failure: HttpError; notBefore: number | null };

type Request = { method: "GET" | "POST"; url: URL; path: string; body: string | null };

/** A connection to one vendor. POST is repeated like GET: connectors only read. Abort rejects with the signal's reason. */
export const createHttp = (options: HttpOptions): Http => {
  const { now = () => new Date(), sleep = sleepFor, random = Math.random, signal } = options;
  const bucket = createBucket(options.perSecond, { now, sleep });
  const headers = headersOf(options.headers);
  const note = (answerHeaders: Headers): void => {
    const limits = limitsOf(answerHeaders, now());
    if (!limits) return;
    bucket.feed(limits);
    options.onLimits?.(limits);
  };

  const attempt = async (request: Request): Promise<Attempt> => {
    const timeout = (options.timeout ?? AbortSignal.timeout)(ATTEMPT_MS);
    const init: RequestInit = {
      method: request.method,
      headers: request.body === null ? headers : [...headers, ["content-type", "application/json"]],
      body: request.body,
      // The credentials must not follow to wherever an answer points.
      redirect: "manual",
      signal: AbortSignal.any([signal, timeout]),
      ...(options.dispatcher ? { dispatcher: options.dispatcher } : {}),
    };
    try {
      const response = await fetch(request.url, init);
      note(response.headers);
      return await attemptOf(response, request, now());
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof HttpError) throw error;
      return { failure: failureWithoutAnswer(error, timeout.aborted), notBefore: null };
    }
  };

  const rest = async ({ failure, notBefore }: Failed, tried: number): Promise<void> => {
    if (tried > 1 || notBefore !== null) await options.onTrouble?.(failure);
    if (notBefore !== null && notBefore > now().getTime()) bucket.pauseUntil(notBefore);
    else await sleep(backOffMs(tried, random), signal);
  };

  const send = async (request: Request): Promise<HttpAnswer> => {
    for (let tried = 1; ; tried++) {
      refuseLongWait(bucket.pausedUntil() - now().getTime());
      await bucket.take(signal);
      const result = await attempt(request);
      if ("answer" in result) return result.answer;
      if (tried >= (options.attempts ?? attemptsFor(result.failure))) throw result.failure;
      await rest(result, tried);
    }
  };

  return {
    get: async (path, query = {}) => send({ method: "GET", url: urlOf(options.base, path, query), path, body: null }),
    post: async (path, body) =>
      send({ method: "POST", url: urlOf(options.base, path, {}), path, body: JSON.stringify(body) }),
  };
};

/** Asks for `size` at once, and for half as often as the vendor cannot make it in time (504), down to one. */
export const halving = async <T>(size: number, attempt: (size: number) => Promise<T>): Promise<T> => {
  for (let current = size; ; current = Math.floor(current / 2)) {
    try {
      return await attempt(current);
    } catch (error) {
      if (!(error instanceof HttpError && error.status === 504 && current > 1)) throw error;
    }
  }
};

const sleepFor: Sleep = async (milliseconds, signal) => {
  try {
    await setTimeout(milliseconds, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
};

/** Full jitter (Brooker, "Exponential Backoff And Jitter", AWS 2015). */
const backOffMs = (tried: number, random: () => number): number =>
  random() * Math.min(LONGEST_BACK_OFF_MS, BACK_OFF_MS * 2 ** (tried - 1));

/** Fetch's own complaint about a header quotes its value, and the value is the token. */
const headersOf = (given: Record<string, string>): [string, string][] => {
  try {
    return [...new Headers({ accept: "application/json", ...given })];
  } catch {
    throw new AppError("bad_input", "The access token has a line break or another character that cannot be sent.");
  }
};

const urlOf = (base: string, path: string, query: Record<string, string | number>): URL => {
  const url = URL.parse(`${base.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`);
  if (!url) throw new AppError("bad_input", "The base address is not a URL.");
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, String(value));
  return url;
};

const attemptOf = async (response: Response, request: Request, now: Date): Promise<Attempt> => {
  const { status, headers } = response;
  if (response.ok) return readAnswer(response, request, now);
  await response.body?.cancel();
  const isPage = !/\bjson\b/i.test(headers.get("content-type") ?? "");
  const failure = new HttpError(status, refusal(status, request), { isPage });
  if (status < 500 && status !== 429 && status !== 408) throw failure;
  const isAskedToWait = status === 429 || status === 503;
  const resetAt = status === 429 ? limitsOf(headers, now)?.resetAt?.getTime() : undefined;
  return { failure, notBefore: isAskedToWait ? (retryAt(headers, now) ?? resetAt ?? null) : null };
};

const readAnswer = async (response: Response, request: Request, now: Date): Promise<Attempt> => {
  const { status } = response;
  const text = await readText(response, request);
  try {
    return { answer: { status, json: text === "" ? null : JSON.parse(text), skewMs: skewOf(response.headers, now) } };
  } catch (error) {
    const what = text.trimStart().startsWith("<") ? "a web page" : "something that is not whole JSON";
    const failure = new HttpError(status, `The vendor answered ${what} to ${said(request)}.`, { cause: error });
    return { failure, notBefore: null };
  }
};

/** Counts while reading: a compressed answer can be far larger than it says. */
const readText = async (response: Response, request: Request): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new HttpError(response.status, `The answer to ${said(request)} is larger than 50 MB.`);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
};

/** Without the query, which some vendors put secrets into. */
const said = ({ method, path }: Request): string => `${method} ${path.split("?")[0]}`;

const refusal = (status: number, request: Request): string => {
  if (status >= 300 && status < 400)
    return `The vendor redirected ${said(request)} elsewhere, which is not followed: check the base address.`;
  if (status === 401) return "The vendor did not accept the access token.";
  if (status === 403) return `The access token may not be used for ${said(request)}.`;
  if (status === 404) return `The vendor has nothing at ${said(request)}.`;
  if (status === 429) return "The vendor goes on asking for fewer requests.";
  if (status === 504) return `The vendor could not answer ${said(request)} in time.`;
  return `The vendor answered ${status} to ${said(request)}.`;
};

const failureWithoutAnswer = (error: unknown, isTimeOut: boolean): HttpError => {
  if (isTimeOut) return new HttpError(null, "The vendor did not answer within 30 seconds.", { cause: error });
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    // The dispatcher's refusal of an address will be the same next time.
    if (cause instanceof AppError) throw cause;
  }
  return new HttpError(null, `The vendor could not be reached${codeOf(error)}.`, { cause: error });
};

const codeOf = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? ` (${cause.code})` : "";
};

const attemptsFor = ({ status }: HttpError): number => (status === 504 ? ATTEMPTS_AT_504 : ATTEMPTS);

const refuseLongWait = (milliseconds: number): void => {
  if (milliseconds <= LONGEST_WAIT_MS) return;
  const minutes = Math.ceil(milliseconds / 60_000);
  throw new HttpError(429, `The vendor wants no request for another ${minutes} minutes.`);
};
