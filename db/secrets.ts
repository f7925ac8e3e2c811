import { and, eq, gt, isNull, or } from "drizzle-orm";
import { v7 } from "uuid";
import type { Db } from "./client.ts";
import { secrets } from "./schema/connections.ts";
import { open, seal } from "./seal.ts";

/** The secret with which a sender signs its webhooks: the only one that the web process opens. */
export const WEBHOOK_SECRET = "webhookSecret";

/** How long a replaced secret is still taken, so that the sender can be changed over without losing anything. */
const ROTATION_MS = 24 * 3_600_000;

export const purposeOf = (sourceId: string, name: string): string => `${sourceId}/${name}`;

type Writer = Pick<Db, "insert" | "update">;

/** Stores a secret encrypted, in place of the one of that name, which is taken for a day more. */
export const saveSecret = async (
  db: Writer,
  { sourceId, name, value, now }: { sourceId: string; name: string; value: string; now: Date },
): Promise<void> => {
  await db
    .update(secrets)
    .set({ validUntil: new Date(now.getTime() + ROTATION_MS) })
    .where(and(eq(secrets.sourceId, sourceId), eq(secrets.name, name), isNull(secrets.validUntil)));
  const sealed = await seal(value, purposeOf(sourceId, name));
  await db.insert(secrets).values({ id: v7(), sourceId, name, ...sealed, createdAt: now });
};

/** The secrets that a webhook of a source may be signed with now: the newest, and one replaced within the last day. */
export const webhookSecrets = async (db: Db, sourceId: string, now: Date): Promise<string[]> => {
  const rows = await db
    .select()
    .from(secrets)
    .where(
      and(
        eq(secrets.sourceId, sourceId),
        eq(secrets.name, WEBHOOK_SECRET),
        or(isNull(secrets.validUntil), gt(secrets.validUntil, now)),
      ),
    );
  return Promise.all(rows.map((row) => open(row, purposeOf(sourceId, WEBHOOK_SECRET))));
};
