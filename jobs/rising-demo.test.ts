import { beforeAll, expect, test } from "vitest";
import { countedApart } from "#db/knowledge/apart.ts";
import { escalatedByTopic } from "#db/knowledge/counts.ts";
import { testDb } from "#db/testing/db.ts";
import { confirmCandidate, openCandidates } from "#db/topics/candidates.ts";
import { taxonomyNow } from "#db/topics/taxonomy.ts";
import { ensurePersonas } from "#db/users.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { confirmTopics, produceDemo } from "#jobs/demo.ts";
import { factsOf } from "#lib/demo/facts.ts";
import { DEMO_NAME, DEMO_SEED, DEMO_ZONE, demoCalendar, localDate, PLANTED, storyAt } from "#lib/demo/story.ts";
import { parseFilters } from "#lib/filters.ts";
import { risenWithGroups } from "#lib/knowledge/apart.ts";
import { windowsOf } from "#lib/knowledge/windows.ts";
import { inboxSentence, knowledgeSentence } from "#lib/sentences/knowledge.ts";
import { risingTopics } from "#lib/stats/rising/rising.ts";
import { type Range, rangeBefore, rangeOfWeek } from "#lib/time/range.ts";
import { refreshTopics } from "./topics.ts";

const held = testDb();
const story = storyAt(DEMO_SEED, new Date("2026-11-20T12:00:00Z"));
const weeks = 9;
const PLANTED_TOPIC = PLANTED.newTopic.topic;
/** Audiobooks are sold since Monday of the week 44. */
const [BEFORE, FIRST] = ["2026-W43", "2026-W44"];
const NIGHTS = { before: "2026-10-26T04:00:00Z", midweek: "2026-10-29T04:00:00Z", after: "2026-11-02T04:00:00Z" };

/** The night and what its morning finds: told, read, sorted, grouped. */
const night = async (at: string): Promise<Date> => {
  const now = new Date(at);
  await produceDemo(held.db, { now, weeks, story });
  await confirmTopics(held.db, { now, weeks });
  await assessPending(held.db, { now });
  await refreshTopics(held.db, { now });
  await assessPending(held.db, { now });
  return now;
};

/** What the page of knowledge says of a week. */
const pageOf = async (week: string, now: Date) => {
  const filters = parseFilters({ week }, { now, zone: DEMO_ZONE });
  const windows = windowsOf(filters);
  const [escalated, apart] = [
    await escalatedByTopic(held.db, filters, windows.ranges),
    await countedApart(held.db, filters, windows.ranges),
  ];
  const { topics, groups } = risenWithGroups(escalated, apart, windows);
  const plain = { kind: null, diagnosis: null };
  const announced = [
    ...groups.flatMap(({ group: { words }, rising }) =>
      rising.sureness === "sure" ? [{ ...plain, topic: rising.topic, words }] : [],
    ),
    ...topics.flatMap(({ topic, sureness }) => (sureness === "sure" ? [{ ...plain, topic }] : [])),
  ];
  const sentence = knowledgeSentence(announced, topics.length + groups.length, null)
    .map(({ text }) => text)
    .join("");
  return { sentence, topics, groups };
};

/** Whether the planted topic is significant in a week by what really happened. */
const isTrulyRising = (range: Range): boolean => {
  let first = range;
  for (let i = 0; i < 4; i++) first = rangeBefore(first, DEMO_ZONE);
  const counts = new Map<string, { now: number; before: number }>();
  const all = { now: 0, before: 0 };
  for (let at = first.from.getTime(); at < range.to.getTime(); at += 86_400_000) {
    for (const { segment, topic, startedAt } of factsOf(story, localDate(new Date(at + 43_200_000)))) {
      if (segment === "human_only" || startedAt >= range.to.getTime()) continue;
      const when = startedAt >= range.from.getTime() ? "now" : "before";
      all[when] += 1;
      const mine = counts.get(topic) ?? { now: 0, before: 0 };
      if (segment === "handoff") counts.set(topic, { ...mine, [when]: mine[when] + 1 });
    }
  }
  const found = risingTopics(
    [...counts].map(([topic, n]) => ({ topic, ...n })),
    all,
  );
  return found.some(({ topic, isRising }) => topic === PLANTED_TOPIC && isRising);
};

beforeAll(async () => {
  const now = new Date(NIGHTS.before);
  await createWorkspace(held.db, {
    name: DEMO_NAME,
    zone: DEMO_ZONE,
    mode: "demo",
    calendar: demoCalendar(story),
    now,
  });
  await ensurePersonas(held.db, now);
});

test("the planted topic is announced in its first significant week and not before, first by its words, then by its name", {
  timeout: 300_000,
}, async () => {
  const truth = [BEFORE, FIRST].map((week) => {
    const range = rangeOfWeek(week, DEMO_ZONE);
    return range && isTrulyRising(range);
  });
  expect(truth).toEqual([false, true]);

  const before = await pageOf(BEFORE, await night(NIGHTS.before));
  expect(before.sentence).not.toMatch(/audiobook|no name yet/);
  expect(before.groups.filter(({ rising }) => rising.sureness === "sure")).toEqual([]);

  // The first days of it: it waits in the inbox as soon as it is a group, and the page of the week before does not change.
  const midweek = await night(NIGHTS.midweek);
  expect((await pageOf(BEFORE, midweek)).sentence).toBe(before.sentence);

  const now = await night(NIGHTS.after);
  const page = await pageOf(FIRST, now);
  expect(page.sentence).toMatch(/handoffs up: “[^”]*(audiobook|narrator)[^”]*”, which has no name yet/);
  const sure = page.groups.filter(({ rising }) => rising.sureness === "sure");
  expect(sure).toHaveLength(1);
  expect(sure[0]?.rising.now).toBeGreaterThan(30);
  expect(inboxSentence(await openCandidates(held.db, now))).toMatch(/audiobook|narrator/);
  expect((await pageOf(BEFORE, now)).sentence).toBe(before.sentence);

  const { version } = await taxonomyNow(held.db);
  await confirmCandidate(held.db, sure[0]?.group.id ?? 0, { seen: version, byId: null, now, name: "Audiobooks" });
  await assessPending(held.db, { now });
  const named = await pageOf(FIRST, now);
  expect(named.topics.find(({ topic }) => topic === "Audiobooks")).toMatchObject({ sureness: "sure", before: 0 });
  expect(named.sentence).toMatch(/handoffs up: .*Audiobooks/);
  expect(named.groups.filter(({ rising }) => rising.sureness === "sure")).toEqual([]);
  expect((await pageOf(BEFORE, now)).sentence).toBe(before.sentence);
});
