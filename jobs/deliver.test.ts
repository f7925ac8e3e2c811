import { setImmediate } from "node:timers/promises";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDb } from "#db/client.ts";
import { deadLetters, sendTest, tryAgain } from "#db/letters.ts";
import { channels, removeChannel, switchChannel } from "#db/notification-channels.ts";
import { type Attempted, claimMessage, dueChannels, sendThenMark } from "#db/outbox.ts";
import { testDb } from "#db/testing/db.ts";
import { openReceiver, type Posted } from "#jobs/notify/testing/receivers.ts";
import { incidentOf, outboxOf, SECRET, START, sendersTo } from "#jobs/testing/mailing.ts";
import { notification } from "#lib/alarms/testing/notification.ts";

const held = testDb();
const box = outboxOf(held);
const open: { receiver: Awaited<ReturnType<typeof openReceiver>> | null } = { receiver: null };
const there = () => {
  if (!open.receiver) throw new Error("no receiver");
  return open.receiver;
};
const senders = () => sendersTo({ receiver: there() });
const deliver = () => box.deliver(senders());
const hook = () => box.channel({ kind: "webhook", url: there().url });
const arrived = () => there().posted.map(({ body }) => (JSON.parse(body) as { type: string }).type);
const idOf = ({ headers }: Posted) => headers["webhook-id"];

beforeAll(async () => {
  open.receiver = await openReceiver();
});
afterAll(() => there().close());
beforeEach(async () => {
  await box.reset();
  Object.assign(there(), { answer: () => ({}), posted: [] });
});

describe("in order", () => {
  test("what is told of an incident arrives in the order in which it happened, once each", async () => {
    const channelId = await hook();
    const keys = await box.write({ kind: "fired", channelId }, { kind: "escalated", channelId });
    keys.push(...(await box.write({ kind: "resolved", channelId })));
    expect(await deliver()).toEqual({ sent: 3, failed: 0, dead: 0, cancelled: 0 });
    expect(there().posted.map(idOf)).toEqual(keys);
    expect(await deliver()).toMatchObject({ sent: 0 });
  });

  test("what failed holds back what follows of its incident, and nothing else", async () => {
    const channelId = await hook();
    await box.write({ kind: "fired", channelId }, { kind: "resolved", channelId }, { n: 2, kind: "fired", channelId });
    there().answer = ({ body }) => (body.includes(incidentOf(1)) ? { status: 503 } : {});
    await deliver();
    await deliver();
    expect(arrived()).toEqual(["alarm.fired", "alarm.fired"]);
    there().answer = () => ({});
    box.world.minute = 1;
    await deliver();
    expect(arrived().slice(2)).toEqual(["alarm.fired", "alarm.resolved"]);
  });

  test("a channel that is down holds up no other", async () => {
    const slow = await box.channel({ kind: "webhook", url: `${there().url}/slow` });
    const other = await hook();
    await box.write({ kind: "fired", channelId: slow }, { kind: "fired", channelId: other });
    there().answer = ({ path }) => (path.endsWith("/slow") ? { hangs: true } : {});
    expect(await deliver()).toMatchObject({ sent: 1, failed: 1 });
    box.world.minute = 1;
    expect(await dueChannels(held.db, box.now())).toEqual([slow]);
    await box.write({ n: 2, kind: "fired", channelId: other });
    expect(await dueChannels(held.db, box.now())).toEqual([other, slow]);
  });

  test("two workers at once send each message once, in order", async () => {
    const channelId = await hook();
    const other = openDb(held.url, { max: 3, name: "other worker" });
    const keys = await box.write(
      ...[1, 2, 3, 4].flatMap((n) =>
        (["fired", "escalated", "resolved"] as const).map((kind) => ({ n, kind, channelId })),
      ),
    );
    try {
      for (let round = 0; round < 12; round++) await Promise.all([deliver(), box.deliver(senders(), { db: other })]);
    } finally {
      await other.$client.end();
    }
    expect(there().posted.map(idOf).toSorted()).toEqual(keys.toSorted());
    for (const n of [1, 2, 3, 4]) {
      const mine = there()
        .posted.map(idOf)
        .filter((key) => key?.startsWith(incidentOf(n)));
      expect(mine).toEqual(keys.filter((key) => key.startsWith(incidentOf(n))));
    }
  });
});

test("a message is sent though another worker looks at it just when it is to go out", async () => {
  const channelId = await hook();
  await box.write({ kind: "fired", channelId });
  const claimed = await claimMessage(held.db, channelId, { now: box.now(), nextAt: () => box.now() });
  if (claimed === null || typeof claimed === "string") throw new Error("nothing was claimed");
  const other = openDb(held.url, { max: 1, name: "other worker" });
  const going: { sent?: Promise<Attempted | null> } = {};
  await other.$client.begin(async (sql) => {
    await sql`select from outbox for update`;
    let isDone = false;
    going.sent = sendThenMark(held.db, claimed, async () => ({ kind: "sent", at: box.now(), problem: null }));
    going.sent.finally(() => {
      isDone = true;
    });
    while (!(isDone || (await waits(sql)))) await setImmediate();
  });
  await other.$client.end();
  expect(await going.sent).toMatchObject({ kind: "sent" });
  expect((await box.rows())[0]).toMatchObject({ sent: true });
});

const waits = async (sql: TransactionSql): Promise<boolean> => {
  const rows = await sql`
    select from pg_locks where not granted
      and pid in (select pid from pg_stat_activity where datname = current_database())`;
  return rows.length > 0;
};

describe("what does not go through", () => {
  test("is tried again after 1, 2, 4, 8, 16 and 32 minutes under the same key, then given up with a sentence", async () => {
    const channelId = await hook();
    await box.write({ kind: "fired", channelId });
    there().answer = () => ({ status: 500 });
    const tried: number[] = [];
    for (box.world.minute = 0; box.world.minute <= 70; box.world.minute++) {
      const { failed, dead } = await deliver();
      if (failed + dead > 0) tried.push(box.world.minute);
    }
    expect(tried).toEqual([0, 1, 3, 7, 15, 31, 63]);
    expect(new Set(there().posted.map(idOf)).size).toBe(1);
    expect(await deadLetters(held.db, new Date(START))).toMatchObject([
      { channel: "webhook", attempts: 7, sentence: "The receiver has a fault of its own (500).", isOvertaken: false },
    ]);
    expect(await channels(held.db)).toMatchObject([{ lastError: "The receiver has a fault of its own (500)." }]);
  });

  test("a message at which the worker dies each time is given up too", async () => {
    const channelId = await hook();
    await box.write({ kind: "fired", channelId });
    await held.db.$client`update outbox set attempts = 7`;
    box.world.minute = 40;
    expect(await deliver()).toMatchObject({ sent: 0, dead: 1 });
    expect((await box.rows())[0]).toMatchObject({ dead: true, error: "Nobody knows what came of the last attempt." });
  });

  test("waits for as long as the receiver asks", async () => {
    const channelId = await hook();
    await box.write({ kind: "fired", channelId });
    there().answer = () => ({ status: 429, headers: { "retry-after": "300" } });
    await deliver();
    expect((await box.rows())[0]?.next).toEqual(new Date(START + 300_000));
  });

  test("is given up at once where it never will, and what follows is still told", async () => {
    const channelId = await hook();
    await box.write({ kind: "fired", channelId }, { kind: "resolved", channelId });
    there().answer = (_, n) => (n === 1 ? { status: 410 } : {});
    expect(await deliver()).toMatchObject({ dead: 1, sent: 1 });
    expect(await deadLetters(held.db, new Date(START))).toMatchObject([
      { sentence: "This address has been given up by the receiver (410): enter another.", isOvertaken: true },
    ]);
  });

  test("is sent again when somebody asks, with all that was given up after it, in order and under the same keys", async () => {
    const channelId = await hook();
    const keys = await box.write({ kind: "fired", channelId }, { kind: "resolved", channelId });
    there().answer = () => ({ status: 404 });
    await deliver();
    there().answer = () => ({});
    const [, first] = await deadLetters(held.db, new Date(START));
    await tryAgain(held.db, first?.id ?? "", box.now());
    expect(await deliver()).toMatchObject({ sent: 2 });
    expect(there().posted.slice(2).map(idOf)).toEqual(keys);
    expect(await deadLetters(held.db, new Date(START))).toEqual([]);
  });

  test("is not sent again out of order", async () => {
    const channelId = await hook();
    await box.write({ kind: "fired", channelId }, { kind: "resolved", channelId });
    there().answer = (_, n) => (n === 1 ? { status: 404 } : {});
    await deliver();
    const [letter] = await deadLetters(held.db, new Date(START));
    await expect(tryAgain(held.db, letter?.id ?? "", box.now())).rejects.toThrow(/out of order/);
  });

  test("a secret that cannot be opened is said, not thrown", async () => {
    const channelId = await hook();
    await held.db.$client`update notification_channels set key_id = 'other'`;
    await box.write({ kind: "fired", channelId });
    expect(await deliver()).toMatchObject({ dead: 1 });
    expect((await box.rows())[0]?.error).toMatch(/^A stored secret was encrypted with another key/);
  });
});

describe("what was over before anybody was told", () => {
  test("is told to nobody, neither that it fired nor that it is over", async () => {
    const channelId = await hook();
    await box.incident(1, box.now());
    await box.write({ kind: "fired", channelId }, { kind: "escalated", channelId }, { kind: "resolved", channelId });
    expect(await deliver()).toEqual({ sent: 0, failed: 0, dead: 0, cancelled: 1 });
    expect(there().posted).toEqual([]);
    expect((await box.rows()).map(({ cancelled }) => cancelled)).toEqual([true, true, true]);
  });

  test("is told to the end when the first attempt may have arrived", async () => {
    const channelId = await hook();
    await box.incident(1);
    await box.write({ kind: "fired", channelId });
    there().answer = () => ({ hangs: true });
    await deliver();
    await box.incident(1, box.now());
    await box.write({ kind: "resolved", channelId });
    there().answer = () => ({});
    box.world.minute = 1;
    expect(await deliver()).toMatchObject({ sent: 2, cancelled: 0 });
    expect(arrived()).toEqual(["alarm.fired", "alarm.fired", "alarm.resolved"]);
  });

  test("is told while another alarm of the same message is still open", async () => {
    const channelId = await hook();
    await box.incident(1, box.now());
    await box.incident(2);
    const others = [notification({ incidentId: incidentOf(2) })];
    await box.write({ kind: "fired", channelId, told: { others } }, { kind: "resolved", channelId });
    expect(await deliver()).toMatchObject({ sent: 2, cancelled: 0 });
  });
});

describe("channels", () => {
  test("a test takes the same road, opens nothing, and waits for no alarm", async () => {
    const channelId = await hook();
    await box.write({ kind: "fired", channelId });
    there().answer = ({ body }) => (body.includes("alarm.test") ? {} : { status: 503 });
    await deliver();
    const key = await sendTest(held.db, channelId, box.now());
    await deliver();
    expect(arrived()).toEqual(["alarm.fired", "alarm.test"]);
    expect(there().posted.at(-1)?.headers["webhook-id"]).toBe(key);
  });

  test("switched off or removed, what has not gone out never will, and the secret is gone with the channel", async () => {
    const channelId = await hook();
    await box.write({ kind: "fired", channelId });
    await switchChannel(held.db, { id: channelId, isEnabled: false, now: box.now() });
    await switchChannel(held.db, { id: channelId, isEnabled: true, now: box.now() });
    expect(await deliver()).toMatchObject({ sent: 0 });
    await box.write({ n: 2, kind: "fired", channelId });
    await removeChannel(held.db, channelId, box.now());
    expect(await deliver()).toMatchObject({ sent: 0 });
    expect(await channels(held.db)).toEqual([]);
    expect(await held.db.$client`select sealed, key_id from notification_channels`).toEqual([
      { sealed: null, key_id: null },
    ]);
    await expect(sendTest(held.db, channelId, box.now())).rejects.toThrow(/not there any more/);
  });

  test("a secret lies sealed", async () => {
    await hook();
    const [row] = await held.db.$client`select to_jsonb(c)::text as text from notification_channels c`;
    expect(row?.["text"]).not.toContain(SECRET);
    expect(row?.["text"]).toContain("sealed");
  });

  test("a clock that is five minutes behind does not hold a first message up", async () => {
    const channelId = await hook();
    await box.write({ kind: "fired", channelId });
    box.world.minute = -5;
    expect(await deliver()).toMatchObject({ sent: 1 });
  });
});
