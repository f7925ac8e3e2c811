import { FewLines } from "#app/_components/charts/few-lines.tsx";
import type { Filters } from "#lib/filters.ts";
import { count, label, localDate, percent } from "#lib/format.ts";
import { shareOf, sumOf } from "#lib/knowledge/counts.ts";
import type { Fix } from "#lib/knowledge/fixes.ts";
import { effectText, verdictText } from "#lib/sentences/knowledge.ts";
import type { Range } from "#lib/time/range.ts";
import { measuredUntil } from "#lib/topics/board/gap.ts";
import { knowledge, overAll } from "./found.ts";

/** The fix that was published last, beside topics that had none. */
export async function LastFix({ filters }: { filters: Filters }) {
  const { fixes, fixWeeks } = await knowledge(overAll(filters));
  const [fix] = fixes;
  const isFiltered = overAll(filters) !== filters;
  if (!fix)
    return (
      <section className="section">
        <h2>Did the last fix work?</h2>
        <p className="deck mt-2">
          Nothing was published yet. Once an article is, on the board below, its topic is measured here for eight weeks
          against like topics without a fix.
        </p>
      </section>
    );
  return (
    <section className="section">
      <h2>
        Last fix: {label(fix.topic)}, {verdictText(fix.effect)}
      </h2>
      <p className="deck">
        Escalation rate of the topic, and of {count(fix.controls.length)} like{" "}
        {fix.controls.length === 1 ? "topic" : "topics"} without a fix
        {isFiltered && ", over all conversations: filters do not narrow it"}
      </p>
      <FewLines {...linesOf(fix, fixWeeks)} />
      <p className="mt-2 text-[13px] leading-[18px]">
        <b className="font-semibold">{effectText(fix)}</b> <span className="text-ink-2">{progressOf(fix)}</span>
      </p>
      <p className="note mt-1">
        Controls: {fix.controls.map(label).join(", ") || "none"}.
        {fix.disturbed.length > 0 &&
          ` Left out, because they moved by themselves: ${fix.disturbed.map(label).join(", ")}.`}
      </p>
      {fixes.length > 1 && <Earlier fixes={fixes.slice(1)} />}
    </section>
  );
}

const progressOf = ({ matureWeeks, publishedOn, counts: { before, after } }: Fix): string => {
  const weeks = `${matureWeeks} ${matureWeeks === 1 ? "week" : "weeks"} since are final`;
  return `${weeks}; measured until ${localDate(measuredUntil(publishedOn))}; n ${count(before.whole)} before, ${count(after.whole)} after.`;
};

const linesOf = ({ series, topic, publishedOn, controls }: Fix, weeks: readonly Range[]) => {
  const values = (counts: Fix["series"]["topic"]) => counts.map((one) => (one.whole < 5 ? null : shareOf(one)));
  const at = weeks.findIndex(({ lastDate }) => lastDate >= publishedOn);
  return {
    labels: weeks.map(({ week }) => String(Number(week?.slice(6)))),
    lines: [
      { name: "Controls", note: `${controls.length} like topics`, values: values(series.controls), isMain: false },
      { name: label(topic), note: `n ${count(sumOf(series.topic).whole)}`, values: values(series.topic), isMain: true },
    ],
    mark: at < 0 ? null : { at, text: `article published ${localDate(publishedOn)}` },
    summary: `Escalation rate of ${label(topic)} and of its controls, week by week`,
    format: (value: number) => percent(value, 1),
  };
};

function Earlier({ fixes }: { fixes: readonly Fix[] }) {
  return (
    <ul className="note mt-2">
      {fixes.map((fix) => (
        <li key={fix.topic}>
          {label(fix.topic)}, {localDate(fix.publishedOn)}: {verdictText(fix.effect)}, {effectText(fix)}
        </li>
      ))}
    </ul>
  );
}
