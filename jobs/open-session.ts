import type { Db } from "#db/client.ts";
import { credentialsOf } from "#db/credentials.ts";
import { checkAddress } from "#db/outbound.ts";
import { type Source, saveRequestsLeft } from "#db/sources.ts";
import type { Session } from "#jobs/connectors/connector.ts";
import { createHttp, type HttpOptions } from "#jobs/connectors/http.ts";
import { type AnyConnector, connectorOf } from "#jobs/connectors/registry.ts";
import { guardedAgent } from "#jobs/outbound.ts";
import { log } from "#lib/log.ts";

export type OpenContext = {
  now: () => Date;
  signal: AbortSignal;
  /** Which connector reads a kind of source; tests bring their own. */
  connectorFor?: (kind: string) => AnyConnector;
};
export type Opened = { connector: AnyConnector; settings: unknown; session: Session<unknown> };

/** A source ready to be asked, with its credentials. Throws `AppError` with one sentence when they cannot be used or its address
 * may not be reached. */
export const openSession = async (
  db: Db,
  source: Source,
  { now, signal, connectorFor }: OpenContext,
  tries: Pick<HttpOptions, "attempts" | "onTrouble"> = {},
): Promise<Opened> => {
  const connector = (connectorFor ?? connectorOf)(source.kind);
  const settings = connector.settings({ ...source.settings, ...(await credentialsOf(db, source.id)) });
  const { base, headers, perSecond } = connector.access(settings);
  checkAddress(base);
  const http = createHttp({
    base,
    headers,
    perSecond,
    signal,
    now,
    dispatcher: guardedAgent(),
    onLimits: (limits) => saveRequestsLeft(db, source.id, limits).catch((error) => log.error("limits", error)),
    ...tries,
  });
  return { connector, settings, session: { settings, http, now, signal } };
};
