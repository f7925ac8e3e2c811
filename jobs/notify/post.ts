import { checkAddress, type OutboundRule, outboundRule } from "#db/outbound.ts";
import { retryAt } from "#jobs/connectors/http-limits.ts";
import { guardedAgent } from "#jobs/outbound.ts";
import { AppError } from "#lib/errors.ts";
import { failed, refused, SENT, type Verdict } from "./sender.ts";

/** Shorter than the shortest pause before it is tried again, so that two attempts never overlap. */
export const TIMEOUT_MS = 15_000;
const TIMEOUT_TEXT = "15 seconds";

export type PostOptions = { rule?: OutboundRule; timeout?: () => AbortSignal };

type Call = { url: string; body: string; headers: Record<string, string>; now: Date };

/** Posts JSON. Any answer of 2xx counts as delivered, whatever it says: a program that took a message and answers nonsense
 * has it. The address is never part of a sentence, because it may be a secret. */
export const post = async (
  { url, body, headers, now }: Call,
  { rule = outboundRule(), timeout = () => AbortSignal.timeout(TIMEOUT_MS) }: PostOptions = {},
): Promise<Verdict> => {
  const signal = timeout();
  const dispatcher = guardedAgent(rule);
  try {
    checkAddress(url, rule);
    const init: RequestInit & { dispatcher: unknown } = {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", "user-agent": "Seam", ...headers },
      body,
      redirect: "manual",
      signal,
      dispatcher,
    };
    const response = await fetch(url, init);
    // Nothing of it is read: an endless answer would hold the message up.
    await response.body?.cancel().catch(() => {});
    return verdictOf(response, now);
  } catch (error) {
    return signal.aborted ? failed(`The receiver did not answer within ${TIMEOUT_TEXT}.`) : withoutAnswer(error, url);
  } finally {
    await dispatcher.destroy();
  }
};

const verdictOf = ({ ok, status, headers }: Response, now: Date): Verdict => {
  if (ok) return SENT;
  if (status === 429 || status === 408 || status >= 500) {
    const notBefore = retryAt(headers, now);
    return failed(passing(status), notBefore === null ? null : new Date(notBefore));
  }
  return refused(lasting(status));
};

const passing = (status: number): string => {
  if (status === 429) return "The receiver asks for fewer messages (429).";
  return status === 408 ? "The receiver was too slow (408)." : `The receiver has a fault of its own (${status}).`;
};

const lasting = (status: number): string => {
  if (status >= 300 && status < 400)
    return `The receiver points to another address (${status}), which is not followed: enter that address.`;
  if (status === 401 || status === 403) return `The receiver does not let us in (${status}).`;
  if (status === 404) return "The receiver has nothing at this address (404).";
  return status === 410
    ? "This address has been given up by the receiver (410): enter another."
    : `The receiver refuses the message (${status}).`;
};

const withoutAnswer = (error: unknown, url: string): Verdict => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return refused(cause.message);
    const code = "code" in cause && typeof cause.code === "string" ? cause.code : null;
    if (code === "ENOTFOUND") return refused(`There is no address named ${new URL(url).hostname}.`);
    if (code !== null) return failed(`The receiver could not be reached (${code}).`);
  }
  return failed("The receiver could not be reached.");
};
