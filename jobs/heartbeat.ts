import { checkAddress, type OutboundRule, outboundRule } from "#db/outbound.ts";
import { guardedAgent } from "#jobs/outbound.ts";
import { log } from "#lib/log.ts";

const TIMEOUT_MS = 10_000;

/** Asks for an address after each look at the alarms, so that somebody outside misses it when nobody looks any more. A
 * failure is logged once until it works again; the address is a secret of who waits there. */
export const createHeartbeat = (
  url: string | undefined,
  {
    rule,
    note = (error) => log.error("heartbeat", error),
  }: { rule?: OutboundRule; note?: (error: Error) => void } = {},
): (() => Promise<void>) => {
  let isFailing = false;
  return async () => {
    if (!url) return;
    const failure = await failureOf(url, rule ?? outboundRule());
    if (failure !== null && !isFailing) note(new Error(failure));
    isFailing = failure !== null;
  };
};

const failureOf = async (url: string, rule: OutboundRule): Promise<string | null> => {
  const dispatcher = guardedAgent(rule);
  try {
    checkAddress(url, rule);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const init: RequestInit & { dispatcher: unknown } = { redirect: "manual", signal, dispatcher };
    const response = await fetch(url, init);
    await response.body?.cancel().catch(() => {});
    return response.ok ? null : `it answered ${response.status}`;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return cause instanceof Error ? cause.message : "it could not be asked";
  } finally {
    await dispatcher.destroy();
  }
};
