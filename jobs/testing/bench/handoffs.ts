import type { Db } from "#db/client.ts";
import { listCount, listRecords } from "#db/metrics/list.ts";
import { SORTS } from "#db/metrics/order.ts";
import type { RelationKey } from "#db/metrics/records.ts";
import type { Filters } from "#lib/filters.ts";
import { ms, quantile, rounds, say } from "./clock.ts";
import { aimText, asking, filterCombinations } from "./pages.ts";

const AIM = 100;
const PAGE = 50;

/** The twelve weeks that end with the newest whole one. */
const TWELVE = { week: "", from: "2026-07-13", to: "2026-10-04" };

/** Nothing, one conversation, and every one. */
const SEARCHES = ["nowhere", "bench-4711", "bench"];
/** Lists behind numbers, with how many rows there are of them: handoffs, episodes, ratings. */
const METRICS = ["timeToFirstHuman", "contextRepetition", "handoffCsat", "escalationRate"] as const;

type Timed = { name: string; took: number };

const take = async (name: string, ask: () => Promise<unknown>): Promise<Timed> => {
  await ask();
  return { name, took: quantile(await rounds(ask, 3), 0.5) };
};

const sayTimes = (what: string, all: readonly Timed[], showsEach: boolean): void => {
  const worst = all.toSorted((a, b) => b.took - a.took);
  const [first, times] = [worst[0], all.map(({ took }) => took)];
  const most = first?.took ?? 0;
  say(
    `${what}, ${all.length} questions: median ${ms(quantile(times, 0.5))} ms, p95 ${ms(quantile(times, 0.95))} ms, most ${ms(most)} ms (${first?.name}), ${aimText(most, AIM)}`,
  );
  if (showsEach) say(`  ${worst.map(({ name, took }) => `${name} ${ms(took)}`).join(", ")}`);
};

/** Every sort: the first page, one in the middle and the last. */
const benchSorts = async (db: Db, key: RelationKey, filters: Filters): Promise<Timed[]> => {
  const total = await listCount(db, key, filters, { only: "whole" });
  const all: Timed[] = [];
  for (const sort of SORTS)
    for (const offset of [0, Math.floor(total / 2), total - PAGE])
      all.push(
        await take(`${sort} from ${offset}`, () =>
          listRecords(db, key, filters, { only: "whole", sort, limit: PAGE, offset: Math.max(0, offset) }),
        ),
      );
  return all;
};

const benchSearches = async (db: Db, filters: Filters): Promise<Timed[]> => {
  const all: Timed[] = [];
  for (const search of SEARCHES) {
    all.push(await take(`count ${search}`, () => listCount(db, "handoffs", filters, { only: "whole", search })));
    for (const sort of ["at", "wait", "customer"] as const)
      all.push(
        await take(`${search} by ${sort}`, () =>
          listRecords(db, "handoffs", filters, { only: "whole", search, sort, limit: PAGE, offset: 0 }),
        ),
      );
  }
  return all;
};

/** With each filter: a page by time, one by another column, and the count; searched as well. */
const benchFilters = async (db: Db, params: Record<string, string>): Promise<Timed[]> => {
  const all: Timed[] = [];
  for (const combination of await filterCombinations(db)) {
    const filters = asking({ ...params, ...combination });
    const name = Object.entries(combination).flat().join(" ");
    const list = (sort: "at" | "wait", search?: string) =>
      listRecords(db, "handoffs", filters, { only: "whole", sort, search, limit: PAGE, offset: 0 });
    all.push(await take(name, () => list("at")));
    all.push(await take(`${name} by wait`, () => list("wait")));
    all.push(await take(`${name} searched`, () => list("at", "nowhere")));
    all.push(await take(`${name} counted`, () => listCount(db, "handoffs", filters, { only: "whole" })));
  }
  return all;
};

/** The list of handoffs, of a week and of twelve, and the lists behind numbers. */
export const benchHandoffs = async (db: Db): Promise<void> => {
  for (const [name, params] of [
    ["a week", {}],
    ["12 weeks", TWELVE],
  ] as const) {
    const filters = asking(params);
    sayTimes(`/handoffs of ${name}, sorts`, await benchSorts(db, "handoffs", filters), true);
    sayTimes(`/handoffs of ${name}, searches`, await benchSearches(db, filters), true);
    sayTimes(`/handoffs of ${name}, filters`, await benchFilters(db, params), false);
  }
  for (const key of METRICS)
    sayTimes(`/handoffs of 12 weeks, ${key}, sorts`, await benchSorts(db, key, asking(TWELVE)), true);
};
