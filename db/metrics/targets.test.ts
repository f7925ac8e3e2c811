import { beforeAll, expect, test } from "vitest";
import { testDb } from "#db/testing/db.ts";
import { saveTargets, setTargets } from "./targets.ts";

const held = testDb();
const ADA = "018f0000-0000-7000-8000-000000000001";
const monday = { by: ADA, now: new Date("2026-11-23T09:00:00Z") };
const tuesday = { by: ADA, now: new Date("2026-11-24T09:00:00Z") };

beforeAll(async () => {
  await held.db.$client`insert into users (id, email, name, role, created_at)
    values (${ADA}, 'ada@example.com', 'Ada', 'admin', ${monday.now})`;
});

const shown = async () =>
  (await setTargets(held.db)).map(({ metric, channel, target, setAt, setBy }) => [
    metric,
    channel,
    target,
    setAt.toISOString().slice(0, 10),
    setBy,
  ]);

test("targets are set, changed and taken back, one for all channels and one for each; what stays keeps its date", async () => {
  const wish = (channel: string | null, target: number | null) => ({ metric: "handoffCsat", channel, target }) as const;
  await saveTargets(held.db, [wish(null, 0.7), wish("email", 0.6)], monday);
  await saveTargets(held.db, [wish(null, 0.7), wish("email", 0.65), wish("phone", null)], tuesday);
  expect(await shown()).toEqual([
    ["handoffCsat", "email", 0.65, "2026-11-24", "Ada"],
    ["handoffCsat", null, 0.7, "2026-11-23", "Ada"],
  ]);
  await saveTargets(held.db, [wish(null, null), wish("email", 0.65)], tuesday);
  expect(await shown()).toEqual([["handoffCsat", "email", 0.65, "2026-11-24", "Ada"]]);
  await saveTargets(held.db, [wish("email", null)], tuesday);
  expect(await shown()).toEqual([]);
});

test("one of a metric that is no longer there, or set by someone who is gone, does no harm", async () => {
  const nobody = "018f0000-0000-7000-8000-000000000009";
  await held.db.$client`insert into targets (metric, channel, target, set_at, set_by) values
    ('formerly', null, 1, ${monday.now}, ${ADA}), ('escalationRate', null, 0.2, ${monday.now}, ${nobody})`;
  expect(await shown()).toEqual([["escalationRate", null, 0.2, "2026-11-23", null]]);
});
