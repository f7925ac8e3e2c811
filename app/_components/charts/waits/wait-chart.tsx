"use client";

import dynamic from "next/dynamic";
import { FATE_INKS, type WaitPlotProps } from "./wait.ts";

const Plot = dynamic(() => import("./wait-plot.tsx").then(({ WaitPlot }) => WaitPlot), {
  ssr: false,
  loading: () => null,
});

/** On a phone the names at the right end find no room and stand under the plot. */
export function WaitChart({ summary, ...props }: WaitPlotProps & { summary: string }) {
  return (
    <>
      <div className="chart-ground h-[316px]" role="img" aria-label={summary}>
        <Plot {...props} />
      </div>
      <ul
        className="mt-1 mb-2 flex flex-wrap gap-x-4 text-[12px] leading-[18px] tabular-nums sm:hidden"
        aria-hidden="true"
      >
        {props.fates.map(({ key, text }) => (
          <li key={key} className="font-semibold" style={{ color: FATE_INKS[key] }}>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
