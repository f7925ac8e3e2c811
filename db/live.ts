import type { Db } from "./client.ts";

const CHANNEL = "seam_live";

/** Says that what stands in queues or alarms may be another now; heard when the transaction it is said in commits. */
export const announce = (sql: Pick<Db, "$client">["$client"]): PromiseLike<unknown> =>
  sql`select pg_notify(${CHANNEL}, '')`;

/** Calls `heard` after each announcement, and when the connection that was lost is back, as some may have been missed.
 * All listeners of a pool share one connection. The returned function stops it. */
export const listen = async (db: Db, heard: () => void): Promise<() => Promise<void>> => {
  const { unlisten } = await db.$client.listen(CHANNEL, heard, heard);
  return unlisten;
};
