const HATCHES = [
  { id: "hatch", size: 6, colour: "var(--hair-2)", width: 1.2 },
  { id: "hatch-ink", size: 4, colour: "var(--ink-3)", width: 1.2 },
  { id: "hatch-ho", size: 4, colour: "var(--ho)", width: 1.6 },
];

/** The hatchings of all charts, once per page: not final, planned or inferred. */
export function Patterns() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        {HATCHES.map(({ id, size, colour, width }) => (
          <pattern
            key={id}
            id={id}
            width={size}
            height={size}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d={`M0 0v${size}`} stroke={colour} strokeWidth={width} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
