import { expect, test } from "vitest";
import { NONE } from "#lib/filters.ts";
import { compareRange } from "#lib/time/compare.ts";
import { rangeOfWeek } from "#lib/time/range.ts";
import { risenWithGroups, type UnnamedGroup } from "./apart.ts";
import type { TopicCounts } from "./counts.ts";
import { windowsOf } from "./windows.ts";

const windowsIn = (name: string) => {
  const range = rangeOfWeek(name, "UTC");
  if (!range) throw new Error("no week");
  return windowsOf({ range, compare: compareRange("before", range, "UTC"), zone: "UTC" });
};
const windows = windowsIn("2026-W46");

/** Twenty weeks of `whole` episodes of which `usual` are handed over, and the newest as given. */
const steady = (usual: number, whole: number, newest: [part: number, whole: number][] = []) =>
  Array.from({ length: 20 }, (_, i) => {
    const [part, all] = newest[i - 20 + newest.length] ?? [usual, whole];
    return { part, whole: all };
  });

const counts: TopicCounts = new Map([
  ["refunds", steady(100, 200, [[50_130, 50_230]])],
  ["login", steady(100, 400, [[170, 400]])],
  [NONE, steady(20, 80, [[90, 150]])],
]);
const floods: TopicCounts = new Map([["refunds", steady(0, 0, [[50_000, 50_000]])]]);
const none = { floods: new Map(), groups: [] };

const group = (part: number, more: Partial<UnnamedGroup> = {}): UnnamedGroup => ({
  ...{ id: 3, words: ["audiobook"], seenAt: new Date("2026-11-16T03:00:00Z") },
  series: steady(0, 0, [[part, part]]),
  ...more,
});

test("a flood is no topic's rise, and makes no other topic seem to fall", () => {
  const flooded = risenWithGroups(counts, none, windows).topics;
  expect(flooded.map(({ topic, sureness }) => [topic, sureness])).toEqual([
    ["refunds", "sure"],
    ["login", "chance"],
  ]);
  const { topics } = risenWithGroups(counts, { floods, groups: [] }, windows);
  expect(topics.map(({ topic, sureness, now }) => [topic, sureness, now])).toEqual([
    ["login", "sure", 170],
    ["refunds", "chance", 130],
  ]);
  expect(topics[1]?.escalated.now).toEqual({ part: 130, whole: 230 });
});

test("what has no name yet is tested with all topics, by its week against four, however small it is", () => {
  const { topics, groups } = risenWithGroups(counts, { floods, groups: [group(12)] }, windows);
  expect(topics.map(({ topic }) => topic)).toEqual(["login", "refunds"]);
  expect(groups).toMatchObject([{ group: { id: 3 }, rising: { now: 12, before: 0, sureness: "sure", isLong: false } }]);
});

test("a rise of fewer than make a group is likely at most: nobody has looked whether they belong together", () => {
  const surenessOf = (part: number) =>
    risenWithGroups(counts, { floods, groups: [group(part)] }, windows).groups[0]?.rising;
  expect(surenessOf(7)).toMatchObject({ isRising: true, sureness: "likely" });
  expect(surenessOf(8)).toMatchObject({ isRising: true, sureness: "sure" });
  expect(surenessOf(1)?.sureness).toBe("chance");
});

test.each<[string, UnnamedGroup, string]>([
  ["counted nothing now", group(0), "2026-W46"],
  ["is known of a part of the baseline only", group(12, { seenAt: new Date("2027-01-05T03:00:00Z") }), "2026-W46"],
])("a group that %s is not told", (_, one, week) => {
  expect(risenWithGroups(counts, { floods, groups: [one] }, windowsIn(week)).groups).toEqual([]);
});
