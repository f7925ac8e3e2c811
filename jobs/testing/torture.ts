import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import postgres from "postgres";
import { pendingCount } from "#db/assessments.ts";
import { saveHint } from "#db/hints.ts";
import { askForReading } from "#db/readings.ts";
import { readNow, sourceSummaries } from "#db/sources.ts";
import { deliver, hasBuild, subscribe } from "#jobs/testing/torture-door.ts";
import {
  failAtTimes,
  LATEST_SECONDS,
  LONGEST_SKEW_MS,
  live,
  sayLastWords,
  skewClock,
} from "#jobs/testing/torture-life.ts";
import {
  clearStage,
  cutConnections,
  end,
  isWriting,
  KEYS,
  launch,
  openEmpty,
  PAST_MS,
  restartDatabase,
  type Stage,
  setStage,
} from "#jobs/testing/torture-stage.ts";
import { compare, readAgain, type Verdict } from "#jobs/testing/torture-verdict.ts";
import { ASSESSED_WITH } from "#lib/conversation/assessed-with.ts";
import { type Random, randomOf } from "#lib/random.ts";

/** A source whose reader was killed is read again after about a quarter of a minute. */
const AWAITED_MS = 30_000;
const LIFE_MS = 250;
/** Reporting events are looked for this long after a change. */
const SETTLED_SECONDS = 31;
const LONGEST_END_MS = 10 * 60_000;
const UNTOLD = 8;

type Torture = { stage: Stage; random: Random; counts: Record<string, number>; deliveries: Promise<void> };

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const count = ({ counts }: Torture, what: string, n = 1): void => {
  counts[what] = (counts[what] ?? 0) + n;
};

/** Some of what happens is told of: through the app's own door, where one thing after the other is delivered while others
 * happen, or some never; without a door each twice, as hints. */
const tell = async (torture: Torture, externalId: string): Promise<void> => {
  const { random } = torture;
  const { db, fake, door, sources } = torture.stage;
  if (!door) {
    const hint = { externalId, deliveryId: randomBytes(8).toString("hex"), now: new Date() };
    for (const sourceId of [...sources, ...sources]) await saveHint(db, { sourceId, ...hint });
  } else if (random.chance(0.3)) {
    subscribe(fake, door, KEYS);
  } else {
    torture.deliveries = torture.deliveries.then(async () => {
      for (const [what, n] of Object.entries(await deliver(fake, random))) count(torture, what, n);
    });
  }
};

/** Time passes, and things happen at the vendor. */
const pass = async (torture: Torture, milliseconds: number, isOver = () => false): Promise<void> => {
  const { random } = torture;
  const { fake } = torture.stage;
  const endsAt = performance.now() + milliseconds;
  while (performance.now() < endsAt && !isOver()) {
    const told = live(fake, random);
    if (told) count(torture, told.isGone ? "deletions" : "changes");
    if (told?.isToldOf && random.chance(told.isGone ? 0.7 : 0.2)) await tell(torture, told.id);
    await sleep(Math.max(0, Math.min(random.between(0, 2 * LIFE_MS), endsAt - performance.now())));
  }
};

/** Waits until the worker writes, and some milliseconds more. */
const awaitWrite = async ({ stage, random }: Torture): Promise<void> => {
  const endsAt = performance.now() + AWAITED_MS;
  while (!(await isWriting(stage)) && performance.now() < endsAt) await sleep(1);
  await sleep(random.between(0, 10));
};

/** As the sweeps do, only of the whole past: nothing else finds what was deleted and not told of. */
const readAllAgain = async (torture: Torture): Promise<void> => {
  const { db, sources } = torture.stage;
  // While the last of them is still being read there is nothing to find that it will not.
  const open = await db.$client`select from source_readings where finished_at is null and reason = 'asked'`;
  if (open.length > 0) return;
  const now = new Date();
  const [from, to] = [new Date(now.getTime() - PAST_MS), new Date(now.getTime() + LONGEST_SKEW_MS)];
  for (const sourceId of sources)
    await askForReading(db, { sourceId, reason: "asked", from, to, isReread: false, now });
  count(torture, "times all was read again");
};

/** One in four waits until the worker reads, and half of those until it writes: there is most to break. */
const round = async (torture: Torture): Promise<void> => {
  const { stage, random } = torture;
  const { db, fake, sources } = stage;
  launch(stage);
  for (const id of sources) await readNow(db, id, new Date());
  if (random.chance(0.2)) {
    skewClock(fake, random);
    count(torture, "times its clock was wrong");
  }
  if (random.chance(0.1)) await readAllAgain(torture);
  const asked = fake.log.length;
  const isAwaited = random.chance(0.25);
  if (isAwaited) await pass(torture, AWAITED_MS, () => fake.log.length > asked);
  if (isAwaited && random.chance(0.5)) await awaitWrite(torture);
  else await pass(torture, random.between(50, 1500));
  if (fake.log.length > asked) count(torture, "while it read");
  if (random.chance(0.2)) {
    await cutConnections(stage);
    count(torture, "times cut off");
  } else {
    await end(stage.worker, "SIGKILL");
    count(torture, "kills");
  }
};

/** What is still to be done; empty = nothing. */
const pending = async ({ db, fake }: Stage, since: Date): Promise<string[]> => {
  const sources = await sourceSummaries(db);
  const readings = await db.$client`select from source_readings where finished_at is null`;
  // One that was gone before it was ever stored is looked for some minutes more.
  const there = fake.world.conversations.map(({ displayId }) => String(displayId));
  const hints = await db.$client`select from source_hints h
    where attempts = 0 or external_id = any(${there}) or exists (
      select from conversations c where c.source_id = h.source_id and c.external_id = h.external_id and not c.deleted)`;
  const versions = { assessedWith: ASSESSED_WITH, now: new Date() };
  const unread = await pendingCount(db, versions);
  const behind = sources.filter(({ watermarkAt }) => (watermarkAt?.getTime() ?? 0) < since.getTime());
  return [
    ...behind.map(({ key, lastError }) => `${key} is not read to the end (${lastError})`),
    ...sources.flatMap(({ key, refused }) => (refused > 0 ? [`${refused} refused of ${key}`] : [])),
    ...(hints.length > 0 ? [`${hints.length} hints`] : []),
    ...(readings.length > 0 ? [`${readings.length} readings`] : []),
    ...(unread > 0 ? [`${unread} to be assessed`] : []),
  ];
};

/** Life stops, and the worker has time to do what is left; returns what it did not do. */
const finish = async (torture: Torture): Promise<string[]> => {
  const { stage } = torture;
  stage.fake.faults.clear();
  stage.fake.clock.skew({ headerMs: 0, dataMs: 0 });
  sayLastWords(stage.fake, torture.random);
  launch(stage);
  for (const id of stage.sources) await readNow(stage.db, id, new Date());
  const since = new Date(Date.now() + (LATEST_SECONDS + SETTLED_SECONDS) * 1000);
  await sleep(since.getTime() - Date.now() + 1000);
  await torture.deliveries;
  const left = await settle(torture, since);
  if (left.length > 0) return left;
  await deleteUntold(torture);
  return settle(torture, since);
};

/** Of what is surely stored some is deleted without a word, and who looks for it is killed once more. */
const deleteUntold = async (torture: Torture): Promise<void> => {
  const { stage, random } = torture;
  for (let i = 0; i < UNTOLD; i++) {
    const { displayId } = random.pick(stage.fake.world.conversations);
    stage.fake.act({ type: "delete", conversation: displayId });
    count(torture, "deletions");
  }
  await readAllAgain(torture);
  await sleep(random.between(1000, 6000));
  await end(stage.worker, "SIGKILL");
  count(torture, "kills");
  launch(stage);
};

/** Waits until nothing is left to be done; returns what is left when that takes too long. */
const settle = async (torture: Torture, since: Date): Promise<string[]> => {
  const { stage } = torture;
  for (const id of stage.sources) await readNow(stage.db, id, new Date());
  for (const deadline = Date.now() + LONGEST_END_MS; ; ) {
    const left = await pending(stage, since);
    if (left.length === 0 || Date.now() > deadline) return left;
    if (launch(stage)) count(torture, "times it died by itself");
    await sleep(1000);
  }
};

const verdictOf = async ({ server, fake, db, sources }: Stage): Promise<Verdict> => {
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  await admin`create database again`;
  await admin.end();
  const again = await openEmpty(server.url.replace(/\/seam$/, "/again"));
  try {
    await readAgain(fake, db, again, sources);
    return await compare(db, again);
  } finally {
    await again.$client.end();
  }
};

const run = async (torture: Torture, kills: number): Promise<boolean> => {
  const { stage, random, counts } = torture;
  const restarts = [0.25, 0.5, 0.75].map((share) => Math.floor(kills * share));
  for (let done = 0; done < kills; done++) {
    if (restarts.includes(done)) await restartDatabase(stage, done === restarts[1], random.between(0, 1500));
    await round(torture);
    if (done % 20 === 19) say(`${done + 1} of ${kills}, ${stage.fake.world.conversations.length} conversations`);
  }
  const left = await finish(torture);
  await end(stage.worker, "SIGTERM");
  for (const what of left) say(`Not done in time: ${what}.`);
  const verdict = Object.entries(await verdictOf(stage));
  say([`${stage.fake.log.length} requests`, ...Object.entries(counts).map(([what, n]) => `${n} ${what}`)].join(", "));
  for (const [what, all] of verdict) for (const one of all) say(`${what}: ${one}`);
  say(verdict.map(([what, all]) => `${all.length} ${what}`).join(", "));
  return left.length === 0 && verdict.every(([, all]) => all.length === 0);
};

const number = (text: string): number => {
  const given = Number(text);
  if (!Number.isFinite(given) || given < 0) throw new InvalidArgumentError("A number, please.");
  return given;
};

type Options = { kills: number; seed: string; faults: number; door: boolean };

const WAYS = {
  app: "Webhooks go through the built app.",
  noBuild: "There is no build (npm run build makes one): what happens is told without the web app.",
  closed: "What happens is told without the web app.",
};

const program = new Command("npm run torture --")
  .description("Kills the worker while it reads a living vendor that fails; holds what it stored against a full read.")
  .option("--kills <count>", "how many times", number, 200)
  .option("--seed <text>", "of all that is left to chance", randomBytes(4).toString("hex"))
  .option("--faults <share>", "of the vendor's answers that go wrong in each of its ways", number, 0.01)
  .option("--no-door", "tell what happens without the web app, which must have been built otherwise")
  .action(async ({ kills, seed, faults, door }: Options) => {
    const isDoorOpen = door && hasBuild();
    say(`Seed ${seed}, ${kills} kills. ${isDoorOpen ? WAYS.app : door ? WAYS.noBuild : WAYS.closed}`);
    const setting = setStage(seed, { isDoorOpen });
    let leaving: Promise<void> | null = null;
    const leave = (code: number): Promise<void> => {
      leaving ??= setting.then(clearStage).finally(() => process.exit(code));
      return leaving;
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void leave(130));
    try {
      const stage = await setting;
      failAtTimes(stage.fake, faults);
      const random = randomOf("torture", seed);
      const torture: Torture = { stage, random, counts: {}, deliveries: Promise.resolve() };
      await leave((await run(torture, kills)) ? 0 : 1);
    } catch (error) {
      say(error instanceof Error && error.stack ? error.stack : String(error));
      await leave(1);
    }
  });

await program.parseAsync();
