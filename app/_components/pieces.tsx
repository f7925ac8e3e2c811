import type { Piece } from "#lib/sentences/piece.ts";

const TONES = { ho: "text-ho-ink", hu: "text-hu-ink", ai: "text-ai-ink" };

/** A generated sentence; segments keep their colour and figures step back. */
export function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, tone, as }) => {
    if (as === "strong") return <b key={text}>{text}</b>;
    const style = tone ? TONES[tone] : as === "statistics" ? "statistics" : undefined;
    return (
      <span key={text} className={style}>
        {text}
      </span>
    );
  });
}
