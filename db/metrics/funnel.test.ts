import { beforeAll, describe, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { assessPending } from "#jobs/assess.ts";
import type { Conversation } from "#lib/conversation/types.ts";
import { type Filters, parseFilters } from "#lib/filters.ts";
import { type AskEnding, FUNNEL_MARKS, type FunnelRow, funnelOf } from "#lib/metrics/funnel.ts";
import { narrowTexts } from "#lib/narrowing.ts";
import { ai, at, closed, conversation, customer, event, handoff, human } from "#lib/testing/build.ts";
import { askRows, sourcesWithoutAsks } from "./funnel.ts";
import { listCount, listRecords } from "./list.ts";
import { measure } from "./measure.ts";

const held = testDb();
const now = at("+30d 12:00");
const LATE = "+30d ";
const filtersOf = (more: Record<string, string> = {}): Filters =>
  parseFilters({ from: "2026-03-10", to: "2026-04-09", ...more }, { now, zone: "Asia/Kathmandu" });

type Told = Partial<Conversation> & { messages?: Conversation["messages"]; day?: string };

/** Asked at 10:02, having been answered by the AI; what follows is given. */
const told = (name: string, { day = "", messages = [], events = [], ...more }: Told): Conversation =>
  conversation([customer(`${day}10:00`), ai(`${day}10:01`), customer(`${day}10:02`, "A person please"), ...messages], {
    externalId: name,
    source: "desk",
    events: [event(`${day}10:02`, "ask_human", "u-1"), ...events],
    ...more,
  });

const STORIES: [AskEnding, Conversation][] = [
  ["unhanded_left", told("left", { events: [event("10:05", "abandoned"), closed("10:30")] })],
  ["unhanded_given_up", told("had the last word", { messages: [customer("10:04", "Hello?")], topic: "login" })],
  ["unhanded_closed", told("closed on them", { events: [closed("10:30")], channel: "email" })],
  ["unhanded_open", told("asks now", { day: LATE })],
  [
    "unanswered_left",
    told("left the queue", {
      messages: [customer("10:03", "Please"), customer("10:06", "Anybody?")],
      handoffs: [handoff("10:04")],
      events: [event("10:09", "abandoned"), closed("10:30")],
    }),
  ],
  // Asked while they waited already: nobody failed to hand them over.
  ["unanswered_closed", told("asked in the queue", { handoffs: [handoff("10:01:30")], events: [closed("10:40")] })],
  ["unanswered_given_up", told("waited in vain", { handoffs: [handoff("10:04")], messages: [customer("10:06")] })],
  [
    "unanswered_back",
    told("went back", { handoffs: [handoff("10:04")], events: [event("10:10", "handed_back"), closed("11:00")] }),
  ],
  ["unanswered_open", told("waits now", { day: LATE, handoffs: [handoff(`${LATE}10:04`)] })],
  [
    "unresolved",
    told("never told how", {
      messages: [human("10:08"), customer("10:12", "That did not help at all, what now?")],
      handoffs: [handoff("10:04")],
    }),
  ],
  [
    "unresolved_open",
    told("talks now", { day: LATE, messages: [human(`${LATE}10:08`)], handoffs: [handoff(`${LATE}10:04`)] }),
  ],
  [
    "came_back",
    told("broke again", {
      messages: [human("10:08"), customer("+1d 09:00", "It broke again"), human("+1d 09:10")],
      handoffs: [handoff("10:04")],
      events: [closed("10:30"), closed("+1d 11:00")],
      topic: "login",
    }),
  ],
  [
    "stay_open",
    told("closed today", {
      day: LATE,
      messages: [human(`${LATE}10:08`)],
      handoffs: [handoff(`${LATE}10:04`)],
      events: [closed(`${LATE}10:30`)],
    }),
  ],
  [
    "stayed",
    told("helped", {
      messages: [customer("10:03"), customer("10:05"), human("10:08"), customer("10:09"), human("10:10")],
      handoffs: [handoff("10:04")],
      events: [closed("10:30")],
    }),
  ],
  // A person stepped in; the ask was met without any declared handoff.
  ["stayed", told("taken over", { messages: [human("10:08")], events: [closed("10:30")], channel: "email" })],
];

/** What is not asked is not in it: neither without a wish, nor where people are from the start. */
const OTHERS = [
  conversation([customer("10:00"), ai("10:01")], { externalId: "no wish", source: "desk", events: [closed("10:30")] }),
  conversation([customer("10:00"), human("10:01")], {
    externalId: "no AI",
    source: "desk",
    events: [event("10:00", "ask_human", "u-1"), closed("10:30")],
  }),
  conversation([customer("10:00"), ai("10:01")], {
    externalId: "mute",
    source: "mail",
    language: "de",
    events: [closed("10:30")],
  }),
];

beforeAll(async () => {
  const all = [...STORIES.map(([, one]) => one), ...OTHERS].map((one, i) => ({
    ...one,
    id: `018f0000-0000-5000-8000-${String(i).padStart(12, "0")}`,
    customer: one.customer && { ...one.customer, id: `u-${i}` },
  }));
  for (const [source, mine] of Map.groupBy(all, (one) => one.source)) {
    const items = mine.map((one) => ({ conversation: one, payload: one.externalId, eventId: one.externalId }));
    await savePage(held.db, { source: { key: source, kind: "push" }, items, now });
  }
  await assessPending(held.db, { now });
});

const stepOf = (rows: FunnelRow[], step: string) => rows.find((row) => row.step === step);

test("every ask ends where its story says", async () => {
  for (const ending of new Set(STORIES.map(([one]) => one))) {
    const listed = await listRecords(held.db, "askToHuman", filtersOf(), {
      only: "whole",
      narrow: { step: ending },
      limit: 50,
      offset: 0,
    });
    const expected = STORIES.filter(([one]) => one === ending).map(([, { externalId }]) => externalId);
    expect([ending, listed.map(({ externalId }) => externalId).toSorted()]).toEqual([ending, expected.toSorted()]);
  }
});

test("who was given up had waited seven days from their last word or handoff, and no longer", async () => {
  const rows = await askRows(held.db, filtersOf());
  const week = 7 * 86_400;
  expect(rows).toContainEqual({ ending: "unhanded_given_up", spent: [{ seconds: week + 120, turns: 1 }, null, null] });
  expect(rows).toContainEqual({
    ending: "unanswered_given_up",
    spent: [{ seconds: 120, turns: 0 }, { seconds: week, turns: 1 }, null],
  });
});

test("seconds and turns run from step to step", async () => {
  const only = { topic: ["billing"], channel: ["web_chat"] };
  const rows = await askRows(held.db, { ...filtersOf(), only });
  expect(rows).toContainEqual({
    ending: "stayed",
    spent: [
      { seconds: 120, turns: 1 },
      { seconds: 240, turns: 1 },
      { seconds: 1320, turns: 1 },
    ],
  });
  expect(rows).toContainEqual({ ending: "unhanded_left", spent: [{ seconds: 180, turns: 0 }, null, null] });
  expect(rows).toContainEqual({
    ending: "unanswered_left",
    spent: [{ seconds: 120, turns: 1 }, { seconds: 300, turns: 1 }, null],
  });
  expect(rows).toContainEqual({
    ending: "unanswered_closed",
    spent: [{ seconds: 0, turns: 0 }, { seconds: 2280, turns: 0 }, null],
  });
});

describe.each([
  {},
  { channel: "email" },
  { channel: "web_chat", topic: "login" },
  { topic: "billing" },
  { team: "billing" },
  { segment: "ai_only" },
  { source: "mail" },
  { from: "2026-03-10", to: "2026-03-20" },
  { from: "2026-04-09", to: "2026-04-09" },
])("with the filters %o", (params) => {
  const filters = filtersOf(params as Record<string, string>);

  test("the funnel begins with those askToHuman counts, and every bar and every loss opens exactly its conversations", async () => {
    const funnel = funnelOf(await askRows(held.db, filters));
    expect(funnel[0]?.n).toBe((await measure(held.db, "askToHuman", filters)).n);
    const lengthOf = (step: string) => listCount(held.db, "askToHuman", filters, { only: "whole", narrow: { step } });
    for (const { step, n, never, open } of funnel) {
      expect([step, await lengthOf(step)]).toEqual([step, n]);
      for (const { mark, n: expected } of [...(never.mark ? [never] : []), ...never.reasons, ...(open ? [open] : [])])
        expect([mark, await lengthOf(mark)]).toEqual([mark, expected]);
    }
  });
});

test("the filters above meet every step", async () => {
  const funnel = funnelOf(await askRows(held.db, filtersOf()));
  expect(funnel.map(({ n }) => n)).toEqual([15, 11, 6, 4, 2]);
  expect(stepOf(funnel, "handed")?.never.n).toBe(3);
});

test("a source that never told of an ask and whose words are not read is named, and no other", async () => {
  expect(await sourcesWithoutAsks(held.db, filtersOf())).toEqual(["mail"]);
  expect(await sourcesWithoutAsks(held.db, filtersOf({ source: "desk" }))).toEqual([]);
});

test("every mark is said in words", () => {
  for (const step of FUNNEL_MARKS) expect(narrowTexts({ step })[0]).toContain("asked for a person");
});
