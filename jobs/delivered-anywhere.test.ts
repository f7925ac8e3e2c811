import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimMessage, dueChannels, sendThenMark } from "#db/outbox.ts";
import { testDb } from "#db/testing/db.ts";
import { failingDb, isKill } from "#db/testing/failpoints.ts";
import { type Senders, sendBy } from "#jobs/notify/senders.ts";
import { outgoing } from "#jobs/notify/testing/outgoing.ts";
import { headerOf, type Mail, openMailServer, openReceiver } from "#jobs/notify/testing/receivers.ts";
import { chance, outboxOf, SECRET, START, sendersTo } from "#jobs/testing/mailing.ts";

const held = testDb();
const box = outboxOf(held);
const KINDS = ["fired", "escalated", "resolved"] as const;
const MOST_TURNS = 200;
const minuteOf = (at: Date): number => (at.getTime() - START) / 60_000;

type Open = { receiver: Awaited<ReturnType<typeof openReceiver>>; mail: Awaited<ReturnType<typeof openMailServer>> };
const open: { now: Open | null } = { now: null };
const there = (): Open => {
  if (!open.now) throw new Error("nobody is there");
  return open.now;
};
beforeAll(async () => {
  open.now = { receiver: await openReceiver(), mail: await openMailServer() };
});
afterAll(async () => {
  await there().receiver.close();
  await there().mail.close();
});

/** The key that a mail is named after. */
const keyOf = (one: Mail): string =>
  (/^<(.*)@example\.com>$/.exec(headerOf(one, "Message-ID") ?? "")?.[1] ?? "").replaceAll(".", ":");

/** What becomes of the n-th attempt at a message. */
const fateOf = (isFaulty: boolean, key: string, n: number): "taken" | "refused" | "unanswered" => {
  const fate = isFaulty && n <= MOST_FAILURES ? chance(`${nameOf(key)} ${n}`) : 1;
  return fate < 0.25 ? "refused" : fate < 0.5 ? "unanswered" : "taken";
};

/** A key without its channel, whose id is another in each run. */
const nameOf = (key: string): string => key.split(":").slice(0, 4).join(":");

/** What was to be sent, what arrived, by channel and incident, and how many arrived under any other key. */
type Story = { wanted: string[][]; got: () => string[][]; others: () => number };

/** Each alarm is three messages: so many of them on a webhook, and by e-mail. */
type Alarms = { hooked: number; mailed: number; isFaulty: boolean };

/** After so many failures a message goes through, so that none is given up. */
const MOST_FAILURES = 4;

const story = async ({ hooked, mailed, isFaulty }: Alarms): Promise<Story> => {
  await box.reset();
  const { receiver, mail } = there();
  Object.assign(receiver, { posted: [] });
  Object.assign(mail, { mails: [] });
  // A quarter is not taken, and another quarter is but answered too late.
  receiver.answer = ({ headers }) => {
    const key = headers["webhook-id"] ?? "";
    const times = receiver.posted.filter((one) => one.headers["webhook-id"] === key).length;
    const fate = fateOf(isFaulty, key, times);
    if (fate === "refused") return { status: 503 };
    return fate === "unanswered" ? { hangs: true } : {};
  };
  mail.answer = (one) => {
    const key = keyOf(one);
    const fate = fateOf(isFaulty, key, mail.mails.filter((other) => keyOf(other) === key).length);
    if (fate === "refused") return { code: 451 };
    return fate === "unanswered" ? { drops: true } : {};
  };
  const hook = await box.channel({ kind: "webhook", url: receiver.url });
  const post = await box.channel({ kind: "email", to: ["tom@example.com"] }, null);
  const wanted: string[][] = [];
  for (let n = 1; n <= hooked + mailed; n++) {
    const channelId = n <= hooked ? hook : post;
    wanted.push(await box.write(...KINDS.map((kind) => ({ n, kind, channelId }))));
  }
  const all = () => [...receiver.posted.map(({ headers }) => headers["webhook-id"] ?? ""), ...mail.mails.map(keyOf)];
  return {
    wanted,
    got: () => wanted.map((mine) => all().filter((key) => mine.includes(key))),
    others: () => all().filter((key) => !wanted.flat().includes(key)).length,
  };
};

type Pass = (db: typeof held.db, senders: Senders) => Promise<unknown>;
const sendFirst: Pass = (db, senders) => box.deliver(senders, { db });

/** As it must not be: what is marked and then not sent is lost. */
const markFirst: Pass = async (db, senders) => {
  for (const channelId of await dueChannels(db, box.now())) {
    for (;;) {
      const claimed = await claimMessage(db, channelId, { now: box.now(), nextAt: () => box.now() });
      if (claimed === null || typeof claimed === "string") break;
      await sendThenMark(db, claimed, async () => ({ kind: "sent", at: box.now(), problem: null }));
      const message = { ...outgoing(), key: claimed.key, now: box.now() };
      await sendBy(senders, message, { settings: claimed.channel.settings, secret: SECRET });
    }
  }
};

/** Until everything is sent or given up; the clock goes straight to where something is due. */
const live = async (pass: Pass, db: typeof held.db) => {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    await pass(db, sendersTo(there()));
    const rows = (await box.rows()).filter(({ sent, dead, cancelled }) => !sent && !dead && !cancelled);
    if (rows.length === 0) return;
    const next = rows.flatMap(({ attempts, next: at }) => (attempts > 0 ? [minuteOf(at)] : []));
    if (next.length > 0) box.world.minute = Math.max(box.world.minute, Math.min(...next));
  }
  throw new Error("it comes to no end");
};

const withoutRepeats = (keys: string[]): string[] => keys.filter((key, i) => key !== keys[i - 1]);

type Figures = {
  steps: number;
  missing: number;
  otherKeys: number;
  outOfOrder: number;
  mostDuplicates: number;
  duplicates: number;
};

/** Dies at each step in turn, is started again, and is compared with what was to be sent. */
const killEverywhere = async (pass: Pass, alarms: Alarms): Promise<Figures> => {
  await story(alarms);
  const counted = failingDb(held.db, Number.POSITIVE_INFINITY);
  await live(pass, counted.db);
  const figures: Figures = {
    steps: counted.steps(),
    missing: 0,
    otherKeys: 0,
    outOfOrder: 0,
    mostDuplicates: 0,
    duplicates: 0,
  };
  for (let at = 1; at <= figures.steps; at++) {
    const { wanted, got, others } = await story(alarms);
    const killed = failingDb(held.db, at);
    await live(pass, killed.db).catch((error: unknown) => {
      if (!isKill(error)) throw error;
    });
    // Whoever comes next begins where the clock is.
    await live(pass, held.db);
    const arrived = got();
    if (arrived.some((keys, i) => wanted[i]?.some((key) => !keys.includes(key)))) figures.missing++;
    if (
      arrived.some((keys, i) => withoutRepeats(keys).join() !== wanted[i]?.filter((key) => keys.includes(key)).join())
    )
      figures.outOfOrder++;
    figures.otherKeys += others();
    const twice = arrived.reduce((sum, keys) => sum + keys.length - new Set(keys).size, 0);
    figures.duplicates += twice;
    figures.mostDuplicates = Math.max(figures.mostDuplicates, twice);
  }
  return figures;
};

describe("killed at any statement between the outbox and the receivers", { timeout: 170_000 }, () => {
  test("no message is missing or out of order, and what comes twice has the same key", async () => {
    const figures = await killEverywhere(sendFirst, { hooked: 2, mailed: 1, isFaulty: false });
    expect(figures).toMatchObject({ missing: 0, outOfOrder: 0, otherKeys: 0 });
    expect(figures.steps).toBeGreaterThan(80);
    expect(figures.mostDuplicates).toBe(1);
  });

  test("nor where receivers refuse a quarter, and take another quarter without answering in time", async () => {
    const figures = await killEverywhere(sendFirst, { hooked: 2, mailed: 0, isFaulty: true });
    expect(figures).toMatchObject({ missing: 0, outOfOrder: 0, otherKeys: 0 });
    expect(figures.duplicates).toBeGreaterThan(0);
  });

  test("nor by e-mail, where the server refuses a quarter for now, and takes another quarter and cuts the line", async () => {
    const figures = await killEverywhere(sendFirst, { hooked: 0, mailed: 1, isFaulty: true });
    expect(figures).toMatchObject({ missing: 0, outOfOrder: 0, otherKeys: 0 });
    expect(figures.steps).toBeGreaterThan(40);
    expect(figures.duplicates).toBeGreaterThan(0);
  });

  test("the check can fail by e-mail as well", async () => {
    const figures = await killEverywhere(markFirst, { hooked: 0, mailed: 1, isFaulty: false });
    expect(figures.missing).toBeGreaterThan(0);
  });

  test("the check can fail: marked before it is sent, messages are missing", async () => {
    const figures = await killEverywhere(markFirst, { hooked: 2, mailed: 0, isFaulty: false });
    expect(figures.missing).toBeGreaterThan(0);
  });
});
