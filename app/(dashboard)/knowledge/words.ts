import { hrefOf } from "#app/_filters.ts";
import { type Filters, withRange } from "#lib/filters.ts";
import type { KindCount } from "#lib/knowledge/kinds.ts";
import type { RisingTopic, Sureness } from "#lib/knowledge/rising.ts";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import type { Range } from "#lib/time/range.ts";
import type { Diagnosis } from "#lib/topics/board/diagnosis.ts";
import type { GapStatus } from "#lib/topics/board/gap.ts";

/** This page with one topic opened below. */
export const topicHref = (filters: Filters, topic: string): string =>
  `${hrefOf("/knowledge", filters, { on: topic })}#topic`;

/** Where the conversations of a topic behind a number are listed. */
export const topicListHref = (
  filters: Filters,
  topic: string,
  range: Range,
  { metric = "escalationRate", only = "part" }: { metric?: MetricKey; only?: "part" | "whole" } = {},
): string =>
  hrefOf("/handoffs", withRange({ ...filters, only: { ...filters.only, topic: [topic] } }, range), { metric, only });

export const SURENESS: Record<Sureness, { name: string; bars: number }> = {
  sure: { name: "Sure", bars: 3 },
  likely: { name: "Likely", bars: 2 },
  chance: { name: "Could be chance", bars: 1 },
};

export const KIND_NAMES: Record<KindCount["kind"], string> = {
  product_bug: "Product bug",
  gap: "Knowledge gap",
  policy: "Policy",
  as_designed: "Working as designed",
  unsorted: "Not placed yet",
};

export const DIAGNOSES: Record<NonNullable<Diagnosis["main"]>, string> = {
  no_article: "Article missing",
  not_found: "Article not found",
  not_helped: "Article does not help",
};

export const STATUSES: Record<GapStatus, string> = {
  new: "New",
  owned: "Owned",
  published: "Published",
  measuring: "Measuring",
  closed: "Closed",
};

/** "over four weeks" where a week is too short for so small a topic. */
export const stretchNote = ({ isLong }: RisingTopic): string => (isLong ? "over four weeks" : "");
