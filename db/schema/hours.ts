// Opening hours: calendars, and which queue keeps which.
import { boolean, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Calendar } from "#lib/time/calendar.ts";
import { instant } from "./columns.ts";

/** Every state that a calendar ever had, the latest revision being the one that holds: what a wait was counted by can be
 * looked up. */
export const calendars = pgTable(
  "calendars",
  {
    key: text("key").notNull(),
    revision: integer("revision").notNull(),
    name: text("name").notNull(),
    /** Local dates and times, which only lib/time makes instants of. */
    versions: jsonb("versions").$type<Calendar["versions"]>().notNull(),
    isRemoved: boolean("is_removed").notNull().default(false),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.revision] })],
);

/** Queues with a calendar of their own; all others keep the workspace's. */
export const queueCalendars = pgTable(
  "queue_calendars",
  {
    sourceId: uuid("source_id").notNull(),
    /** Null = handed over to no team that is known. */
    team: text("team"),
    calendarKey: text("calendar_key").notNull(),
  },
  (t) => [unique("queue_calendars_queue").on(t.sourceId, t.team).nullsNotDistinct()],
);
