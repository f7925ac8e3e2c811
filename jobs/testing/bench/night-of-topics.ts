import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { type Db, openDb } from "#db/client.ts";
import { startEmbedded } from "#db/embedded.ts";
import { migrateDb } from "#db/migrate.ts";
import { createWorkspace } from "#db/workspace.ts";
import { refreshTopics } from "#jobs/topics.ts";
import { loadText, say, timed } from "./clock.ts";
import { addEscalated, CONFIRMED, NIGHT } from "./escalated.ts";

const CONVERSATIONS = Number(process.env["BENCH_ESCALATED"] ?? 100_000);
const EXAMPLES = 20;
const NEWS = 100;
const AIM_SECONDS = 600;
const AIM_MB = 2000;

/** How long the worker could do nothing else at worst: its alarms and its heartbeat go on beside the night. */
const benchNight = async (db: Db, name: string): Promise<void> => {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const { seconds, value } = await timed(() => refreshTopics(db, { now: NIGHT }));
  delay.disable();
  const mb = process.resourceUsage().maxRSS / 1000;
  const done = Object.entries(value).map(([what, n]) => `${n} ${what}`);
  say(
    `${name}: ${seconds.toFixed(0)} s, ${(seconds / AIM_SECONDS).toFixed(2)} of the aim; at most ${mb.toFixed(0)} MB so far, ${(mb / AIM_MB).toFixed(2)} of the aim; the worker held up ${(delay.max / 1e6).toFixed(0)} ms at worst; ${done.join(", ")}; ${loadText()}`,
  );
};

const main = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "seam-bench-topics-"));
  const server = await startEmbedded({ dir: join(folder, "postgres") });
  await migrateDb(server.url);
  const db = openDb(server.url, { max: 1, name: "seam bench" });
  try {
    await createWorkspace(db, { name: "Bench", zone: "UTC", mode: "own", now: NIGHT });
    await addEscalated(db, CONVERSATIONS, EXAMPLES);
    say(`topics of ${CONVERSATIONS} escalated conversations, ${CONFIRMED} confirmed with ${EXAMPLES} examples each`);
    await benchNight(db, "the first night");
    // As they stand once those that moved are assessed again.
    await db.$client`update episodes e set topic = 'topic ' || t.topic_id from topic_texts t
      where t.conversation_id = e.conversation_id and t.topic_id is not null`;
    await benchNight(db, "a night without news");
    await db.$client`update topic_texts set text = text || ' again' where conversation_id in (
      select conversation_id from topic_texts where not is_outage order by conversation_id limit ${NEWS})`;
    await benchNight(db, `a night after ${NEWS} new ones`);
  } finally {
    await db.$client.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

await main();
