export type SparkPoint = { value: number | null; low: number | null; high: number | null };

const [WIDTH, HEIGHT, PAD] = [96, 36, 4];

type Props = {
  points: SparkPoint[];
  target: number | null;
  /** Positions among the points from which on the number means something else. */
  breaks: number[];
  label: string;
};

/** Twelve buckets as a line, the last with its interval, the target dotted, a dagger where the definition or its reading
 * changed. Drawn on the server. */
export function Sparkline({ points, target, breaks, label }: Props) {
  const drawn = [...points.map(({ value }) => value), target, points.at(-1)?.low, points.at(-1)?.high].filter(
    (value): value is number => typeof value === "number",
  );
  if (points.every(({ value }) => value === null)) return null;
  const [least, most] = [Math.min(...drawn), Math.max(...drawn)];
  const y = (value: number) => HEIGHT - PAD - ((value - least) / (most - least || 1)) * (HEIGHT - 2 * PAD);
  const x = (index: number) => 2 + (index * (WIDTH - 10)) / Math.max(1, points.length - 1);
  const last = points.at(-1);
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {target !== null && <path d={`M0 ${y(target)}H${WIDTH}`} stroke="var(--ink)" strokeDasharray="2 3" fill="none" />}
      {breaks.map((position) => (
        <g key={position}>
          <path d={`M${x(position)} 0V${HEIGHT}`} stroke="var(--hair-2)" />
          <text x={x(position) - 2} y={8} fontSize={10} textAnchor="end" fill="var(--ink-2)">
            †
          </text>
        </g>
      ))}
      <path d={pathOf(points, x, y)} stroke="var(--ink)" strokeWidth="1.5" fill="none" strokeLinejoin="round" />
      {last?.low != null && last.high !== null && (
        <path d={`M${x(points.length - 1)} ${y(last.low)}V${y(last.high)}`} stroke="var(--ink)" />
      )}
      {last?.value != null && <circle cx={x(points.length - 1)} cy={y(last.value)} r="2.75" fill="var(--ink)" />}
    </svg>
  );
}

const pathOf = (points: SparkPoint[], x: (index: number) => number, y: (value: number) => number): string =>
  points
    .map(({ value }, index) => {
      if (value === null) return "";
      const starts = index === 0 || points[index - 1]?.value == null;
      return `${starts ? "M" : "L"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join("");
