"use client";

import Link from "next/link";
import { type KeyboardEvent, useState } from "react";
import type { Stretch } from "#lib/metrics/hour-map.ts";

/** shown null = too few to tell; strength 0–4 = how bad; text = everything that is known of it, in one line. */
export type HeatCell = {
  weekday: number;
  hour: number;
  shown: string | null;
  strength: number;
  text: string;
  href: string;
  isWorst: boolean;
};

type Props = {
  label: string;
  hours: number[];
  rows: { weekday: number; name: string; stretches: Stretch<HeatCell>[] }[];
  /** What stands under the map while no hour is pointed at. */
  children: React.ReactNode;
};

const TINTS = [0, 14, 30, 50, 78];
const STEPS: Record<string, readonly [days: number, hours: number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

const idOf = ({ weekday, hour }: Pick<HeatCell, "weekday" | "hour">) => `hour-${weekday}-${hour}`;

/** Hours of the week as a table of links: one stop for the tab key, arrows go from hour to hour, and what is known of the
 * one pointed at stands in a line below. */
export function HourHeatmap({ label, hours, rows, children }: Props) {
  const cells = rows.flatMap(({ stretches }) => stretches.flatMap((one) => (one && "cell" in one ? [one.cell] : [])));
  const [stop, setStop] = useState<string | null>(null);
  const [pointed, setPointed] = useState<HeatCell | null>(null);
  const current = cells.some((cell) => idOf(cell) === stop) ? stop : cells[0] && idOf(cells[0]);
  const onKey = (event: KeyboardEvent, from: HeatCell) => {
    const step = STEPS[event.key];
    const next = step && neighbour(cells, from, step);
    if (!next) return;
    event.preventDefault();
    document.getElementById(idOf(next))?.focus();
  };
  const pointAt = (cell: HeatCell | null) => {
    setPointed(cell);
    if (cell) setStop(idOf(cell));
  };
  return (
    <>
      <div className="mt-2 overflow-x-auto">
        <table className="w-full table-fixed border-separate border-spacing-0.5 text-[11px] tabular-nums">
          <caption className="sr">{label}</caption>
          <colgroup>
            <col className="w-8" />
            {hours.map((hour) => (
              <col key={hour} style={{ minWidth: 24 }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">Day</span>
              </th>
              {hours.map((hour) => (
                <th key={hour} scope="col" className="font-normal text-ink-3">
                  {hour}
                  <span className="sr">:00</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ weekday, name, stretches }) => (
              <tr key={weekday} className="h-[30px]">
                <th scope="row" className="text-left font-normal text-ink-2">
                  {name}
                </th>
                {stretches.map((stretch, i) => {
                  const key = `${weekday} ${i}`;
                  if (stretch === null) return <td key={key} />;
                  if ("closed" in stretch) return <Closed key={key} hours={stretch.closed} />;
                  const { cell } = stretch;
                  return (
                    <td key={key} className="p-0">
                      <Hour cell={cell} isStop={idOf(cell) === current} onKey={onKey} pointAt={pointAt} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note mt-1 min-h-8">{pointed ? <span aria-hidden="true">{pointed.text}</span> : children}</p>
    </>
  );
}

type HourProps = {
  cell: HeatCell;
  isStop: boolean;
  onKey: (event: KeyboardEvent, from: HeatCell) => void;
  pointAt: (cell: HeatCell | null) => void;
};

function Hour({ cell, isStop, onKey, pointAt }: HourProps) {
  const { shown, strength, text, href, isWorst } = cell;
  return (
    <Link
      id={idOf(cell)}
      href={href}
      prefetch={false}
      tabIndex={isStop ? 0 : -1}
      aria-label={shown === null ? text : `${text}, shown as ${shown}`}
      onFocus={() => pointAt(cell)}
      onBlur={() => pointAt(null)}
      onMouseEnter={() => pointAt(cell)}
      onMouseLeave={() => pointAt(null)}
      onKeyDown={(event) => onKey(event, cell)}
      className={`flex h-[30px] items-center justify-center text-ink ${strength === TINTS.length - 1 ? "dark:text-paper" : ""} ${isWorst ? "outline-[1.5px] -outline-offset-1 outline-ink font-semibold" : ""} focus-visible:outline-2 focus-visible:outline-offset-1`}
      style={{
        background: shown === null ? HATCHED : `color-mix(in srgb, var(--ho) ${TINTS[strength] ?? 0}%, transparent)`,
      }}
    >
      {shown}
    </Link>
  );
}

const HATCHED = "repeating-linear-gradient(135deg, var(--hair-2) 0 1px, transparent 1px 5px)";

function Closed({ hours }: { hours: number }) {
  return (
    <td colSpan={hours} className="text-center text-ink-3">
      <span className={hours === 1 ? "sr sm:not-sr-only" : ""}>closed</span>
    </td>
  );
}

/** The nearest hour with handoffs in a direction; null = there is none. */
const neighbour = (
  cells: readonly HeatCell[],
  from: HeatCell,
  [days, hours]: readonly [days: number, hours: number],
): HeatCell | null => {
  const ahead = (cell: HeatCell) => (cell.weekday - from.weekday) * days + (cell.hour - from.hour) * hours;
  return cells
    .filter((cell) => ahead(cell) > 0 && (days === 0 ? cell.weekday === from.weekday : cell.hour === from.hour))
    .reduce<HeatCell | null>((best, cell) => (best && ahead(best) <= ahead(cell) ? best : cell), null);
};
