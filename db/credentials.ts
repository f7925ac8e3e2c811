import { and, eq, isNull } from "drizzle-orm";
import { channelPurpose } from "#lib/alarms/notification.ts";
import type { Db } from "./client.ts";
import { notificationChannels } from "./schema/alarms.ts";
import { secrets } from "./schema/connections.ts";
import { open } from "./seal.ts";
import { purposeOf } from "./secrets.ts";

/** Every secret of a source in the clear, by name. For the worker, which talks to vendors; never for the web process. */
export const credentialsOf = async (db: Db, sourceId: string): Promise<Record<string, string>> => {
  const rows = await db
    .select()
    .from(secrets)
    .where(and(eq(secrets.sourceId, sourceId), isNull(secrets.validUntil)));
  const opened = await Promise.all(
    rows.map(async (row): Promise<[string, string]> => [row.name, await open(row, purposeOf(sourceId, row.name))]),
  );
  return Object.fromEntries(opened);
};

/** The secret of a notification channel in the clear; null = it has none. For the worker, which sends. */
export const channelSecret = async (db: Db, channelId: string): Promise<string | null> => {
  const [row] = await db.select().from(notificationChannels).where(eq(notificationChannels.id, channelId));
  if (!row?.keyId || !row.sealed) return null;
  return open({ keyId: row.keyId, sealed: row.sealed }, channelPurpose(channelId));
};
