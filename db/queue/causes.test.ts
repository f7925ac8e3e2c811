import { beforeEach, expect, test } from "vitest";
import { testDb } from "#db/testing/db.ts";
import { sourceId } from "#lib/import/ids.ts";
import { causesOf } from "./causes.ts";

const held = testDb();
const ZONE = "Europe/Berlin";
const desk = sourceId("desk");
/** A Thursday, 14:15 in Berlin; four weeks before the clock there was an hour ahead. */
const TO = new Date("2026-11-19T13:15:00Z");
const WEEK_MS = 7 * 86_400_000;
/** The same time of the clock so many weeks before. */
const atWeek = (weeks: number): number => TO.getTime() - weeks * WEEK_MS - (weeks >= 4 ? 3_600_000 : 0);

type Told = { source?: string; team?: string | null; agent: string; minutesBefore: number; lasts?: number };

let n = 0;
/** Handed over, answered a minute later, and ended after so many minutes more. */
const tell = async (weeks: number, { source = desk, team = "billing", agent, minutesBefore, lasts = 8 }: Told) => {
  n++;
  const at = atWeek(weeks) - minutesBefore * 60_000;
  const instant = (minutes: number) => new Date(at + minutes * 60_000);
  const id = `018f0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
  await held.db.$client`
    insert into episodes (conversation_id, episode, source_id, channel, team, topic, segment, started_at, ended_at, ended_by,
      rule, tags, executed_handoffs, customer_spoke_after_human, has_explicit_repetition, resolution)
    values (${id}, 0, ${source}, 'web_chat', ${team}, 'topic', 'handoff', ${instant(-1)}, ${instant(1 + lasts)}, 'closed', 2,
      '{}', 1, false, false, 'pending')`;
  await held.db.$client`
    insert into handoffs (conversation_id, handoff_id, episode, ordinal, source_id, channel, team, topic, segment, at,
      provenance, initiator, family, trigger, agent_id, outcome, wait_seconds, wait_business_seconds, wait_ended_at,
      first_reply_at, in_hours, straddles_closing, is_takeover, empty_room)
    values (${id}, 'h', 0, 1, ${source}, 'web_chat', ${team}, 'topic', 'handoff', ${instant(0)}, 'exact', 'ai', 'confidence',
      'low_confidence', ${agent}, 'answered', 60, 60, ${instant(1)}, ${instant(1)}, true, false, false, false)`;
};

/** Twelve an hour, by these people in turn. */
const hour = async (weeks: number, agents: string[], more: Partial<Told> = {}) => {
  for (let i = 0; i < 12; i++)
    await tell(weeks, { agent: agents[i % agents.length] ?? "", minutesBefore: 55 - 4 * i, ...more });
};

const causes = (...teams: (string | null)[]) =>
  held.db.$client.begin((sql) =>
    causesOf(
      sql,
      teams.map((team) => ({ sourceId: desk, team })),
      { to: TO, zone: ZONE },
    ),
  );

beforeEach(async () => {
  n = 0;
  await held.db.$client`truncate episodes, handoffs`;
});

test("the hour is held against the same hour of the clock of the eight weeks before, over a change of the clock", async () => {
  await hour(0, ["ann", "bob"]);
  for (let week = 1; week <= 8; week++) await hour(week, ["ann", "bob", "cem", "dee", "eve", "fay"]);
  // Neither an hour of another time nor of a week before is of it.
  await hour(9, ["gil"]);
  await tell(1, { agent: "hal", minutesBefore: 62 });
  await tell(1, { agent: "ida", minutesBefore: -2 });
  const [cause] = await causes("billing");
  expect(cause).toMatchObject({ weeks: 8, named: "people", isOfAll: false, to: TO.toISOString() });
  const of = (name: string) => cause?.factors.find(({ factor }) => factor === name);
  expect(of("people")).toMatchObject({ now: 2, n: 12, usualN: 96, isClear: true });
  expect(of("people")?.usual).toBeCloseTo(6, 9);
  expect(of("arrivals")).toMatchObject({ now: 12, usual: 12, log: 0 });
  expect(of("escalation_rate")).toMatchObject({ now: 1, usual: 1, n: 12, usualN: 96 });
  // The last of an hour is not over by its end.
  expect(of("handle_time")?.now).toBeCloseTo(480, 6);
  expect(of("handle_time")?.n).toBeGreaterThanOrEqual(9);
});

test("a queue with too few is told of all queues of its source, in which who answers in two is one person", async () => {
  const quiet = { team: "tax", minutesBefore: 20 };
  await hour(0, ["ann", "bob"]);
  await tell(0, { ...quiet, agent: "ann" });
  for (let week = 1; week <= 8; week++) {
    await hour(week, ["ann", "bob", "cem", "dee", "eve", "fay"]);
    await tell(week, { ...quiet, agent: "ann" });
  }
  const [tax, billing, none] = await causes("tax", "billing", null);
  expect(tax).toMatchObject({ named: "people", isOfAll: true });
  expect(tax?.factors.find(({ factor }) => factor === "people")?.now).toBe(2);
  expect(billing).toMatchObject({ named: "people", isOfAll: false });
  expect(none?.factors).toHaveLength(4);
});

test("another source is another desk, and one without earlier weeks has no cause", async () => {
  await hour(0, ["ann", "bob"]);
  for (let week = 1; week <= 8; week++) await hour(week, ["ann", "bob", "cem", "dee"], { source: sourceId("shop") });
  expect(await causes("billing")).toEqual([null]);
  expect(await causes()).toEqual([]);
});
