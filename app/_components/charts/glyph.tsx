import { markColour, type Tone } from "./tone.ts";

const SIZE = { ai: 3, ho: 4.2, hu: 2.8, ink: 2.6 };

/** A mark whose shape says the segment as clearly as its colour: circle, diamond, square. Hollow = not final. */
export function Glyph({ tone, x, y, hollow = false }: { tone: Tone; x: number; y: number; hollow?: boolean }) {
  const r = SIZE[tone];
  const paint = { fill: hollow ? "var(--paper)" : markColour(tone), stroke: markColour(tone), strokeWidth: 1.5 };
  if (tone === "ho") return <path d={`M${x} ${y - r}l${r} ${r}-${r} ${r}-${r}-${r}z`} {...paint} />;
  if (tone === "hu") return <rect x={x - r} y={y - r} width={2 * r} height={2 * r} {...paint} />;
  return <circle cx={x} cy={y} r={r} {...paint} />;
}

export function InlineGlyph({ tone }: { tone: Tone }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" className="inline-block flex-none">
      <Glyph tone={tone} x={5} y={5} />
    </svg>
  );
}
