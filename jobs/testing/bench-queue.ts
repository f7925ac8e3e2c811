import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backtestRule } from "#db/alarms/backtest.ts";
import { type Db, openDb } from "#db/client.ts";
import { startEmbedded } from "#db/embedded.ts";
import { type QueueHours, queueHours } from "#db/hours.ts";
import { migrateDb } from "#db/migrate.ts";
import { intervalsByQueue, intervalsOfAll } from "#db/queue/intervals.ts";
import { waitingNow } from "#db/queue/waiting-now.ts";
import { createWorkspace } from "#db/workspace.ts";
import { evaluateAlarms, type Known } from "#jobs/alarms.ts";
import { usualRule } from "#lib/alarms/rule.ts";
import { parseFilters } from "#lib/filters.ts";
import { loadText, ms, quantile, rounds, say, timed } from "./bench/clock.ts";
import { addQueues, QUEUES_NOW } from "./bench/many-queues.ts";

const HANDOFFS = Number(process.env["BENCH_HANDOFFS"] ?? 1_000_000);
const QUEUES = 500;
const ROUNDS = 10;

const sayTimes = (name: string, times: readonly number[], aim?: number): void => {
  const median = quantile(times, 0.5);
  const share = aim === undefined ? "" : `, ${(median / aim).toFixed(2)} of the aim of ${aim} ms`;
  say(`${name}: median ${ms(median)} ms, worst ${ms(quantile(times, 1))} ms${share}`);
};

const dayOf = (from: string, to = from) => parseFilters({ from, to }, { now: QUEUES_NOW, zone: "UTC" });

const benchDay = async (db: Db, hours: QueueHours): Promise<void> => {
  const context = { now: QUEUES_NOW, until: QUEUES_NOW, hours };
  const ask = async (name: string, work: () => Promise<unknown>, aim?: number) =>
    sayTimes(name, await rounds(work, ROUNDS), aim);
  await ask("the day in 15-minute intervals", () => intervalsOfAll(db, dayOf("2026-10-08"), context), 50);
  await ask("the week for the heatmap", () => intervalsOfAll(db, dayOf("2026-10-05", "2026-10-11"), context));
  await ask(`the day of each of ${QUEUES} queues`, () => intervalsByQueue(db, dayOf("2026-10-08"), context));
  await ask("waiting now", () => waitingNow(db, { only: {} }, { now: QUEUES_NOW, hours }));
};

const benchBacktest = async (db: Db, hours: QueueHours): Promise<void> => {
  for (const kind of ["oldest_wait", "answered_share", "waiting_count"] as const) {
    const times = await rounds(() => backtestRule(db, usualRule(kind), { now: QUEUES_NOW, hours }), 5);
    sayTimes(`four weeks of ${kind} in all ${QUEUES} queues`, times, 2000);
  }
};

/** Nothing breaches, then everything fires, then all of it is open. */
const benchLooks = async (db: Db): Promise<void> => {
  await evaluateAlarms(db, { now: QUEUES_NOW });
  await db.$client`update alarm_rules set is_enabled = true`;
  let known: Known = {};
  const times: number[] = [];
  let firing = 0;
  for (let i = 0; i < 20; i++) {
    const now = new Date(QUEUES_NOW.getTime() + 15 * 60_000 + i * 30_000);
    const { seconds, value } = await timed(() => evaluateAlarms(db, { now, known }));
    known = value.known;
    if (value.counts.fired > QUEUES / 2) firing = seconds * 1000;
    else if (i > 0) times.push(seconds * 1000);
  }
  sayTimes(`a look at ${QUEUES} queues by five rules, all of them open`, times, 1000);
  say(`the look in which they all fire, each with its cause: ${ms(firing)} ms`);
};

const folder = await mkdtemp(join(tmpdir(), "seam-bench-"));
const server = await startEmbedded({ dir: join(folder, "postgres") });
await migrateDb(server.url);
const db = openDb(server.url, { max: 10, name: "seam bench" });
try {
  await createWorkspace(db, { name: "Bench", zone: "UTC", mode: "own", now: QUEUES_NOW });
  await addQueues(db, { handoffs: HANDOFFS, queues: QUEUES });
  say(`${HANDOFFS} handoffs of 26 weeks in ${QUEUES} queues; ${loadText()}`);
  const hours = await queueHours(db);
  await benchDay(db, hours);
  await benchBacktest(db, hours);
  await benchLooks(db);
} finally {
  await db.$client.end();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
