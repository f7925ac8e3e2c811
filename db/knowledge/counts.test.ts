import { beforeAll, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { assessPending } from "#jobs/assess.ts";
import { parseFilters } from "#lib/filters.ts";
import { ai, at, closed, conversation, customer, handoff, human } from "#lib/testing/build.ts";
import { rangeBefore } from "#lib/time/range.ts";
import type { TopicReport } from "#lib/topics/report.ts";
import { amongTopics, escalatedByTopic, resolvedByTopic, ruledByTopic } from "./counts.ts";
import { handlingByTopic } from "./handling.ts";
import { knownTopics, topicReports } from "./topics.ts";

const held = testDb();
const now = at("+30d 12:00");
const ZONE = "UTC";
const filters = parseFilters({ week: "2026-W11" }, { now, zone: ZONE });
const ranges = [rangeBefore(filters.range, ZONE), filters.range];

type Told = {
  topic: string | null;
  day?: string;
  handed?: boolean;
  /** Minutes from the first word of a person to the end. */
  minutes?: number;
  isSolved?: boolean;
  byRule?: boolean;
  channel?: string;
};

const told = (i: number, { topic, day = "", handed = true, minutes = 30, ...more }: Told) => {
  const end = `${day}${String(10 + Math.floor((10 + minutes) / 60)).padStart(2, "0")}:${String((10 + minutes) % 60).padStart(2, "0")}`;
  const answered = [human(`${day}10:10`, "Let me look"), customer(`${day}10:11`, "Thanks, that solved it")];
  return conversation(
    [
      customer(`${day}10:00`, "My refund has not come"),
      ai(`${day}10:01`, "It takes five days"),
      ...(handed && more.isSolved !== false ? answered : []),
    ],
    {
      id: `018f0000-0000-5000-8000-${String(i).padStart(12, "0")}`,
      externalId: `c-${i}`,
      source: "desk",
      topic,
      channel: more.channel ?? "web_chat",
      customer: { id: `u-${i}`, name: "Kim", plan: null, vip: null, createdAt: null, attributes: {} },
      handoffs: handed ? [handoff(`${day}10:03`, { trigger: more.byRule ? "topic_rule" : "low_confidence" })] : [],
      events: [closed(end)],
    },
  );
};

const STORIES: Told[] = [
  { topic: "refunds" },
  { topic: "refunds", minutes: 60 },
  { topic: "refunds", isSolved: false },
  { topic: "refunds", handed: false },
  { topic: "refunds", day: "+7d " },
  { topic: "login", byRule: true },
  { topic: "login", handed: false },
  { topic: "login", minutes: 300, channel: "web_chat" },
  { topic: "login", minutes: 90, channel: "email" },
  { topic: null },
];

beforeAll(async () => {
  const items = STORIES.map((story, i) => {
    const one = told(i + 1, story);
    return { conversation: one, payload: one.externalId, eventId: "1" };
  });
  await savePage(held.db, { source: { key: "desk", kind: "push" }, items, now });
  await assessPending(held.db, { now });
});

test("handed over of all with the AI, by topic in each range; what has none is not yet sorted", async () => {
  const later = { ...filters.range, from: filters.range.to, to: at("+14d 00:00") };
  expect(await escalatedByTopic(held.db, filters, [...ranges, later])).toEqual(
    new Map([
      [
        "refunds",
        [
          { part: 0, whole: 0 },
          { part: 3, whole: 4 },
          { part: 1, whole: 1 },
        ],
      ],
      [
        "login",
        [
          { part: 0, whole: 0 },
          { part: 3, whole: 4 },
          { part: 0, whole: 0 },
        ],
      ],
      [
        "none",
        [
          { part: 0, whole: 0 },
          { part: 1, whole: 1 },
          { part: 0, whole: 0 },
        ],
      ],
    ]),
  );
});

test("resolved of those that can be judged", async () => {
  const found = await resolvedByTopic(held.db, filters, [filters.range]);
  expect(found.get("refunds")).toEqual([{ part: 2, whole: 3 }]);
  expect(found.get("login")).toEqual([{ part: 3, whole: 3 }]);
});

test("of those handed over, by a rule", async () => {
  const found = await ruledByTopic(held.db, filters, filters.range);
  expect(found.get("login")).toEqual([{ part: 1, whole: 3 }]);
  expect(found.get("refunds")).toEqual([{ part: 0, whole: 3 }]);
});

test("hours from the first word of a person to the end: half an hour and one of two refunds, no mail, none left open", async () => {
  const found = await handlingByTopic(held.db, filters);
  expect(found.get("refunds")).toEqual({ n: 2, mean: 0.75, sd: expect.closeTo(Math.sqrt(0.125), 9) });
  expect(found.get("login")).toEqual({ n: 1, mean: 0.5, sd: 0 });
});

test("a topic that is chosen is looked at, and all are counted; other filters hold", async () => {
  const chosen = parseFilters({ week: "2026-W11", topic: "login", channel: "email" }, { now, zone: ZONE });
  expect(amongTopics(chosen).only).toEqual({ channel: ["email"] });
  expect(await escalatedByTopic(held.db, chosen, [filters.range])).toEqual(
    new Map([["login", [{ part: 1, whole: 1 }]]]),
  );
  const all = await escalatedByTopic(held.db, { ...chosen, only: { topic: ["login"] } }, [filters.range]);
  expect([...all.keys()].sort()).toEqual(["login", "none", "refunds"]);
});

test("topics by the names they had and have, and what was found out of them", async () => {
  const sql = held.db.$client;
  await sql`insert into taxonomies (version, next_id) values (2, 5)`;
  await sql`insert into topics (id, name, is_knowledge, merged_into, is_withdrawn, version) values
    (1, 'Refunds', true, null, false, 1), (2, 'Money back', true, 1, false, 2), (3, 'Bug', false, null, false, 2),
    (4, 'Never', true, null, true, 2)`;
  await sql`insert into topic_names (name, topic_id) values ('refunds', 1), ('never', 4)`;
  const { byName, byId } = await knownTopics(held.db);
  const refunds = { id: 1, name: "Refunds", isKnowledge: true };
  expect(byName).toEqual(
    new Map([
      ["refunds", refunds],
      ["Refunds", refunds],
      ["Bug", { id: 3, name: "Bug", isKnowledge: false }],
    ]),
  );
  expect([...byId.keys()]).toEqual([1, 2, 3]);
  expect(byId.get(2)).toEqual(refunds);
  const report = { n: 3, coverage: null } as TopicReport;
  await sql`insert into topic_reports (topic_id, made_at, report) values (1, ${now}, ${sql.json(report as never)})`;
  expect(await topicReports(held.db)).toEqual(new Map([[1, { madeAt: now, report }]]));
});
