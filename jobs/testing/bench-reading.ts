import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Db, openDb } from "#db/client.ts";
import { addConnection } from "#db/connections.ts";
import { startEmbedded } from "#db/embedded.ts";
import { saveHint } from "#db/hints.ts";
import { migrateDb } from "#db/migrate.ts";
import { openReading } from "#db/readings.ts";
import { sourceById } from "#db/sources.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { chatwoot } from "#jobs/connectors/chatwoot/connector.ts";
import { startFakeChatwoot } from "#jobs/connectors/chatwoot/testing/fake.ts";
import { syncSource } from "#jobs/sync.ts";

const CONVERSATIONS = Number(process.env["BENCH_READING"] ?? 4000);
const HINTS = 20;
const DAY_MS = 86_400_000;
const AIMS = { conversations: 2000, messages: 20_000, megabytes: 400, seconds: 5 };

const say = (text: string) => process.stdout.write(`${text}\n`);
const root = join(import.meta.dirname, "../..");

type Vendor = { url: string; accountId: number; token: string };

/** In a process of its own: what the vendor costs is not the reader's. */
const serve = async (): Promise<void> => {
  const rateLimit = { requests: 1_000_000_000, seconds: 60, hasHeaders: false };
  const fake = await startFakeChatwoot({
    now: new Date(),
    conversations: CONVERSATIONS,
    weeks: 26,
    rateLimit,
    isRunning: true,
  });
  process.send?.({ url: fake.url, accountId: fake.accountId, token: fake.token } satisfies Vendor);
  process.on("disconnect", () => process.exit(0));
};

const startVendor = async () => {
  const child = fork(import.meta.filename, ["vendor"], { cwd: root, execArgv: [] });
  const vendor = await new Promise<Vendor>((done) => child.once("message", (given) => done(given as Vendor)));
  return { vendor, child };
};

const addSource = (db: Db, vendor: Vendor): Promise<string> => {
  const now = new Date();
  const settings = { address: vendor.url, accountId: String(vendor.accountId) };
  const backfillFrom = new Date(now.getTime() - 365 * DAY_MS);
  return addConnection(db, {
    key: "desk",
    kind: "chatwoot",
    settings,
    secrets: { token: vendor.token },
    backfillFrom,
    now,
  });
};

/** Everything of the past, read and assessed as the worker does, but asking as fast as it can. */
const readAll = async (db: Db, id: string): Promise<void> => {
  const access: typeof chatwoot.access = (settings) => ({ ...chatwoot.access(settings), perSecond: 1_000_000 });
  const { signal } = new AbortController();
  const context = { now: () => new Date(), signal, connectorFor: () => ({ ...chatwoot, access }) };
  do {
    await syncSource(db, id, context);
    await assessPending(db, { now: new Date() });
  } while ((await openReading(db, id)) !== null);
  const source = await sourceById(db, id);
  if (source?.lastError) throw new Error(source.lastError);
};

const countOf = async (db: Db): Promise<{ conversations: number; messages: number; assessed: number }> => {
  const [row] = await db.$client<{ conversations: number; messages: number; assessed: number }[]>`
    select (select count(*)::int from conversations) as conversations, (select count(*)::int from messages) as messages,
      (select count(*)::int from assessments where assessed_with is not null) as assessed`;
  return row ?? { conversations: 0, messages: 0, assessed: 0 };
};

const ratio = (is: number, aim: number): string => `${(is / aim).toFixed(2)} of the aim`;

const benchBackfill = async (db: Db, id: string): Promise<void> => {
  const start = performance.now();
  await readAll(db, id);
  const minutes = (performance.now() - start) / 60_000;
  const { conversations, messages, assessed } = await countOf(db);
  if (assessed < conversations) throw new Error(`${conversations - assessed} are not assessed`);
  const [perMinute, messagesPerMinute] = [conversations / minutes, messages / minutes];
  const megabytes = process.resourceUsage().maxRSS / 1024;
  say(`${conversations} conversations, ${messages} messages read and assessed in ${(minutes * 60).toFixed(1)} s`);
  say(`${Math.round(perMinute)} conversations a minute, ${ratio(perMinute, AIMS.conversations)}`);
  say(`${Math.round(messagesPerMinute)} messages a minute, ${ratio(messagesPerMinute, AIMS.messages)}`);
  say(`${Math.round(megabytes)} MB at most, ${ratio(megabytes, AIMS.megabytes)}`);
};

/** Seconds from the hint that a customer wrote until that is stored and assessed. */
const hinted = async (db: Db, id: string, vendor: Vendor, conversation: number): Promise<number> => {
  const text = `And now, ${conversation}?`;
  const body = JSON.stringify({ type: "customer_message", conversation, text });
  await fetch(`${vendor.url}/__fake/actions`, { method: "POST", body });
  const start = performance.now();
  await saveHint(db, { sourceId: id, externalId: String(conversation), deliveryId: null, now: new Date() });
  for (;;) {
    const found = await db.$client`select from messages m join assessments a using (conversation_id)
      where m.text = ${text} and a.assessed_with is not null`;
    if (found.length > 0) return (performance.now() - start) / 1000;
    await sleep(20);
  }
};

/** By the real worker, which asks as gently as ever. */
const benchHints = async (db: Db, id: string, vendor: Vendor, url: string): Promise<void> => {
  const env = { ...process.env, DATABASE_URL: url, NODE_ENV: "production" as const };
  const worker = fork(join(root, "jobs/worker.ts"), [], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  try {
    await sleep(5000);
    const taken: number[] = [];
    for (let i = 1; i <= HINTS; i++) {
      taken.push(await hinted(db, id, vendor, i));
      await sleep(Math.random() * 2000);
    }
    const ordered = taken.toSorted((a, b) => a - b);
    const [median = 0, most = 0] = [ordered[HINTS / 2], ordered.at(-1)];
    say(
      `from a hint to its assessment: median ${median.toFixed(2)} s, at most ${most.toFixed(2)} s, ${ratio(most, AIMS.seconds)}`,
    );
  } finally {
    const gone = new Promise<void>((done) => worker.once("exit", () => done()));
    worker.kill("SIGTERM");
    await gone;
  }
};

const main = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "seam-bench-"));
  process.env["SEAM_DATA_DIR"] = folder;
  const server = await startEmbedded({ dir: join(folder, "postgres") });
  const { vendor, child } = await startVendor();
  await migrateDb(server.url);
  const db = openDb(server.url, { max: 8, name: "seam bench" });
  try {
    await createWorkspace(db, { name: "Bench", zone: "UTC", mode: "own", now: new Date() });
    const id = await addSource(db, vendor);
    await benchBackfill(db, id);
    await benchHints(db, id, vendor, server.url);
  } finally {
    child.disconnect();
    await db.$client.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

if (process.argv[2] === "vendor") await serve();
else await main();
