import Link from "next/link";
import { db } from "#app/_db.ts";
import { ROAD_METRICS, responseCells } from "#db/metrics/answers.ts";
import { measure } from "#db/metrics/measure.ts";
import type { Filters } from "#lib/filters.ts";
import { count, measurementText, percent, percentInterval } from "#lib/format.ts";
import type { Measurement } from "#lib/metrics/measure.ts";
import { isTooFew } from "#lib/metrics/measure.ts";
import { hasFewAnswers, type Response, responseOf } from "#lib/metrics/satisfaction/response.ts";
import { listHref } from "../week.ts";
import { ROW_HEAD } from "./gaps.tsx";
import { LINES } from "./lines.ts";

type Row = { line: (typeof LINES)[number]; csat: Measurement; response: Response | null };

/** Who answered, and what that means for the number: a silent customer need not think as those who speak. */
export async function Responding({ filters }: { filters: Filters }) {
  const [rows, lost] = await Promise.all([
    Promise.all(
      LINES.map(
        async (line): Promise<Row> => ({
          line,
          csat: await measure(db(), line.key, filters),
          response: responseOf(await responseCells(db(), line.road, filters)),
        }),
      ),
    ),
    measure(db(), "leftBeforeAnswer", filters),
  ]);
  if (rows.every(({ csat, response }) => csat.n === 0 && !response)) {
    return <p className="note mt-2">Nobody is known to have been asked for a rating.</p>;
  }
  return (
    <div className="mt-5">
      <h3 className="text-[13px] font-semibold">Who answered</h3>
      <div className="mt-1 max-sm:@container">
        <table className="table folding">
          <thead>
            <tr>
              <th scope="col">Road</th>
              <th scope="col" className="number">
                Response rate
              </th>
              <th scope="col" className="number">
                CSAT of those asked
              </th>
              <th scope="col" className="number">
                Weighted
              </th>
              <th scope="col" className="number">
                Had all answered
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ResponseRow key={row.line.key} row={row} filters={filters} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="note mt-2">
        Who left before an answer is hardly ever asked, so Handoff CSAT is of those who reached a person; left:{" "}
        <Link className="link" href={listHref("leftBeforeAnswer", filters, filters.range, "part")}>
          {measurementText("leftBeforeAnswer", lost)}
        </Link>
        . Weighted: each answer stands for those like it who were silent (wait, topic, outcome; at most 5 times, cells
        under 10 answers joined). Had all answered: from none of the silent satisfied to all of them.{" "}
        {unaskedText(rows)}
      </p>
    </div>
  );
}

function ResponseRow({ row: { line, csat, response }, filters }: { row: Row; filters: Filters }) {
  return (
    <tr>
      <th scope="row" className={ROW_HEAD}>
        {line.name}
      </th>
      {response ? (
        <>
          <td className="number" data-column="Response rate">
            <Link className="link" href={listHref(ROAD_METRICS[line.road].response, filters, filters.range)}>
              {isTooFew(response.rate) ? "too few" : percent(response.rate.value, 1)}
            </Link>{" "}
            <span className="text-ink-3">
              {count(response.rate.part)} of {count(response.rate.n)}
            </span>
          </td>
          <td className="number" data-column="CSAT of those asked">
            {hasFewAnswers(response) ? "too few" : percent(response.answered.value)}{" "}
            <span className="text-ink-3">n {count(response.answered.n)}</span>
          </td>
          <td className="number" data-column="Weighted">
            {weightedText(response)}
          </td>
          <td className="number" data-column="Had all answered">
            {isTooFew(response.rate)
              ? "too few"
              : `${percentInterval(response.bounds.low, response.bounds.high)}\u202f%`}
          </td>
        </>
      ) : (
        <td colSpan={4} className="text-ink-2">
          {csat.n === 0 ? "nobody was asked" : "not available from this source: it names no surveys"}
        </td>
      )}
    </tr>
  );
}

const weightedText = ({ weighted }: Response) =>
  weighted === null ? (
    "too few"
  ) : (
    <>
      {percent(weighted.value)}{" "}
      <span className="text-ink-3">
        {percentInterval(weighted.low, weighted.high)}
        {weighted.isCapped && ", capped"}
      </span>
    </>
  );

/** A rating without a survey that is told of says nothing about who was silent. */
const unaskedText = (rows: Row[]): string => {
  const unasked = rows.flatMap(({ line, csat, response }) => {
    const n = response ? csat.n - response.answered.n : 0;
    return n > 0 ? [`${count(n)} of ${line.name}`] : [];
  });
  return unasked.length === 0
    ? ""
    : `Ratings without a survey that the source names, in CSAT but not here: ${unasked.join(", ")}.`;
};
