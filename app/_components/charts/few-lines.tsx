type Line = { name: string; note: string; values: (number | null)[]; isMain: boolean };

type Props = {
  labels: string[];
  lines: Line[];
  /** Something that happened, at a place among the labels. */
  mark: { at: number; text: string } | null;
  summary: string;
  format: (value: number) => string;
};

const [WIDTH, HEIGHT] = [420, 210];
const EDGE = { left: 38, right: 96, top: 12, bottom: 22 };
const MOST_LABELS = 8;

/** Two or three shares over weeks, named at their ends, the axis from 0. Drawn on the server. */
export function FewLines({ labels, lines, mark, summary, format }: Props) {
  const known = lines.flatMap(({ values }) => values).filter((value): value is number => value !== null);
  if (known.length === 0) return <p className="deck mt-3">There is too little of it to draw yet.</p>;
  const top = Math.min(1, Math.ceil((Math.max(...known) + 0.01) * 10) / 10);
  const x = (i: number) => EDGE.left + (i * (WIDTH - EDGE.left - EDGE.right)) / Math.max(1, labels.length - 1);
  const y = (value: number) => HEIGHT - EDGE.bottom - (value / top) * (HEIGHT - EDGE.top - EDGE.bottom);
  const every = Math.ceil(labels.length / MOST_LABELS);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="mt-2 w-full" role="img" aria-label={summary}>
      <g fontSize="11" fill="var(--ink-3)">
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <path d={`M${EDGE.left} ${y(value)}H${WIDTH - EDGE.right}`} stroke="var(--hair)" />
            <text x={EDGE.left - 6} y={y(value) + 4} textAnchor="end">
              {Math.round(value * 100)}
              {value === top ? "\u202f%" : ""}
            </text>
          </g>
        ))}
        {labels.map((text, i) =>
          i % every === 0 ? (
            <text key={text} x={x(i)} y={HEIGHT - 6} textAnchor="middle">
              {text}
            </text>
          ) : null,
        )}
      </g>
      {mark && (
        <g>
          <path d={`M${x(mark.at)} ${EDGE.top}V${HEIGHT - EDGE.bottom}`} stroke="var(--ink)" />
          <text
            x={x(mark.at) + (mark.at > labels.length / 2 ? -5 : 5)}
            y={HEIGHT - EDGE.bottom - 6}
            textAnchor={mark.at > labels.length / 2 ? "end" : "start"}
            fontSize="11"
            fill="var(--ink-2)"
            className="halo"
          >
            {mark.text}
          </text>
        </g>
      )}
      {endsApart(lines, y).map(({ line, endY, at }) => (
        <g key={line.name}>
          <path
            d={pathOf(line.values, x, y)}
            fill="none"
            stroke={line.isMain ? "var(--ho)" : "var(--ink-3)"}
            strokeWidth={line.isMain ? 2 : 1.25}
            strokeDasharray={line.isMain ? undefined : "2 2"}
          />
          {line.isMain &&
            line.values.map((value, i) =>
              value === null ? null : <circle key={labels[i]} cx={x(i)} cy={y(value)} r="2.5" fill="var(--ho)" />,
            )}
          <text
            x={WIDTH - EDGE.right + 8}
            y={endY}
            fontSize="11"
            fontWeight="600"
            fill={line.isMain ? "var(--ho-ink)" : "var(--ink-2)"}
          >
            {line.name} {at === null ? "" : format(at)}
          </text>
          <text x={WIDTH - EDGE.right + 8} y={endY + 12} fontSize="10" fill="var(--ink-3)">
            {line.note}
          </text>
        </g>
      ))}
    </svg>
  );
}

const ROOM = 26;

/** The names at the ends, moved apart where they would lie on each other. */
const endsApart = (lines: readonly Line[], y: (value: number) => number) => {
  const ends = lines
    .map((line) => {
      const at = line.values.findLast((value) => value !== null) ?? null;
      return { line, at, endY: at === null ? EDGE.top : y(at) };
    })
    .sort((a, b) => a.endY - b.endY);
  for (let i = 1; i < ends.length; i++) {
    const [before, mine] = [ends[i - 1], ends[i]];
    if (before && mine) mine.endY = Math.max(mine.endY, before.endY + ROOM);
  }
  return ends;
};

const pathOf = (values: readonly (number | null)[], x: (i: number) => number, y: (value: number) => number): string =>
  values
    .map((value, i) =>
      value === null ? "" : `${i === 0 || values[i - 1] === null ? "M" : "L"}${x(i).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join("");
