type Place = { number: number; start: number; end: number; judged: { verdict: string } | null };

/** A text with its findings marked and numbered. Spans are offsets into it, in order; one that overlaps the one before is
 * not marked twice. */
export function Marked({ text, findings }: { text: string; findings: Place[] }) {
  const parts: { text: string; found: Place | null; from: number }[] = [];
  let at = 0;
  for (const found of findings) {
    if (found.start < at || found.end === found.start) continue;
    parts.push({ text: text.slice(at, found.start), found: null, from: at });
    parts.push({ text: text.slice(found.start, found.end), found, from: found.start });
    at = found.end;
  }
  parts.push({ text: text.slice(at), found: null, from: at });
  return parts.map(({ text: part, found, from }) =>
    found === null ? (
      part
    ) : (
      <mark key={`${from} found`} className="finding" data-judged={found.judged?.verdict ?? "open"}>
        {part}
        <sup className="ml-0.5 text-[10.5px] leading-none font-semibold">{found.number}</sup>
      </mark>
    ),
  );
}
