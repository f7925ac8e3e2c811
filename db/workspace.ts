import { eq, sql } from "drizzle-orm";
import { type Calendar, defaultCalendar } from "#lib/time/calendar.ts";
import type { Db } from "./client.ts";
import { calendars, queueCalendars } from "./schema/hours.ts";
import { workspaces } from "./schema/workspace.ts";

export type Workspace = typeof workspaces.$inferSelect;

/** The one workspace of this deployment; null before the first start has made it. */
export const workspace = async (db: Db): Promise<Workspace | null> => {
  const [row] = await db.select().from(workspaces);
  return row ?? null;
};

type New = { name: string; zone: string; mode: "demo" | "own"; calendar?: Calendar; now: Date };

/** Makes the workspace if there is none, with the default opening hours unless others are given, and returns the one
 * there is. */
export const createWorkspace = async (db: Db, { name, zone, mode, calendar, now }: New): Promise<Workspace> => {
  await db.transaction(async (tx) => {
    await tx.insert(workspaces).values({ name, zone, mode, createdAt: now }).onConflictDoNothing();
    await tx
      .insert(calendars)
      .values(hoursRow(calendar ?? defaultCalendar(zone), now))
      .onConflictDoNothing();
  });
  const made = await workspace(db);
  if (!made) throw new Error("the workspace was not made");
  return made;
};

const hoursRow = (calendar: Calendar, savedAt: Date) => ({ ...calendar, name: "Workspace hours", savedAt });

/** Changes name or zone, in which days and weeks begin; opening hours have zones of their own. */
export const updateWorkspace = async (
  db: Db,
  { name, zone, now }: { name: string; zone: string; now: Date },
): Promise<void> => {
  const setUpAt = sql`coalesce(${workspaces.setUpAt}, ${now}::timestamptz)`;
  await db.update(workspaces).set({ name, zone, setUpAt }).where(eq(workspaces.id, 1));
};

const OF_THE_DEMO =
  "conversations assessments messages raw_payloads data_defects episodes handoffs ratings findings reviews sources import_runs refused_records targets published_points annotations views alarm_rules alarm_states incidents alarm_journal silences outbox notification_channels taxonomies topics topic_changes topic_examples topic_tags topic_models topic_texts topic_candidates topic_names article_collections articles topic_reports gaps gap_entries";

/** Leaves the demo for good: its source, all its rows, its people, hours, holidays and targets go, in one transaction. The
 * workspace is then empty and waits for the first conversations. Does nothing in a workspace that already holds its own data. */
export const startWithOwnData = async (
  db: Db,
  { name, zone, now }: { name?: string; zone?: string; now: Date },
): Promise<void> => {
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(workspaces).for("update");
    if (row?.mode !== "demo") return;
    const own = { name: name ?? "Our support", zone: zone ?? row.zone };
    const hoursRevision = row.hoursRevision + 1;
    await tx.update(workspaces).set({ ...own, mode: "own", setUpAt: now, hoursRevision });
    await tx.delete(queueCalendars);
    await tx.delete(calendars);
    await tx.insert(calendars).values(hoursRow(defaultCalendar(own.zone), now));
    for (const table of OF_THE_DEMO.split(" ")) await tx.execute(sql`truncate ${sql.identifier(table)}`);
    await tx.execute(sql`delete from users where is_persona`);
  });
};
