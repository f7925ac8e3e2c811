"use client";

import dynamic from "next/dynamic";
import { InlineGlyph } from "./glyph.tsx";
import type { TrendChartProps } from "./trend.ts";

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
        {props.series.map(({ key, tone, name, captions }) => (
          <li key={key} className="flex items-center gap-1.5">
            <InlineGlyph tone={tone} />
            <b className="font-semibold">{name}</b> {captions.at(-1)}
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
