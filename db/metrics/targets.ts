import { and, eq, isNull, sql } from "drizzle-orm";
import { knownTargets, type Target } from "#lib/metrics/targets.ts";
import type { Db } from "../client.ts";
import { targets } from "../schema/metrics.ts";
import { users } from "../schema/workspace.ts";

export type SetTarget = Target & { setAt: Date /** Null when there is no such account. */; setBy: string | null };

/** The targets that the workspace has set itself, with when and by whom. */
export const setTargets = async (db: Db): Promise<SetTarget[]> => {
  const rows = await db
    .select({
      metric: targets.metric,
      channel: targets.channel,
      target: targets.target,
      setAt: targets.setAt,
      setBy: users.name,
    })
    .from(targets)
    .leftJoin(users, eq(users.id, targets.setBy))
    .orderBy(targets.metric, targets.channel);
  return knownTargets(rows);
};

type Wish = Pick<Target, "metric" | "channel"> & { target: number | null };

/** Sets targets, or takes them back where `target` is null, in one transaction. What is set already keeps its date. */
export const saveTargets = async (
  db: Db,
  wishes: readonly Wish[],
  { by, now }: { by: string; now: Date },
): Promise<void> => {
  await db.transaction(async (tx) => {
    for (const { metric, channel, target } of wishes) {
      if (target === null) {
        const one = channel === null ? isNull(targets.channel) : eq(targets.channel, channel);
        await tx.delete(targets).where(and(eq(targets.metric, metric), one));
        continue;
      }
      const set = { target, setAt: now, setBy: by };
      await tx
        .insert(targets)
        .values({ metric, channel, ...set })
        .onConflictDoUpdate({
          target: [targets.metric, targets.channel],
          set,
          setWhere: sql`${targets.target} <> excluded.target`,
        });
    }
  });
};
