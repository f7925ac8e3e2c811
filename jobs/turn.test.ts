import { beforeEach, describe, expect, test } from "vitest";
import { addConnection } from "#db/connections.ts";
import { latestReadings } from "#db/readings.ts";
import { dueSources, readNow, saveSourceFailure, sourceById } from "#db/sources.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { HttpError } from "#jobs/connectors/connector.ts";
import type { AnyConnector } from "#jobs/connectors/registry.ts";
import { POLL_SECONDS, syncSource } from "#jobs/sync.ts";
import { type Change, Vendor } from "#jobs/testing/vendor.ts";
import { sourceId } from "#lib/import/ids.ts";

const held = testDb();
const SECOND = 1000;
const START = Date.parse("2026-11-20T10:00:00Z");
const ID = sourceId("desk");

beforeEach(async () => {
  await held.db.$client`truncate conversations, assessments, messages, raw_payloads, data_defects, sources,
    source_readings, source_hints, secrets, refused_records, workspaces`;
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now: new Date(START) });
});

const turn = (vendor: Vendor, connector: AnyConnector = vendor.connector()) =>
  syncSource(held.db, ID, {
    now: () => new Date(vendor.clock),
    signal: new AbortController().signal,
    connectorFor: () => connector,
  });

const connected = async (backfillFrom: Date | null = null): Promise<Vendor> => {
  const vendor = new Vendor();
  vendor.clock = START;
  await addConnection(held.db, {
    ...{ key: "desk", kind: "test", settings: {}, secrets: {}, backfillFrom },
    now: new Date(START),
  });
  await turn(vendor);
  return vendor;
};

const change = (id: string, second: number, text: string): Change => {
  const at = START + second * SECOND;
  return { id, at, visibleAt: at, text };
};
const texts = async () =>
  (await held.db.$client<{ text: string }[]>`select text from messages order by 1`).map(({ text }) => text);
const isDue = async (at: number) => (await dueSources(held.db, new Date(at), POLL_SECONDS)).length > 0;

describe("asked for while a turn is under way, a reading is not forgotten", () => {
  /** A connector during whose n-th poll, after it has looked, somebody presses. */
  const pressedAfterLook = (vendor: Vendor): AnyConnector => {
    const connector = vendor.connector();
    return {
      ...connector,
      poll: async (session, cursor) => {
        const page = await connector.poll(session, cursor);
        await readNow(held.db, ID, new Date(vendor.clock + 500));
        return page;
      },
    };
  };

  test.each([
    ["the first one", async () => {}],
    ["one that was itself asked for", () => readNow(held.db, ID, new Date(START))],
    [
      "one after a failure",
      () => saveSourceFailure(held.db, ID, { problem: "x", asOf: null, now: new Date(START - 9000) }),
    ],
  ])("%s", async (_, before) => {
    const vendor = await connected();
    await before();
    await turn(vendor, pressedAfterLook(vendor));
    vendor.changes.push(change("a", 1, "later"));
    vendor.clock = START + 2 * SECOND;
    expect(await isDue(vendor.clock)).toBe(true);
    await turn(vendor);
    expect(await texts()).toEqual(["later"]);
    expect(await isDue(vendor.clock)).toBe(false);
    expect(await sourceById(held.db, ID)).toMatchObject({ retryAt: null, lastPolledAt: new Date(vendor.clock) });
  });

  test("nor when the turn fails", async () => {
    const vendor = await connected();
    const connector = vendor.connector();
    for (let i = 0; i < 3; i++) {
      await turn(vendor, {
        ...connector,
        poll: async () => {
          if (i === 2) await readNow(held.db, ID, new Date(START + 500));
          throw new HttpError(503, "It answers 503.");
        },
      });
      if (i < 2) expect(await isDue(START + 4000)).toBe(false);
    }
    expect(await isDue(START + 500)).toBe(true);
    expect(await sourceById(held.db, ID)).toMatchObject({ failures: 3, lastError: "It answers 503." });
  });
});

/** Something to wait for, from outside. */
const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });
  return { opened, open };
};

describe("a turn that lives on beside the next one", () => {
  /** A turn that has read its first page and does not store it before the gate opens. */
  const overtaken = async (vendor: Vendor, what: "poll" | "backfill") => {
    const [looked, released] = [gate(), gate()];
    const connector = vendor.connector();
    const slowly =
      (read: (...args: never[]) => Promise<unknown>) =>
      async (...args: never[]) => {
        const page = await read(...args);
        looked.open();
        await released.opened;
        return page;
      };
    const slow = turn(vendor, { ...connector, [what]: slowly(connector[what]) } as AnyConnector);
    await looked.opened;
    return { release: released.open, slow };
  };

  test("stores nothing of what changed over what was read after it, and takes the cursor nowhere", async () => {
    const vendor = await connected();
    await turn(vendor);
    vendor.changes.push(change("a", 1, "before"), { ...change("a", 1, "after"), visibleAt: START + 70 * SECOND });
    vendor.clock = START + 61 * SECOND;
    const { slow, release } = await overtaken(vendor, "poll");
    vendor.clock = START + 75 * SECOND;
    await turn(vendor);
    expect(await texts()).toEqual(["after"]);
    const before = await sourceById(held.db, ID);
    release();
    await slow;
    expect(await texts()).toEqual(["after"]);
    expect(await sourceById(held.db, ID)).toEqual(before);
  });

  test("nor of the past", async () => {
    const vendor = await connected(new Date(START - 3600 * SECOND));
    for (let i = 1; i <= 12; i++) vendor.changes.push(change(`p${i}`, -i * 100, `p${i}`));
    const { slow, release } = await overtaken(vendor, "backfill");
    vendor.changes.push(change("p12", -1200, "edited"));
    await turn(vendor);
    expect(await texts()).toContain("edited");
    const before = await latestReadings(held.db, ID);
    release();
    await slow;
    expect(await texts()).toContain("edited");
    expect(await latestReadings(held.db, ID)).toEqual(before);
  });
});
