import type { Db } from "#db/client.ts";
import { channelSecret } from "#db/credentials.ts";
import { type Attempted, type Claimed, claimMessage, dueChannels, sendThenMark } from "#db/outbox.ts";
import { workspace } from "#db/workspace.ts";
import { failed, refused, type Verdict } from "#jobs/notify/sender.ts";
import { type Senders, sendBy, senders } from "#jobs/notify/senders.ts";
import { alarmText, type Place, testText } from "#lib/alarms/alarm-text.ts";
import { nextTry } from "#lib/alarms/retry.ts";
import { env, publicAddress } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

export type Delivered = { sent: number; failed: number; dead: number; cancelled: number };

export type Delivery = {
  now: () => Date;
  signal: AbortSignal;
  senders?: Senders;
  random?: () => number;
};

/** Sends what is due on a channel, one message after the other, until nothing is or the receiver fails: then others have
 * their turn. Safe to run by two at once. */
export const deliverChannel = async (db: Db, channelId: string, delivery: Delivery): Promise<Delivered> => {
  const counts: Delivered = { sent: 0, failed: 0, dead: 0, cancelled: 0 };
  const { now, signal, random = Math.random } = delivery;
  const nextAt = (attempts: number) => nextTry(attempts, { now: now(), random: random() });
  const zone = (await workspace(db))?.zone ?? "UTC";
  while (!signal.aborted) {
    const claimed = await claimMessage(db, channelId, { now: now(), nextAt });
    if (claimed === null) break;
    if (claimed === "cancelled" || claimed === "dead") {
      counts[claimed]++;
      continue;
    }
    const attempted = await attemptOne(db, claimed, { ...delivery, place: { zone, publicUrl: publicAddress(env()) } });
    if (attempted === null) break;
    counts[countOf(attempted)]++;
    if (attempted.kind === "failed" && attempted.nextAt !== null) break;
  }
  return counts;
};

const countOf = (attempted: Attempted): keyof Delivered => {
  if (attempted.kind === "sent") return "sent";
  return attempted.nextAt === null ? "dead" : "failed";
};

/** Everything that is due on every channel. */
export const deliverDue = async (db: Db, delivery: Delivery): Promise<Delivered[]> => {
  const all: Delivered[] = [];
  for (const id of await dueChannels(db, delivery.now())) all.push(await deliverChannel(db, id, delivery));
  return all;
};

const attemptOne = async (
  db: Db,
  claimed: Claimed,
  { now, senders: all = senders(), random = Math.random, place }: Delivery & { place: Place },
): Promise<Attempted | null> => {
  const secret = await secretOf(db, claimed.channel.id);
  return sendThenMark(db, claimed, async () => {
    const verdict = "kind" in secret ? secret : await verdictFor(claimed, all, { secret: secret.value, place, now });
    const at = now();
    if (verdict.kind === "sent") return { ...verdict, at };
    const { sentence } = verdict;
    if (verdict.kind === "refused") return { kind: "failed", at, sentence, nextAt: null };
    const { notBefore } = verdict;
    return {
      kind: "failed",
      at,
      sentence,
      nextAt: nextTry(claimed.attempts, { now: at, notBefore, random: random() }),
    };
  });
};

/** Or why it cannot be opened. */
const secretOf = async (db: Db, channelId: string): Promise<{ value: string | null } | Verdict> => {
  try {
    return { value: await channelSecret(db, channelId) };
  } catch (error) {
    if (error instanceof AppError) return refused(error.message);
    throw error;
  }
};

const verdictFor = async (
  { key, isTest, payload, createdAt, channel }: Claimed,
  all: Senders,
  { secret, place, now }: { secret: string | null; place: Place; now: () => Date },
): Promise<Verdict> => {
  const text = isTest ? testText(channel.name, place) : alarmText(payload, place);
  const message = { key, isTest, notification: payload, text, createdAt, now: now() };
  try {
    return await sendBy(all, message, { settings: channel.settings, secret });
  } catch (error) {
    log.error("message not sent", error, { channel: channel.id });
    return failed("Something went wrong on our side.");
  }
};

const AT_ONCE = 3;

/** Delivers in the background: each channel by itself, at most three at once, so that one that hangs holds up no other.
 * `wake` looks for what is due. What is under way when the process ends is as one whose attempt failed. */
export const createDelivery = (
  db: Db,
  signal: AbortSignal,
  run: (channelId: string) => Promise<Record<string, number>>,
): { wake: () => Promise<void> } => {
  const busy = new Set<string>();
  const begin = async (id: string): Promise<void> => {
    busy.add(id);
    // A failure is on record already, and what is due is looked for again later, not at once.
    const counts = await run(id).catch(() => ({}));
    busy.delete(id);
    if (Object.values(counts).some((n) => n > 0)) await wake();
  };
  const wake = async (): Promise<void> => {
    if (signal.aborted) return;
    for (const id of await dueChannels(db, new Date())) {
      if (!busy.has(id) && busy.size < AT_ONCE) begin(id).catch((error: unknown) => log.error("outbox", error));
    }
  };
  return { wake };
};
