import { desc, eq } from "drizzle-orm";
import type { Db } from "./client.ts";
import { sources } from "./schema/received.ts";

/** Where a source was read to; null when it is not known yet. */
export const sourceCursor = async (db: Db, key: string): Promise<unknown> => {
  const [row] = await db.select({ cursor: sources.cursor }).from(sources).where(eq(sources.key, key));
  return row?.cursor ?? null;
};

export type SourceSummary = {
  key: string;
  kind: "import" | "demo";
  createdAt: Date;
  conversations: number;
  /** When the newest stored revision arrived; null without conversations. */
  lastReceivedAt: Date | null;
};

/** Every source with how much came from it, the newest first. */
export const sourceSummaries = async (db: Db): Promise<SourceSummary[]> => {
  const rows = await db.select().from(sources).orderBy(desc(sources.createdAt));
  const counts = await db.$client<{ id: string; n: number; last: Date }[]>`
    select source_id as id, count(*)::int as n, max(received_at) as last from conversations group by 1`;
  const byId = new Map(counts.map((row) => [row.id, row]));
  return rows.map(({ id, key, kind, createdAt }) => ({
    key,
    kind,
    createdAt,
    conversations: byId.get(id)?.n ?? 0,
    lastReceivedAt: byId.get(id)?.last ?? null,
  }));
};

export type Freshness = { until: Date | null; unread: number };

/** Up to when anything has come in, and how many conversations are stored but not yet assessed. */
export const freshness = async (db: Db): Promise<Freshness> => {
  const [row] = await db.$client<{ until: Date | null; unread: number }[]>`
    select greatest((select max(watermark_at) from sources), (select max(finished_at) from import_runs)) as until,
      (select count(*)::int from assessments where assessed_with is null) as unread`;
  return row ?? { until: null, unread: 0 };
};
