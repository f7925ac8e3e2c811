import { stringify } from "csv-stringify/sync";
import { refusal } from "#app/_auth/session.ts";
import { CSV, csvHeaders } from "#app/_csv.ts";
import { readFilters } from "#app/_filters.ts";
import type { RisingGroup } from "#lib/knowledge/apart.ts";
import { shareOf } from "#lib/knowledge/counts.ts";
import { wordsText } from "#lib/sentences/knowledge.ts";
import { knowledge, type OneTopic } from "../found.ts";

/** A row a topic, and one a group without a name: how it rises, what kind of problem it is, and what a fix would save. */
export const GET = async (request: Request): Promise<Response> => {
  const refused = await refusal();
  if (refused) return refused;
  const filters = await readFilters(Object.fromEntries(new URL(request.url).searchParams));
  const { range, zone } = filters;
  const { topics, groups } = await knowledge(filters);
  const all = [...topics.map(rowOf), ...groups.map(rowOfGroup)];
  const rows = all.map((row) => ({ from: range.firstDate, to: range.lastDate, zone, ...row }));
  return new Response(stringify(rows, CSV), { headers: csvHeaders(`seam-topics-${range.week ?? range.lastDate}.csv`) });
};

/** What is not known is an empty cell. */
const rowOf = (one: OneTopic) => filled({ ...risen(one), ...judged(one) });

/** What has no name yet is called by its words; of it no more is known than how it rises. */
const rowOfGroup = ({ group, rising }: RisingGroup) =>
  filled({ ...risen({ topic: wordsText(group.words), rising }), kind: "unnamed" });

const filled = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? ""]));

const risen = ({ topic, rising }: Pick<OneTopic, "topic" | "rising">) => ({
  topic,
  escalated: rising?.now,
  expected: rising?.expected,
  over_four_weeks: rising?.isLong,
  lift: rising?.shrunk.value,
  lift_low: rising?.shrunk.low,
  p: rising?.p,
  p_adjusted: rising?.adjusted,
  sureness: rising?.sureness,
  episodes: rising?.escalated.now.whole,
  escalation_rate: rising && shareOf(rising.escalated.now),
  escalation_rate_before: rising && shareOf(rising.escalated.before),
});

const judged = ({ placed, made, saving, aMonth, gap }: OneTopic) => ({
  kind: placed?.kind,
  kind_is_sure: placed?.isSure,
  resolved: placed?.rates.resolved.part,
  resolved_of: placed?.rates.resolved.whole,
  diagnosis: made?.report.diagnosis.main,
  coverage: made?.report.coverage,
  handoffs_a_week: saving.perWeek.value,
  hours_a_month: aMonth?.value,
  hours_a_month_low: aMonth?.low,
  hours_a_month_high: aMonth?.high,
  board: gap?.status,
  owner: gap?.owner,
});
