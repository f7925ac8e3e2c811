import { HttpError, type Session } from "#jobs/connectors/connector.ts";
import type { AnyConnector } from "#jobs/connectors/registry.ts";
import { AppError } from "#lib/errors.ts";

/** New credentials are judged within this time. */
const CHECK_MS = 3000;

/** Tries a connection's credentials, in three seconds at most; returns the account they are for. */
export const accountOf = async (connector: AnyConnector, session: Session<unknown>): Promise<string> => {
  const signal = AbortSignal.any([session.signal, AbortSignal.timeout(CHECK_MS)]);
  const late = new Promise<never>((_, refuse) =>
    signal.addEventListener("abort", () => refuse(new AppError("unavailable", "It did not answer within 3 seconds."))),
  );
  const { account } = await Promise.race([connector.discover({ ...session, signal }), late]);
  return account;
};

/** Whether a check that failed says nothing about the credentials: there was no answer, or not for now. A name that
 * nobody knows is a wrong address. */
export const isPassing = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && cause.code === "ENOTFOUND") return false;
  }
  if (error instanceof AppError) return error.code === "unavailable" || error.code === "too_many";
  if (!(error instanceof HttpError) || error.status === null) return true;
  return error.status >= 500 || error.status === 429 || error.status === 408;
};
