import { beforeAll, expect, test } from "vitest";
import { queueHours } from "#db/hours.ts";
import { testDb } from "#db/testing/db.ts";
import { tellHanded } from "#db/testing/handed.ts";
import { createWorkspace } from "#db/workspace.ts";
import { evaluateAlarms } from "#jobs/alarms.ts";
import { usualRule } from "#lib/alarms/rule.ts";
import { at } from "#lib/testing/build.ts";
import { backtestRule } from "./backtest.ts";
import { incidentsOf } from "./journal.ts";

const held = testDb();

const clock = (minutes: number) => new Date(at("10:00").getTime() + minutes * 60_000).toISOString();

/** Minutes after ten at which each was handed over and answered, twelve of them too late and one never. */
const HANDED = [
  ...Array.from({ length: 12 }, (_, i) => ({ i: i + 1, team: "billing", from: i, to: i + 8 })),
  { i: 20, team: "tax", from: 5, to: 40 },
  { i: 21, team: null, from: 50, to: null },
  { i: 22, team: "tax", from: 60, to: 62 },
];

const story = (minutes: number) =>
  HANDED.filter(({ from }) => from <= minutes).map(({ i, team, from, to }) => ({
    ...{ i, team, handedAt: clock(from) },
    ...(to !== null && to <= minutes ? { answeredAt: clock(to) } : {}),
  }));

beforeAll(async () => {
  await createWorkspace(held.db, { name: "Desk", zone: "UTC", mode: "own", now: at("08:00") });
  await evaluateAlarms(held.db, { now: at("08:00") });
  await held.db.$client`update alarm_rules set is_enabled = true`;
  for (let minutes = 0; minutes <= 90; minutes += 0.5) {
    const now = new Date(at("10:00").getTime() + minutes * 60_000);
    if (HANDED.some(({ from, to }) => from === minutes || to === minutes)) {
      await tellHanded(held.db, now, ...story(minutes));
    }
    await evaluateAlarms(held.db, { now });
  }
});

test.each(["oldest_wait", "answered_share", "waiting_count"] as const)(
  "%s would have fired exactly when it did",
  async (kind) => {
    const rule = { ...usualRule(kind), scope: { kind: "all" } as const };
    const hours = await queueHours(held.db);
    const tested = await backtestRule(held.db, rule, { now: at("11:30"), hours });
    const did = (await incidentsOf(held.db, {})).filter((one) => one.kind === kind);
    const text = ({ team, fired, ended }: { team: string | null; fired: Date; ended: Date | null }) =>
      `${fired.toISOString().slice(11, 19)} ${team} ${ended?.toISOString().slice(11, 19) ?? "open"}`;
    const would = tested?.incidents.map(({ team, fired, ended }) =>
      text({ team, fired: new Date(fired), ended: ended === null ? null : new Date(ended) }),
    );
    expect(would).toEqual(
      did.map(({ team, firedAt, endedAt }) => text({ team, fired: firedAt, ended: endedAt })).sort(),
    );
    if (kind !== "waiting_count") expect(did.length).toBeGreaterThan(0);
  },
);

test("the past of late data and of days is not tried", async () => {
  const hours = await queueHours(held.db);
  for (const kind of ["data_stale", "escalation_rate"] as const) {
    expect(await backtestRule(held.db, usualRule(kind), { now: at("11:30"), hours })).toBeNull();
  }
});
