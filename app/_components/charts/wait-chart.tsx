"use client";

import dynamic from "next/dynamic";
import type { WaitPlotProps } from "./wait-plot.tsx";

const Plot = dynamic(() => import("./wait-plot.tsx").then(({ WaitPlot }) => WaitPlot), {
  ssr: false,
  loading: () => null,
});

export function WaitChart({ summary, ...props }: WaitPlotProps & { summary: string }) {
  return (
    <div className="chart-ground h-[300px]" role="img" aria-label={summary}>
      <Plot {...props} />
    </div>
  );
}
