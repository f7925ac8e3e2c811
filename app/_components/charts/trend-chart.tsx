"use client";

import dynamic from "next/dynamic";
import type { TrendChartProps } from "./trend.ts";

/** The plot arrives after the page: until then its ground is drawn, so that nothing moves. */
const Plot = dynamic(() => import("./trend-plot.tsx").then(({ TrendPlot }) => TrendPlot), {
  ssr: false,
  loading: () => null,
});

export function TrendChart(props: TrendChartProps) {
  const height = 300 + props.series.length * 15;
  return (
    <div className="overflow-x-auto">
      <div className="chart-ground min-w-[640px]" style={{ height }} role="img" aria-label={props.summary}>
        <Plot {...props} />
      </div>
    </div>
  );
}
