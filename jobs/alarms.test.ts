import { beforeEach, describe, expect, test } from "vitest";
import { lastEvaluation } from "#db/alarms/evaluations.ts";
import { standingRules } from "#db/alarms/rules.ts";
import { openDb } from "#db/client.ts";
import { testDb } from "#db/testing/db.ts";
import { type Handed, tellHanded } from "#db/testing/handed.ts";
import { createWorkspace } from "#db/workspace.ts";
import { evaluateAlarms } from "#jobs/alarms.ts";
import { sourceId } from "#lib/import/ids.ts";
import { at } from "#lib/testing/build.ts";

const held = testDb();
const desk = sourceId("desk");
const CHANNEL = "018f0000-0000-7000-8000-000000000001";
const HOOK = "018f0000-0000-7000-8000-000000000002";

const tell = (now: Date, ...all: Handed[]) => tellHanded(held.db, now, ...all);

const look = (time: string) => evaluateAlarms(held.db, { now: at(time) });

/** Looks every thirty seconds from one time to another, both included. */
const lookFrom = async (from: string, to: string) => {
  for (let now = at(from).getTime(); now <= at(to).getTime(); now += 30_000)
    await evaluateAlarms(held.db, { now: new Date(now) });
};

const journal = async () => {
  const rows = await held.db.$client<{ at: Date; what: string; reason: string | null; team: string }[]>`
    select j.at, j.what, j.reason, i.team from alarm_journal j join incidents i on i.id = j.incident_id order by j.id`;
  return rows.map(({ at: time, what, reason, team }) =>
    [time.toISOString().slice(11, 19), team, what, reason].filter((word) => word !== null).join(" "),
  );
};

const outbox = () =>
  held.db.$client<
    {
      key: string;
      orderKey: string;
      channelId: string;
      payload: Record<string, never> & { kind: string; others: { queue: { team: string } }[]; queue: { team: string } };
    }[]
  >`select key, order_key as "orderKey", channel_id as "channelId", payload from outbox order by id`;

beforeEach(async () => {
  await held.db
    .$client`truncate conversations, messages, raw_payloads, assessments, episodes, handoffs, findings, ratings,
    sources, alarm_rules, alarm_states, incidents, alarm_journal, silences, outbox, notification_channels, calendars,
    workspaces, alarm_evaluations`;
  await createWorkspace(held.db, { name: "Desk", zone: "UTC", mode: "own", now: at("08:00") });
  await held.db.$client`
    insert into notification_channels (id, kind, name, config, created_at) values
      (${CHANNEL}, 'slack', 'Slack', '{"kind":"slack"}', ${at("08:00")}),
      (${HOOK}, 'webhook', 'Hook', '{"kind":"webhook","url":"https://example.com"}', ${at("08:00")})`;
  await look("08:00");
  await held.db
    .$client`update alarm_rules set recipients = ${JSON.stringify([[CHANNEL, HOOK], [CHANNEL], []])}::text::jsonb`;
});

describe("a wait that grows", () => {
  test("fires once, climbs, and is over when it was answered: state, journal and messages agree", async () => {
    await tell(at("10:00:05"), { i: 1, handedAt: "10:00" });
    await lookFrom("10:01", "10:30");
    await tell(at("10:30:10"), { i: 1, handedAt: "10:00", answeredAt: "10:30" });
    await lookFrom("10:30:30", "10:34");
    expect(await journal()).toEqual([
      "10:16:30 billing fired",
      "10:26:30 billing escalated",
      "10:32:30 billing resolved cleared",
    ]);
    const sent = await outbox();
    expect(sent.map(({ payload, channelId }) => [payload.kind, channelId])).toEqual([
      ["fired", CHANNEL],
      ["fired", HOOK],
      ["escalated", CHANNEL],
      ["resolved", CHANNEL],
      ["resolved", HOOK],
    ]);
    const [incident] = await held.db.$client`select * from incidents`;
    expect(incident).toMatchObject({ kind: "oldest_wait", threshold: 15, ended_by: "cleared", is_delivered: true });
    expect(incident).toMatchObject({ fired_at: at("10:16:30"), ended_at: at("10:32:30"), peak: 30 });
  });

  test("two evaluators at once, for an hour, do what one does", async () => {
    const other = openDb(held.url, { max: 3, name: "other evaluator" });
    try {
      await tell(at("10:00:05"), { i: 1, handedAt: "10:00" });
      for (let now = at("10:10").getTime(); now <= at("11:10").getTime(); now += 60_000) {
        const time = new Date(now);
        await Promise.all([evaluateAlarms(held.db, { now: time }), evaluateAlarms(other, { now: time })]);
      }
    } finally {
      await other.$client.end();
    }
    expect(await journal()).toEqual([
      "10:17:00 billing fired",
      "10:27:00 billing escalated",
      "10:47:00 billing escalated",
    ]);
    const keys = (await outbox()).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(3);
  });

  test("outside of the queue's hours it neither grows nor fires", async () => {
    await tell(at("16:50:05"), { i: 1, handedAt: "16:50" });
    await lookFrom("16:58", "17:30");
    expect(await journal()).toEqual([]);
    await lookFrom("+1d 09:00", "+1d 09:07");
    expect(await journal()).toEqual(["09:06:30 billing fired"]);
  });
});

describe("in the middle of an incident", () => {
  const kinds = async () => (await outbox()).map(({ payload, channelId }) => [payload.kind, channelId]);
  const FIRED = [
    ["fired", CHANNEL],
    ["fired", HOOK],
  ];

  beforeEach(async () => {
    await tell(at("10:00:05"), { i: 1, handedAt: "10:00" });
    await lookFrom("10:15", "10:18");
    expect(await kinds()).toEqual(FIRED);
  });

  test("a clock that steps back five minutes tells nothing twice, and the next level in its time", async () => {
    await lookFrom("10:13", "10:26");
    expect(await kinds()).toEqual(FIRED);
    await lookFrom("10:26:30", "10:33");
    expect(await kinds()).toEqual([...FIRED, ["escalated", CHANNEL]]);
    expect(await held.db.$client`select from incidents`).toHaveLength(1);
  });

  test("a deploy tells nothing anew, and goes on with what it finds", async () => {
    const anew = openDb(held.url, { max: 2, name: "the next worker" });
    try {
      for (let now = at("10:23").getTime(); now <= at("10:33").getTime(); now += 30_000)
        await evaluateAlarms(anew, { now: new Date(now) });
    } finally {
      await anew.$client.end();
    }
    expect(await kinds()).toEqual([...FIRED, ["escalated", CHANNEL]]);
    expect(await held.db.$client`select from incidents`).toHaveLength(1);
  });

  test("yesterday's incident, of which nobody waits any more, pages nobody today: only its end is told", async () => {
    await tell(at("10:20"), { i: 1, handedAt: "10:00", answeredAt: "10:19:30" });
    await lookFrom("+1d 09:00", "+1d 09:10");
    expect(await kinds()).toEqual([...FIRED, ["resolved", CHANNEL], ["resolved", HOOK]]);
  });
});

test("a cause of which there is too little to tell is looked for again every five minutes, until there is enough", async () => {
  await tell(at("10:05"), { i: 1, handedAt: "10:00", answeredAt: "10:04" });
  await tell(at("+7d 10:00:05"), { i: 2, handedAt: "+7d 10:00" });
  const stored = async () => {
    const [row] = await held.db.$client<{ cause: { to: string; named: string | null; weeks: number } | null }[]>`
      select cause from incidents`;
    return row?.cause && [row.cause.to.slice(11, 19), row.cause.named, row.cause.weeks];
  };
  await lookFrom("+7d 10:15", "+7d 10:21");
  expect(await stored()).toEqual(["10:16:30", null, 1]);
  await lookFrom("+7d 10:21:30", "+7d 10:24");
  expect(await stored()).toEqual(["10:21:30", null, 1]);
  await held.db.$client`update incidents set cause = cause || '{"named": "people"}'`;
  await lookFrom("+7d 10:24:30", "+7d 10:40");
  expect(await stored()).toEqual(["10:21:30", "people", 1]);
});

test("what began and was answered yesterday pages nobody at the first look after a deploy", async () => {
  await tell(
    at("12:00"),
    { i: 1, handedAt: "10:00", answeredAt: "11:30" },
    { i: 2, handedAt: "10:00", answeredAt: "11:00" },
  );
  await lookFrom("+1d 09:00", "+1d 09:10");
  expect([await journal(), await outbox()]).toEqual([[], []]);
});

test("that it looked is on record for whoever would miss it, and a clock that steps back takes nothing back", async () => {
  await look("10:00");
  await look("09:55");
  expect(await lastEvaluation(held.db)).toEqual(at("10:00"));
});

test("what nobody ended in a week has been given up, and waits no more", async () => {
  await tell(at("10:00:05"), { i: 1, handedAt: "10:00" });
  await lookFrom("+7d 10:01", "+7d 10:10");
  expect(await journal()).toEqual([]);
});

describe("data that is late", () => {
  beforeEach(async () => {
    await tell(at("10:00:05"), { i: 1, handedAt: "10:00" });
    await held.db.$client`update sources set kind = 'chatwoot', watermark_at = ${at("10:10")}`;
  });

  test("fires nothing of its queues, tells of itself and is stamped on what is told", async () => {
    await lookFrom("10:10", "10:20");
    expect(await journal()).toEqual(["10:13:30 fired"]);
    const [sent] = await outbox();
    expect(sent?.payload).toMatchObject({ rule: { kind: "data_stale" }, staleSince: at("10:10").toISOString() });
    await held.db.$client`update sources set kind = 'push'`;
    await lookFrom("10:20:30", "10:22");
    // Dwelling begins anew after the jump of the data.
    expect(await journal()).toEqual(["10:13:30 fired", "10:21:30 billing fired", "10:21:30 resolved cleared"].sort());
  });

  test("resolves nothing, and what is open is told with its stamp", async () => {
    await held.db.$client`update sources set watermark_at = ${at("10:17")}`;
    await lookFrom("10:15", "10:17");
    await tell(at("10:18"), { i: 1, handedAt: "10:00", answeredAt: "10:17:30" });
    await lookFrom("10:18", "10:28");
    const mine = (await journal()).filter((line) => line.includes("billing"));
    expect(mine).toEqual(["10:16:30 billing fired", "10:20:30 billing data_stale", "10:26:30 billing escalated"]);
  });

  test("of one that is not assessed yet goes no further than when it came in", async () => {
    await held.db.$client`update sources set kind = 'push'`;
    await held.db.$client`update assessments set assessed_with = null`;
    await lookFrom("10:16", "10:18");
    expect((await journal()).filter((line) => line.includes("billing"))).toEqual([]);
  });
});

test("queues of one team that fire together share a message, but not where a program listens", async () => {
  await tell(
    at("10:00:05"),
    { i: 1, handedAt: "10:00" },
    { i: 2, team: "tax", handedAt: "10:00" },
    { i: 3, source: "shop", handedAt: "10:00" },
  );
  await lookFrom("10:15", "10:17");
  const sent = await outbox();
  const shared = sent.filter(({ channelId }) => channelId === CHANNEL);
  expect(shared.map(({ payload }) => [payload.queue.team, payload.others.length]).sort()).toEqual([
    ["billing", 1],
    ["tax", 0],
  ]);
  expect(sent.filter(({ channelId }) => channelId === HOOK)).toHaveLength(3);
  const billing = sent.filter(({ payload }) => payload.queue.team === "billing");
  expect(new Set(billing.map(({ orderKey }) => orderKey)).size).toBe(1);
});

test("a rule that is removed ends what is open of it, and its own rule of a queue holds in place of the one for all", async () => {
  const [rule] = (await standingRules(held.db)).filter(({ kind }) => kind === "oldest_wait");
  await tell(at("10:00:05"), { i: 1, handedAt: "10:00" }, { i: 2, team: "tax", handedAt: "10:00" });
  await held.db.$client`
    insert into alarm_rules select (jsonb_populate_record(r, jsonb_build_object('id', ${CHANNEL}::text, 'scope', 'queue',
      'source_id', ${desk}::text, 'team', 'tax', 'fire', 30))).* from alarm_rules r where id = ${rule?.id ?? ""}`;
  await lookFrom("10:15", "10:20");
  expect(await journal()).toEqual(["10:16:30 billing fired"]);
  await held.db.$client`update alarm_rules set removed_at = ${at("10:20")} where id = ${rule?.id ?? ""}`;
  await look("10:20:30");
  expect((await journal()).at(-1)).toBe("10:20:30 billing resolved rule_deleted");
});
