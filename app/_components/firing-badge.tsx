"use client";

import { useLive } from "./use-live.ts";

/** How many alarms fire now, kept current on every page; nothing while none does. */
export function FiringBadge({ initial }: { initial: number }) {
  const { value: firing } = useLive("/api/live/firing", initial);
  return (
    <span aria-live="polite">
      {firing > 0 && (
        <span className="ml-1.5 font-semibold whitespace-nowrap text-red-ink tabular-nums">
          <span aria-hidden="true">▲ {firing}</span>
          <span className="sr">, {firing === 1 ? "one alarm is firing" : `${firing} alarms are firing`}</span>
        </span>
      )}
    </span>
  );
}
