import type { Reading } from "#db/readings.ts";
import type { Source } from "#db/sources.ts";
import { count, percent, roughLength } from "#lib/format.ts";
import { paceOf } from "#lib/sources/words.ts";

type Props = { reading: Reading; source: Pick<Source, "state" | "failingSince">; now: Date };

/** How far the past has been read: a bar when its end is known, always the numbers; how long it still takes only while it
 * goes on. */
export function Progress({ reading, source, now }: Props) {
  const { done, total, startedAt, finishedAt } = reading;
  if (finishedAt) return <p>{count(done)} read</p>;
  if (!startedAt) return <p className="note">The past waits for its turn.</p>;
  const pace = source.state === "active" && !source.failingSince ? paceOf(reading, now) : null;
  const share = total ? Math.min(1, done / total) : null;
  return (
    <div className="max-w-[420px] pt-1.5">
      {share !== null && (
        <div
          role="progressbar"
          aria-label="How far the past has been read"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor(share * 100)}
          className="h-1.5 bg-sunken"
        >
          <div className="h-full bg-ink" style={{ width: `${share * 100}%` }} />
        </div>
      )}
      <p className="note mt-1 flex flex-wrap gap-x-3">
        <span>
          {count(done)}
          {total !== null && ` of ${count(total)}`} conversations{share !== null && `, ${percent(share)}`}
        </span>
        {pace && <span>{count(Math.round(pace.perMinute))} a minute</span>}
        {pace?.secondsLeft != null && <span>{roughLength(pace.secondsLeft)} left</span>}
      </p>
    </div>
  );
}
