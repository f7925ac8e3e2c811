import type { Db } from "#db/client.ts";
import { dimensionValues } from "#db/metrics/dimension-values.ts";
import { DIMENSIONS, type Filters, inList, parseFilters } from "#lib/filters.ts";
import { databaseTime, ms, quantile, rounds, say } from "./clock.ts";
import { type Ask, NOW, WEEKLY } from "./questions.ts";

const AIMS = { weekly: 300, filtered: 600 };

/** Filters of the newest whole week. A page reads its filters anew for each request. */
export const asking = (params: Record<string, string> = {}): Filters =>
  parseFilters({ week: "2026-W40", ...params }, { now: NOW, zone: "UTC" });

export const aimText = (is: number, aim: number): string => `${(is / aim).toFixed(2)} of the aim of ${aim} ms`;

/** The whole page as it is asked: all sections at once. */
const page = (db: Db, params?: Record<string, string>) => (): Promise<unknown> => {
  const filters = asking(params);
  return Promise.all(Object.values(WEEKLY).map((ask) => ask(db, filters)));
};

/** Each dimension by its most and its least frequent value, and each two of them by the most frequent. */
export const filterCombinations = async (db: Db): Promise<Record<string, string>[]> => {
  const values = await dimensionValues(db, asking());
  const single = DIMENSIONS.flatMap((dimension) => {
    const all = values[dimension].map(({ value }) => inList(value));
    return [...new Set([all[0], all.at(-1)])].flatMap((value) => (value ? [{ [dimension]: value }] : []));
  });
  const pairs = DIMENSIONS.flatMap((one, i) =>
    DIMENSIONS.slice(i + 1).map((other) => ({
      [one]: inList(values[one][0]?.value ?? ""),
      [other]: inList(values[other][0]?.value ?? ""),
    })),
  );
  return [...single, ...pairs];
};

export type Timed = { name: string; ask: Ask; median: number };

/** Times /weekly as a whole and by question, and says so. */
export const benchWeekly = async (db: Db, times: number): Promise<{ median: number; slowest: Timed[] }> => {
  await page(db)();
  const before = await databaseTime(db);
  const plain = await rounds(page(db), times);
  const after = await databaseTime(db);
  const median = quantile(plain, 0.5);
  const used = before === null || after === null ? "" : `, ${ms((after - before) / times)} ms of processor time`;
  say(`/weekly, 12 weeks, no filter: median ${ms(median)} ms${used}, ${aimText(median, AIMS.weekly)}`);
  const combinations = await filterCombinations(db);
  const filtered: number[] = [];
  for (const params of combinations) filtered.push(...(await rounds(page(db, params), 2)));
  const p95 = quantile(filtered, 0.95);
  say(`/weekly, ${combinations.length} filters: p95 ${ms(p95)} ms, ${aimText(p95, AIMS.filtered)}`);
  const each: Timed[] = [];
  for (const [name, ask] of Object.entries(WEEKLY)) {
    const all = await rounds(() => ask(db, asking()), times);
    each.push({ name, ask, median: quantile(all, 0.5) });
  }
  each.sort((a, b) => b.median - a.median);
  say(`by question, alone: ${each.map(({ name, median: one }) => `${name} ${ms(one)}`).join(", ")}`);
  return { median, slowest: each.slice(0, 3) };
};

/** The shape of the longest statement of each of these questions. */
export const explainSlowest = async (db: Db, slowest: Timed[]): Promise<void> => {
  const options = db.$client.options as typeof db.$client.options & { debug: unknown };
  for (const { name, ask } of slowest) {
    const seen: { text: string; values: unknown[] }[] = [];
    options.debug = (_: number, text: string, values: unknown[]) => seen.push({ text, values });
    await ask(db, asking());
    options.debug = false;
    const plans = [];
    for (const { text, values } of seen.filter((one) => /^\s*(select|with)/i.test(one.text))) {
      const rows = await db.$client.unsafe<{ "QUERY PLAN": string }[]>(
        `explain (analyze, costs off, buffers off, summary on, timing off) ${text}`,
        values as never[],
      );
      const lines = rows.map((row) => row["QUERY PLAN"]);
      const took = Number(/Execution Time: ([\d.]+)/.exec(lines.join("\n"))?.[1] ?? 0);
      plans.push({ took, lines });
    }
    const worst = plans.toSorted((a, b) => b.took - a.took)[0];
    const nodes = worst?.lines.filter((line) => /->|^[A-Z][a-z]+ ?(?!Time)/.test(line) && !/Time:/.test(line)) ?? [];
    say(`plan of ${name}, ${ms(worst?.took ?? 0)} ms:\n${nodes.map((line) => `  ${line}`).join("\n")}`);
  }
};
