// Measured: what the workspace aims at, and what was said of weeks that are over.
import { doublePrecision, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** Targets of the workspace's own; without a row the metric's default holds. */
export const targets = pgTable(
  "targets",
  {
    metric: text("metric").notNull(),
    /** Null = all channels. */
    channel: text("channel"),
    /** A share from 0 to 1, or seconds. */
    target: doublePrecision("target").notNull(),
    setAt: instant("set_at").notNull(),
    setBy: uuid("set_by").notNull(),
  },
  (t) => [unique("targets_metric_channel").on(t.metric, t.channel).nullsNotDistinct()],
);

/** The value of a metric for a week of the whole workspace, as it was when the week was settled. Never changed again. */
export const publishedPoints = pgTable(
  "published_points",
  {
    metric: text("metric").notNull(),
    /** ISO week in the workspace's zone, such as 2026-W46. */
    bucket: text("bucket").notNull(),
    /** Definition it was counted by. */
    version: integer("version").notNull(),
    part: integer("part").notNull(),
    whole: integer("whole").notNull(),
    /** A share or seconds, with its 95 % interval; null as in a measurement. */
    value: doublePrecision("value"),
    low: doublePrecision("low"),
    high: doublePrecision("high"),
    publishedAt: instant("published_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.metric, t.bucket] })],
);
