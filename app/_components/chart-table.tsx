import { bucketOf, type TrendChartProps } from "./charts/trend.ts";

/** The same values as a table, for whoever would rather read them. */
export function ChartTable({ buckets, series, events = [] }: Pick<TrendChartProps, "buckets" | "series" | "events">) {
  const restated = series.flatMap((one) => one.restated ?? []).filter((sentence) => sentence !== null).length;
  return (
    <details className="no-print mt-2">
      <summary className="note min-h-6 cursor-pointer">
        View as table
        {restated > 0 && `, † ${restated} restated since ${restated === 1 ? "it was" : "they were"} published`}
      </summary>
      <div className="overflow-x-auto">
        <table className="table mt-2">
          <thead>
            <tr>
              <th scope="col">Week</th>
              {series.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
              {events.length > 0 && <th scope="col">What happened</th>}
            </tr>
          </thead>
          <tbody>
            {buckets.map(({ name, isFinal }, i) => (
              <tr key={name}>
                <th scope="row">
                  {name}
                  {!isFinal && ", not final"}
                </th>
                {series.map(({ key, captions, hrefs, restated: sentences }) => (
                  <td key={key}>
                    <a href={hrefs[i]} className="link">
                      {captions[i]}
                    </a>
                    {sentences?.[i] && <span className="note block">† {sentences[i]}</span>}
                  </td>
                ))}
                {events.length > 0 && (
                  <td>
                    {events
                      .filter((event) => bucketOf(event) === i)
                      .map(({ date, text }) => `${date}: ${text}`)
                      .join("; ")}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
