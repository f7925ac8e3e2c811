import { eq, sql } from "drizzle-orm";
import { type Calendar, defaultCalendar } from "#lib/time/calendar.ts";
import type { Db } from "./client.ts";
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
  await db
    .insert(workspaces)
    .values({ name, zone, mode, calendar: calendar ?? defaultCalendar(zone), createdAt: now })
    .onConflictDoNothing();
  const made = await workspace(db);
  if (!made) throw new Error("the workspace was not made");
  return made;
};

/** Changes name, zone or opening hours. Other hours or another zone get a new calendar version, so that every wait is
 * counted again. */
export const updateWorkspace = async (
  db: Db,
  change: { name: string; zone: string; windows: Calendar["windows"]; holidays: string[]; now: Date },
): Promise<void> => {
  const current = await workspace(db);
  if (!current) return;
  const hours = { zone: change.zone, windows: change.windows, holidays: change.holidays };
  const { version, ...before } = current.calendar;
  const isSame =
    JSON.stringify(hours) === JSON.stringify({ zone: before.zone, windows: before.windows, holidays: before.holidays });
  const calendar = { ...hours, version: isSame ? version : String(Number(version) + 1) };
  await db
    .update(workspaces)
    .set({ name: change.name, zone: change.zone, calendar, setUpAt: current.setUpAt ?? change.now })
    .where(eq(workspaces.id, 1));
};

const OF_CONVERSATIONS =
  "conversations assessments messages raw_payloads data_defects episodes handoffs ratings findings sources import_runs refused_records annotations views";

/** Leaves the demo for good: its source, all its rows, its people, hours and holidays go, in one transaction. The
 * workspace is then empty and waits for the first conversations. Does nothing in a workspace that already holds its own data. */
export const startWithOwnData = async (
  db: Db,
  { name, zone, now }: { name?: string; zone?: string; now: Date },
): Promise<void> => {
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(workspaces).for("update");
    if (row?.mode !== "demo") return;
    const own = { name: name ?? "Our support", zone: zone ?? row.zone };
    await tx.update(workspaces).set({ ...own, calendar: defaultCalendar(own.zone), mode: "own", setUpAt: now });
    for (const table of OF_CONVERSATIONS.split(" ")) await tx.execute(sql`truncate ${sql.identifier(table)}`);
    await tx.execute(sql`delete from users where is_persona`);
  });
};
