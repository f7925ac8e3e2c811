import { beforeAll, describe, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { bandAt, WAIT_BANDS } from "#lib/conversation/told-apart.ts";
import { type Asked, parseFilters } from "#lib/filters.ts";
import { FATES, risksOn } from "#lib/metrics/wait-curve.ts";
import { answeredUnder, medianWait } from "#lib/metrics/waits.ts";
import { parseNarrow } from "#lib/narrowing.ts";
import { ai, at, closed, conversation, customer, event, handoff, human } from "#lib/testing/build.ts";
import { listCount } from "./list.ts";
import { measure, waitsByHour } from "./measure.ts";
import { answerLegs, askWaits, handoffWaits } from "./waits.ts";

const held = testDb();
const ZONE = "UTC";
/** The next day, so that what nobody ended still waits. */
const now = at("+1d 09:30");
const day = at("00:00").toISOString().slice(0, 10);
const filters = parseFilters({ from: day, to: day }, { now, zone: ZONE });

type Told = {
  asked?: string;
  handed: string;
  accepted?: string;
  answered?: string;
  left?: string;
  back?: string;
  closed?: string;
  channel?: string;
};

const told = (i: number, { asked, handed, accepted, answered, left, back, closed: end, channel }: Told) =>
  conversation(
    [
      customer("08:00", "My refund has not come"),
      ai("08:01", "It takes five days"),
      ...(asked ? [customer(asked, "A person please")] : []),
      ...(answered ? [human(answered, "Which order is it?"), customer(later(answered), "Order 12")] : []),
    ],
    {
      id: `018f0000-0000-5000-8000-${String(i).padStart(12, "0")}`,
      externalId: `c-${i}`,
      source: "desk",
      channel: channel ?? "web_chat",
      handoffs: [handoff(handed, { acceptedAt: accepted ? at(accepted) : null })],
      events: [
        ...(asked ? [event(asked, "ask_human", "u-1")] : []),
        ...(left ? [event(left, "abandoned")] : []),
        ...(back ? [event(back, "handed_back")] : []),
        ...(end ? [closed(end)] : []),
      ],
    },
  );

const later = (time: string): string => time.replace(/\d\d$/, (minute) => String(Number(minute) + 1).padStart(2, "0"));

/** Opens at nine, closes at five. */
const TOLD: Told[] = [
  { handed: "10:00", accepted: "10:02", answered: "10:03", closed: "12:00" },
  { handed: "10:30", answered: "10:35", closed: "12:00" },
  { handed: "10:40", left: "10:46" },
  { handed: "11:00", left: "11:00:20" },
  { handed: "11:05", closed: "11:55" },
  { handed: "11:10", back: "11:20" },
  { handed: "11:50", channel: "email" },
  { handed: "16:58", accepted: "+1d 09:01", answered: "+1d 09:02" },
  { asked: "08:15", handed: "08:20", answered: "09:06", closed: "12:00" },
  { handed: "19:00", left: "19:30" },
];

beforeAll(async () => {
  await createWorkspace(held.db, { name: "Test", zone: ZONE, mode: "own", now });
  const items = TOLD.map((one, i) => {
    const made = told(i, one);
    return { conversation: made, payload: made.externalId, eventId: "1" };
  });
  await savePage(held.db, { source: { key: "desk", kind: "push" }, items, now });
  await assessPending(held.db, { now });
});

const listed = (narrow: Record<string, string>, only: "whole" | "part" = "whole") =>
  listCount(held.db, "timeToFirstHuman", filters, { only, narrow: parseNarrow(narrow) });

describe("the waits of first handoffs", () => {
  test("are those that the two metrics count, and give their values", async () => {
    for (const params of [{}, { channel: "email" }, { channel: "web_chat" }, { channel: "nowhere" }]) {
      const asked: Asked = parseFilters({ from: day, to: day, ...params }, { now, zone: ZONE });
      const { inHours, outOfHours } = await handoffWaits(held.db, asked);
      const [inTarget, all] = await Promise.all([
        measure(held.db, "answeredInTarget", asked),
        measure(held.db, "timeToFirstHuman", asked),
      ]);
      expect(answeredUnder(risksOn(inHours, "open"), 300)).toEqual(inTarget);
      expect(medianWait(risksOn([...inHours, ...outOfHours], "open"))).toEqual(all);
    }
  });

  test("have both clocks, which differ only over the closing hours", async () => {
    const { inHours, outOfHours } = await handoffWaits(held.db, filters);
    expect([inHours.length, outOfHours.length]).toEqual([8, 2]);
    const minutes = ({ open, wall }: { open: number; wall: number }) => [open / 60, wall / 60];
    expect(inHours.filter(({ open, wall }) => open !== wall).map(minutes)).toContainEqual([4, 964]);
    expect(outOfHours.map(minutes)).toEqual(
      expect.arrayContaining([
        [6, 46],
        [0, 30],
      ]),
    );
  });

  test("each end in the fate by which they are listed", async () => {
    const { inHours } = await handoffWaits(held.db, filters);
    const fateOf = ({ outcome, isSilent }: (typeof inHours)[number]) => {
      if (outcome === "left") return isSilent ? "silent" : "left";
      return outcome === "answered" || outcome === "waiting" ? outcome : "other";
    };
    const counted = Object.fromEntries(
      FATES.map((fate) => [fate, inHours.filter((wait) => fateOf(wait) === fate).length]),
    );
    expect(counted).toEqual({ answered: 3, waiting: 1, other: 1, left: 2, silent: 1 });
    for (const fate of FATES) expect([fate, await listed({ fate, hours: "open" })]).toEqual([fate, counted[fate]]);
  });

  test("the answered of each band of the wait are listed, by both clocks", async () => {
    const answered = (await handoffWaits(held.db, filters)).inHours.filter(({ outcome }) => outcome === "answered");
    for (const [clock, narrowing] of [
      ["open", "wait"],
      ["wall", "wall"],
    ] as const) {
      const counts = WAIT_BANDS.map((band) => answered.filter((wait) => bandAt(wait[clock]) === band).length);
      const lists = WAIT_BANDS.map((band) => listed({ [narrowing]: band, hours: "open" }));
      expect([clock, await Promise.all(lists)]).toEqual([clock, counts]);
      expect(counts).toEqual(clock === "open" ? [2, 1, 0] : [1, 1, 1]);
    }
  });

  test("out of hours and those who left at once have lists of their own", async () => {
    const { inHours, outOfHours } = await handoffWaits(held.db, filters);
    expect(await listed({ hours: "closed" })).toBe(outOfHours.length);
    const likely = await measure(held.db, "leftBeforeAnswer", filters);
    expect(await listed({ short: "yes" })).toBe(inHours.length + outOfHours.length - likely.n);
    expect(await listed({ short: "yes" })).toBe(1);
    expect(await listed({ short: "no" })).toBe(likely.part);
  });
});

test("the waits from the first ask are those that askToHuman counts, by both clocks", async () => {
  const asks = await askWaits(held.db, filters);
  expect(medianWait(risksOn(asks, "open"))).toEqual(await measure(held.db, "askToHuman", filters));
  expect(asks.map(({ open, wall }) => [open / 60, wall / 60])).toEqual([[6, 51]]);
});

test("queue and reply add up to each answered wait whose acceptance is known", async () => {
  const open = await answerLegs(held.db, filters, "open");
  expect(open.queue.toSorted((a, b) => a - b)).toEqual([120, 180]);
  expect(open.reply.toSorted((a, b) => a - b)).toEqual([60, 60]);
  const wall = await answerLegs(held.db, filters, "wall");
  expect(wall.queue.toSorted((a, b) => a - b)).toEqual([120, 963 * 60]);
  expect(wall.reply).toEqual([60, 60]);
  const none = parseFilters({ from: day, to: day, channel: "email" }, { now, zone: ZONE });
  expect(await answerLegs(held.db, none, "open")).toEqual({ queue: [], reply: [] });
});

test("each hour of the week lists exactly the handoffs it counts, and the hours add up", async () => {
  for (const zone of ["UTC", "Asia/Kathmandu"]) {
    const asked = { ...filters, zone };
    const cells = await waitsByHour(held.db, asked);
    for (const { weekday, hour, measurement, inTarget } of cells) {
      const narrow = parseNarrow({ weekday: String(weekday), hour: String(hour) });
      const count = (only: "whole" | "part") => listCount(held.db, "answeredInTarget", asked, { only, narrow });
      expect(await count("whole")).toBe(measurement.n);
      expect([await count("whole"), await count("part")]).toEqual([inTarget.n, inTarget.part]);
    }
    const { n } = await measure(held.db, "answeredInTarget", asked);
    expect(cells.reduce((sum, { measurement }) => sum + measurement.n, 0)).toBe(n);
    expect(cells.length).toBeGreaterThan(2);
  }
});
