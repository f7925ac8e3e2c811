"use client";

import dynamic from "next/dynamic";
import { InlineGlyph } from "./glyph.tsx";
import type { TrendChartProps, TrendSeries } from "./trend.ts";

/** The plot arrives after the page: until then its ground is drawn, so that nothing moves. */
const Plot = dynamic(() => import("./trend-plot.tsx").then(({ TrendPlot }) => TrendPlot), {
  ssr: false,
  loading: () => null,
});

export function TrendChart(props: TrendChartProps) {
  const height = 300 + props.series.length * 15;
  return (
    <>
      <div className="chart-ground" style={{ height }} role="img" aria-label={props.summary}>
        <Plot {...props} />
      </div>
      <ul className="mt-1 mb-2 text-[12px] leading-[18px] tabular-nums sm:hidden" aria-hidden="true">
        {props.series.map((one) => (
          <li key={one.key} className="flex items-baseline gap-1.5">
            <InlineGlyph tone={one.tone} />
            <b className="flex-none font-semibold">{one.name}</b> {newestOf(one, props.buckets)}
          </li>
        ))}
        {props.events?.map(({ key, date, text }) => (
          <li key={key}>
            <span className="text-ink-3">{date}</span> {text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The newest point that is drawn, with its week where later ones are not. */
const newestOf = ({ values, captions }: TrendSeries, buckets: TrendChartProps["buckets"]): string => {
  const last = values.findLastIndex(({ value }) => value !== null);
  if (last < 0 || last === values.length - 1) return captions.at(-1) ?? "";
  return `week ${buckets[last]?.label}: ${captions[last]}`;
};
