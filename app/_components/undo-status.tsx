type Props = {
  /** What was deleted last; null = nothing that can be brought back. */
  gone: string | null;
  bringBack: () => void;
  problem: string | null | undefined;
};

/** What was deleted, with the way back, and what went wrong. */
export function UndoStatus({ gone, bringBack, problem }: Props) {
  return (
    <div role="status">
      {gone !== null && (
        <p className="mt-2 flex gap-x-3">
          <span className="min-w-0 truncate">Deleted “{gone}”.</span>
          <button type="button" className="link min-h-6" onClick={bringBack}>
            Undo
          </button>
        </p>
      )}
      {problem && <p className="mt-2 text-red-ink">{problem}</p>}
    </div>
  );
}
