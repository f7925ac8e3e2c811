import type { Sql, TransactionSql } from "postgres";
import type { Db } from "./client.ts";

/** seam_queue: handoffs are stored anew; seam_alarms: an alarm moved, or somebody answered it. */
const CHANNELS = ["seam_queue", "seam_alarms"] as const;

/** Says that what stands in the queues may be another now; heard when the transaction it is said in commits. */
export const announceQueue = async (sql: Sql | TransactionSql): Promise<void> => {
  await sql`select pg_notify('seam_queue', '')`;
};

/** Calls `heard` whenever queues or alarms may stand otherwise than before, also when the connection that was lost is back,
 * as some of it may have been missed. All who listen on a pool share one connection. */
export const listenForChanges = async (db: Db, heard: () => void): Promise<void> => {
  await Promise.all(CHANNELS.map((channel) => db.$client.listen(channel, heard, heard)));
};
