import { WEEKDAYS } from "#lib/format.ts";

/** seconds null = too few to tell. */
export type HeatCell = { weekday: number; hour: number; n: number; seconds: number | null };

const [CELL, ROW, LEFT, TOP] = [42, 32, 40, 20];
const TINTS = [0, 0.14, 0.3, 0.5, 0.78];

/** From four minutes up, in steps of two: below, a wait is short enough to stay white. */
const tint = (minutes: number): number => TINTS[Math.max(0, Math.min(4, Math.floor((minutes - 2) / 2)))] ?? 0;

type Props = { cells: HeatCell[]; worst: HeatCell | null; closedDays: number[] };

export function HourHeatmap({ cells, worst, closedDays }: Props) {
  if (cells.length === 0) return <p className="deck mt-4">Nobody was handed over in these weeks.</p>;
  const busy = cells.filter(({ seconds }) => seconds !== null).map(({ hour }) => hour);
  const [from, to] = busy.length === 0 ? [8, 18] : [Math.min(...busy), Math.max(...busy)];
  const hours = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const shown = cells.filter(({ hour }) => hour >= from && hour <= to);
  const text = shown.map(
    ({ weekday, hour, seconds }) =>
      `${WEEKDAYS[weekday - 1]} ${hour}:00 ${seconds === null ? "too few" : `${Math.round(seconds / 60)} min`}`,
  );
  return (
    <div className="mt-2 overflow-x-auto">
      <svg
        viewBox={`0 0 ${LEFT + hours.length * CELL} ${TOP + 7 * ROW}`}
        className="w-full min-w-[420px] tabular-nums"
        role="img"
        aria-label={`Median waits: ${text.join(", ")}`}
      >
        {hours.map((hour, i) => (
          <text key={hour} x={LEFT + i * CELL + 20} y={12} fontSize={11} fill="var(--ink-3)" textAnchor="middle">
            {hour}
          </text>
        ))}
        {WEEKDAYS.map((name, i) => (
          <text key={name} x={0} y={TOP + i * ROW + 20} fontSize={11} fill="var(--ink-2)">
            {name}
          </text>
        ))}
        {closedDays.map((weekday) => (
          <text key={weekday} x={LEFT} y={TOP + (weekday - 1) * ROW + 20} fontSize={11} fill="var(--ink-3)">
            closed
          </text>
        ))}
        {shown.map((cell) => (
          <Cell key={cell.weekday * 24 + cell.hour} cell={cell} from={from} isWorst={cell === worst} />
        ))}
      </svg>
    </div>
  );
}

function Cell({ cell, from, isWorst }: { cell: HeatCell; from: number; isWorst: boolean }) {
  const [x, y] = [LEFT + (cell.hour - from) * CELL, TOP + (cell.weekday - 1) * ROW];
  const minutes = cell.seconds === null ? null : cell.seconds / 60;
  const strength = minutes === null ? 0 : tint(minutes);
  return (
    <g>
      <title>{`n ${cell.n}`}</title>
      {minutes === null ? (
        <rect x={x} y={y} width={40} height={30} fill="url(#hatch)" />
      ) : (
        <rect x={x} y={y} width={40} height={30} fill="var(--ho)" fillOpacity={strength} />
      )}
      {minutes !== null && (
        <text x={x + 20} y={y + 20} fontSize={11} fill="var(--ink)" textAnchor="middle">
          {Math.round(minutes)}
        </text>
      )}
      {isWorst && <rect x={x} y={y} width={40} height={30} fill="none" stroke="var(--ink)" strokeWidth={1.5} />}
    </g>
  );
}
