import type { Db } from "#db/client.ts";
import { addConnection } from "#db/connections.ts";
import type { TestDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { syncSource } from "#jobs/sync.ts";
import type { Change, Vendor } from "#jobs/testing/vendor.ts";
import { sourceId as sourceIdOf } from "#lib/import/ids.ts";

export const START = Date.parse("2026-11-20T10:00:00Z");
export const SECOND = 1000;
export const ID = sourceIdOf("desk");

const TABLES =
  "conversations assessments episodes handoffs ratings findings messages raw_payloads data_defects sightings sources source_readings source_hints webhook_deliveries secrets refused_records workspaces";

export type Turn = { db?: Db; lookback?: number; step?: () => void };

/** A change that happens, and is seen, so many seconds after the start. */
export const change = (id: string, second: number, more: Partial<Change> = {}): Change => {
  const at = START + second * SECOND;
  return { id, at, visibleAt: at, text: `${id} at ${second}`, ...more };
};

/** What should be stored of a vendor now. */
export const expected = (vendor: Vendor): string[] =>
  vendor
    .visible()
    .filter(({ isPoison, isGone }) => !isPoison && !isGone)
    .map(({ text }) => text)
    .sort();

/** A source named desk in a database of the test's own, which reads a vendor in memory. */
export const deskOf = (held: TestDb) => ({
  reset: async (): Promise<void> => {
    await held.db.$client.unsafe(`truncate ${TABLES.split(" ").join(", ")}`);
    await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now: new Date(START) });
  },
  connect: (vendor: Vendor, backfillFrom: Date | null = null): Promise<string> => {
    vendor.clock = START;
    return addConnection(held.db, {
      key: "desk",
      kind: "test",
      settings: {},
      secrets: { token: "s3cret" },
      backfillFrom,
      now: new Date(START),
    });
  },
  turn: (vendor: Vendor, { db = held.db, ...more }: Turn = {}) =>
    syncSource(db, ID, {
      now: () => new Date(vendor.clock),
      signal: new AbortController().signal,
      connectorFor: () => vendor.connector(more),
    }),
  texts: async (): Promise<string[]> =>
    (await held.db.$client<{ text: string }[]>`select text from messages order by 1`).map(({ text }) => text),
});
