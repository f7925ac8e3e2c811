import type { Asked } from "#lib/filters.ts";
import { DETECTED, type Detected, detectorOf, isJudgedEnough, judgedOf } from "#lib/lab/correction.ts";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import { SCANNERS } from "#lib/scanners/registry.ts";
import { correctedShare } from "#lib/stats/proportions/corrected-share.ts";
import type { Counts } from "#lib/stats/proportions/wilson.ts";
import type { Db } from "../client.ts";
import { reviewsByRule } from "../reviews.ts";
import { dimensionConditions, relationOf } from "./records.ts";
import { CHECKLIST } from "./weekly.ts";

/** What a rate would be without the known error of its rules, and how many of their findings people judged. */
export type Corrected = { value: number; low: number; high: number; judged: number };

/** Of the checklist, the rates that can be corrected: those of one scanner whose findings were judged often enough. */
export const correctedOf = async (db: Db, filters: Asked): Promise<Map<MetricKey, Corrected>> => {
  const reviews = await reviewsByRule(db);
  const found = await Promise.all(
    CHECKLIST.map(async (key): Promise<[MetricKey, Corrected] | null> => {
      const detected = DETECTED[key];
      const judged = detected && judgedOf(detected, reviews);
      if (!detected || !judged || !isJudgedEnough(judged)) return null;
      const detector = detectorOf(detected, judged, await foundAlone(db, key, detected, null));
      const share = detector && correctedShare(await foundAlone(db, key, detected, filters), detector);
      return share && [key, { ...share, judged: judged.confirmed + judged.dismissed }];
    }),
  );
  return new Map(found.filter((one) => one !== null));
};

/** In how many the rules found it by themselves: what people dismissed is in no metric any more, and counts here. Of all
 * that is stored where no filters are given. */
const foundAlone = async (
  db: Db,
  key: MetricKey,
  { scanner, beginnings, labels }: Detected,
  filters: Asked | null,
): Promise<Counts> => {
  const sql = db.$client;
  const acceptedFrom = SCANNERS.find((one) => one.key === scanner)?.acceptedFrom ?? 1;
  const [row] = await sql<Counts[]>`
    select count(*)::int as whole, count(*) filter (where m.part or exists (
      select from reviews r where r.conversation_id = m.conversation_id and r.verdict = 'dismissed'
        and r.scanner = ${scanner} and r.confidence >= ${acceptedFrom}
        and (cardinality(${labels}::text[]) = 0 or r.label = any(${labels}::text[]))
        and exists (select from unnest(${beginnings}::text[]) b where starts_with(r.rule, b))))::int as part
    from (${relationOf(sql, key)}) m
    where m.part is not null ${
      filters
        ? sql`and m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}`
        : sql``
    }`;
  return row ?? { part: 0, whole: 0 };
};
