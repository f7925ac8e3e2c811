/** The leg bar in small: AI, seam, person. */
export function Mark({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={(size * 14) / 30} viewBox="0 0 30 14" aria-hidden="true">
      <path d="M0 6h10v2H0z" fill="var(--ai)" />
      <path d="M20 6h10v2H20z" fill="var(--hu)" />
      <path d="M15 1l6 6-6 6-6-6z" fill="var(--ho)" />
    </svg>
  );
}
