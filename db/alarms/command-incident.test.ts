import { beforeEach, describe, expect, test } from "vitest";
import { testDb } from "#db/testing/db.ts";
import { tellHanded } from "#db/testing/handed.ts";
import { createWorkspace } from "#db/workspace.ts";
import { evaluateAlarms } from "#jobs/alarms.ts";
import type { Command } from "#lib/alarms/machine.ts";
import { at } from "#lib/testing/build.ts";
import { commandIncident } from "./command-incident.ts";
import { alarmJournalOf, falseAlarms, incidentsOf, silencesAt, standingAlarms } from "./journal.ts";
import { addSilence, endSilence, judgeIncident, noteDone } from "./judgements.ts";

const held = testDb();
const TOM = "018f0000-0000-7000-8000-0000000000aa";
const MARA = "018f0000-0000-7000-8000-0000000000bb";
const CHANNEL = "018f0000-0000-7000-8000-000000000001";

const lookFrom = async (from: string, to: string) => {
  for (let now = at(from).getTime(); now <= at(to).getTime(); now += 30_000)
    await evaluateAlarms(held.db, { now: new Date(now) });
};

const command = async (what: Command, time: string, { userId = TOM, note }: { userId?: string; note?: string } = {}) =>
  commandIncident(held.db, (await incidentsOf(held.db, {}))[0]?.id ?? MARA, what, {
    ...{ userId, now: at(time) },
    ...(note ? { note } : {}),
  });

const journal = async () =>
  (await alarmJournalOf(held.db, {}))
    .toReversed()
    .filter(({ incidentId }) => incidentId)
    .map(({ at: time, what, user, note }) =>
      [time.toISOString().slice(11, 16), what, user, note].filter(Boolean).join(" "),
    );

const answered = () => tellHanded(held.db, at("10:20:05"), { i: 1, handedAt: "10:00", answeredAt: "10:20" });

beforeEach(async () => {
  await held.db
    .$client`truncate conversations, messages, raw_payloads, assessments, episodes, handoffs, findings, ratings,
    sources, alarm_rules, alarm_states, incidents, alarm_journal, silences, outbox, notification_channels, calendars,
    workspaces, users`;
  await createWorkspace(held.db, { name: "Desk", zone: "UTC", mode: "own", now: at("08:00") });
  await held.db.$client`
    insert into users (id, email, name, role, created_at) values
      (${TOM}, 'tom@desk.test', 'Tom', 'planner', ${at("08:00")}), (${MARA}, 'mara@desk.test', 'Mara', 'manager', ${at("08:00")})`;
  await held.db.$client`
    insert into notification_channels (id, kind, name, config, created_at)
    values (${CHANNEL}, 'slack', 'Slack', '{"kind":"slack"}', ${at("08:00")})`;
  await evaluateAlarms(held.db, { now: at("08:00") });
  await held.db.$client`update alarm_rules set recipients = ${JSON.stringify([[CHANNEL], [], []])}::text::jsonb`;
  await tellHanded(held.db, at("10:00:05"), { i: 1, handedAt: "10:00", promised: 300 });
  await lookFrom("10:15", "10:17");
});

describe("an acknowledgement", () => {
  test("is journaled with who and why, stops the climbing, and is shown on what stands", async () => {
    expect(await command({ kind: "ack" }, "10:18", { note: "Ada moves over until 11" })).toBeNull();
    await lookFrom("10:18", "10:40");
    expect(await journal()).toEqual(["10:16 fired", "10:18 acknowledged Tom Ada moves over until 11"]);
    expect(await standingAlarms(held.db)).toMatchObject([
      { phase: "firing", ackedBy: "Tom", ackedAt: at("10:18"), note: "Ada moves over until 11" },
    ]);
  });

  test("a second time changes nothing: the first counts, and only a note is added", async () => {
    await command({ kind: "ack" }, "10:18");
    await command({ kind: "ack" }, "10:19", { userId: MARA });
    await command({ kind: "ack" }, "10:20", { userId: MARA, note: "I help too" });
    expect(await incidentsOf(held.db, {})).toMatchObject([{ ackedBy: "Tom", ackedAt: at("10:18") }]);
    expect(await journal()).toEqual(["10:16 fired", "10:18 acknowledged Tom", "10:20 acknowledged Mara I help too"]);
  });

  test("times out, and nobody has acknowledged it any more", async () => {
    await command({ kind: "ack" }, "10:18");
    await lookFrom("10:18", "10:49");
    expect((await journal()).at(-1)).toBe("10:48 renotified");
    expect(await incidentsOf(held.db, {})).toMatchObject([{ ackedBy: null, ackedAt: null }]);
  });
});

test("snoozed it is silent for as long, and told again then", async () => {
  await command({ kind: "snooze", minutes: 5 }, "10:18");
  await lookFrom("10:18", "10:24");
  expect(await journal()).toEqual(["10:16 fired", "10:18 snoozed Tom", "10:23 renotified"]);
});

test("what still breaches cannot be resolved; what recovers can, and whoever was told is told who did", async () => {
  expect(await command({ kind: "resolve" }, "10:18")).toBe(
    "It is still beyond its threshold, so it cannot be resolved. Snooze it instead.",
  );
  await answered();
  await lookFrom("10:20:30", "10:20:30");
  expect(await command({ kind: "resolve" }, "10:21", { note: "Seen to" })).toBeNull();
  expect(await standingAlarms(held.db)).toEqual([]);
  const [last] = await held.db.$client<{ payload: object }[]>`select payload from outbox order by id desc limit 1`;
  expect(last?.payload).toMatchObject({ kind: "resolved", reason: "manual", by: "Tom", note: "Seen to" });
  expect(await incidentsOf(held.db, {})).toMatchObject([{ endedBy: "manual", endedAt: at("10:20:30") }]);
});

test("what is over, or never was, is rejected in a sentence and changes nothing", async () => {
  await answered();
  await lookFrom("10:20:30", "10:23");
  const before = await journal();
  for (const kind of ["ack", "unack", "resolve"] as const) {
    expect(await command({ kind }, "10:24")).toBe("There is no open incident any more.");
  }
  expect(await commandIncident(held.db, MARA, { kind: "ack" }, { userId: TOM, now: at("10:24") })).not.toBeNull();
  expect(await journal()).toEqual(before);
});

test("a silence holds back what fires, until it is over or taken back", async () => {
  await answered();
  await lookFrom("10:20:30", "10:23");
  const { length: told } = await held.db.$client`select from outbox`;
  const by = { userId: TOM, now: at("10:25") };
  const id = await addSilence(
    held.db,
    { matcher: { team: "billing" }, reason: "Known outage", untilAt: at("14:00") },
    by,
  );
  expect(await silencesAt(held.db, at("10:26"))).toMatchObject([{ id, by: "Tom", reason: "Known outage" }]);
  await tellHanded(held.db, at("10:30:05"), { i: 2, handedAt: "10:30" });
  await lookFrom("10:44", "10:50");
  expect(await held.db.$client`select from outbox`).toHaveLength(told);
  expect(await standingAlarms(held.db)).toMatchObject([{ phase: "firing", isSilenced: true }]);
  await endSilence(held.db, id, { userId: MARA, now: at("10:50:10") });
  await lookFrom("10:50:30", "10:51");
  const [last] = await held.db.$client<{ payload: object }[]>`select payload from outbox order by id desc limit 1`;
  expect(last?.payload).toMatchObject({ kind: "fired", reason: "late" });
});

test("what people say of an incident afterwards is kept with who said it, and makes the rate of false alarms", async () => {
  const [incident] = await incidentsOf(held.db, {});
  const id = incident?.id ?? "";
  expect(await judgeIncident(held.db, id, false, { userId: TOM, now: at("11:00") })).toBeNull();
  expect(await judgeIncident(held.db, id, false, { userId: MARA, now: at("11:01") })).toBeNull();
  expect(await noteDone(held.db, id, "Two people moved over", { userId: MARA, now: at("11:02") })).toBeNull();
  expect(await incidentsOf(held.db, {})).toMatchObject([
    { wasReal: false, judgedBy: "Tom", done: "Two people moved over", doneBy: "Mara" },
  ]);
  expect(await falseAlarms(held.db)).toMatchObject([{ incidents: 1, part: 1, n: 1 }]);
  expect(await journal()).toEqual(["10:16 fired", "11:00 judged Tom", "11:02 done Mara Two people moved over"]);
  expect(await judgeIncident(held.db, MARA, true, { userId: TOM, now: at("11:03") })).toBe(
    "There is no such incident any more.",
  );
});
