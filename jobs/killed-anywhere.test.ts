import { beforeEach, describe, expect, test } from "vitest";
import { askForReading, latestReadings } from "#db/readings.ts";
import { contentsOf } from "#db/testing/contents.ts";
import { testDb } from "#db/testing/db.ts";
import { failingDb, isKill } from "#db/testing/failpoints.ts";
import { change, deskOf, expected, ID, SECOND, START, type Turn } from "#jobs/testing/desk.ts";
import { Vendor } from "#jobs/testing/vendor.ts";

const held = testDb();
const { reset, connect, turn, texts } = deskOf(held);
beforeEach(reset);

const ENDS = 330;

/** When somebody asks for the past to be read again. */
const ASKED = 275;

/** Ten conversations over five minutes: some written again, some that show late, one poison, one deleted, one deleted
 * without a word and one that lists leave out. */
const story = (): Vendor => {
  const vendor = new Vendor();
  for (let i = 0; i < 10; i++) {
    vendor.changes.push(change(`c${i}`, i * 30, i % 6 === 0 ? { visibleAt: START + (i * 30 + 45) * SECOND } : {}));
    if (i % 5 === 0) vendor.changes.push(change(`c${i}`, i * 30 + 47));
  }
  vendor.changes.push(change("poison", 100, { isPoison: true }), change("c3", 200, { isGone: true }));
  vendor.changes.push(change("c4", 210, { isGone: true, isUnlisted: true }));
  vendor.changes.push(change("c2", 215, { text: "c2 at 60", isUnlisted: true }));
  return vendor;
};

/** From the second the vendor's clock is at. */
const live = async (vendor: Vendor, options: Turn = {}, { until = ENDS, isAsked = true } = {}) => {
  for (let second = (vendor.clock - START) / SECOND; second <= until; second += 55) {
    vendor.clock = START + second * SECOND;
    if (second === ASKED && isAsked) await askOnce();
    await turn(vendor, options);
  }
};

const askOnce = async () => {
  const now = new Date(START + ASKED * SECOND);
  if ((await latestReadings(held.db, ID)).length > 0) return;
  await askForReading(held.db, { sourceId: ID, reason: "asked", from: new Date(START), to: now, isReread: false, now });
};

const compared = async () => {
  const { conversations, messages, raw_payloads: payloads } = await contentsOf(held.db);
  const refused = await held.db.$client`select external_id from refused_records`;
  return { conversations, messages, payloads: payloads?.length, refused };
};

describe("killed anywhere", () => {
  test("at every step of a source's life, nothing is lost, doubled or stale", { timeout: 170_000 }, async () => {
    const whole = story();
    await connect(whole);
    await live(whole);
    const truth = await compared();
    expect(await texts()).toEqual(expected(whole));
    expect(truth.refused).toHaveLength(1);

    await reset();
    const counted = failingDb(held.db, Number.POSITIVE_INFINITY);
    const again = story();
    await connect(again);
    await live(again, { db: counted.db, step: counted.step });
    const steps = counted.steps();
    expect(steps).toBeGreaterThan(100);
    expect(await compared()).toEqual(truth);

    for (let at = 1; at <= steps; at++) {
      await reset();
      const vendor = story();
      await connect(vendor);
      const dying = failingDb(held.db, at);
      await live(vendor, { db: dying.db, step: dying.step }).catch((error: unknown) => {
        if (!isKill(error)) throw error;
      });
      // It was killed at some second; the next process goes on from there.
      await live(vendor, {}, { until: ENDS + 120 });
      expect({ at, ...(await compared()) }).toEqual({ at, ...truth });
    }
  });

  test("the check can fail: without a lookback it finds what was lost, without a reading of the past what is gone", async () => {
    const hasty = story();
    await connect(hasty);
    await live(hasty, { lookback: 0 }, { isAsked: false });
    expect(expected(hasty)).not.toEqual(expect.arrayContaining(await texts()));
    expect(await texts()).not.toEqual(expect.arrayContaining(expected(hasty)));
    await reset();
    const forgetful = story();
    await connect(forgetful);
    await live(forgetful, {}, { isAsked: false });
    expect(await texts()).toEqual([...expected(forgetful), "c4 at 120"].sort());
  });

  test("two workers at once read everything once", async () => {
    const vendor = story();
    await connect(vendor);
    for (let second = 0; second <= ENDS + 120; second += 55) {
      vendor.clock = START + second * SECOND;
      if (second === ASKED) await askOnce();
      await Promise.all([turn(vendor), turn(vendor)]);
    }
    expect(await texts()).toEqual(expected(vendor));
  });
});
