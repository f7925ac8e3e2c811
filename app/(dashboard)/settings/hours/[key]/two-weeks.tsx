import type { NamedCalendar } from "#db/hours.ts";
import { clockChangeText, lengthText, localDate, time } from "#lib/format.ts";
import { type DayStrip, dayStrips } from "#lib/time/day-strips.ts";

const TICKS = [0, 6, 12, 18, 24];

/** The next two weeks as they will be, drawn to one scale of hours. */
export function TwoWeeks({ calendar, today }: { calendar: NamedCalendar; today: string }) {
  const strips = dayStrips(calendar, today, 14);
  const longest = Math.max(24, ...strips.map(({ hours }) => hours));
  const zones = [...new Set(strips.map(({ zone }) => zone))];
  return (
    <section className="section">
      <h2>The next two weeks</h2>
      <p className="deck">When it is open, in {zones.join(", then ")}; holidays and clock changes named</p>
      <div className="mt-3 tabular-nums">
        <div className={`${COLUMNS} text-[11px] leading-4 text-ink-3`} aria-hidden="true">
          <span />
          <span className="relative h-4">
            {TICKS.map((hour) => (
              <span
                key={hour}
                className="absolute -translate-x-1/2 first:translate-x-0"
                style={{ left: `${(hour / longest) * 100}%` }}
              >
                {hour}
              </span>
            ))}
          </span>
          <span />
        </div>
        <ul>
          {strips.map((strip) => (
            <Day key={strip.date} strip={strip} longest={longest} />
          ))}
        </ul>
      </div>
    </section>
  );
}

const COLUMNS =
  "grid grid-cols-[92px_minmax(0,1fr)] items-center gap-x-4 sm:grid-cols-[92px_minmax(0,1fr)_minmax(0,220px)]";

function Day({ strip, longest }: { strip: DayStrip; longest: number }) {
  const { weekday, exception, hours } = strip;
  const isWeekend = weekday > 5;
  const notes = [
    exception,
    hours === 24 ? null : clockChangeText(hours),
    strip.beginsVersion ? "other hours begin" : null,
  ].filter((note) => note !== null);
  return (
    <li className={`${COLUMNS} border-b border-hair py-1`}>
      <span className={isWeekend ? "text-ink-3" : undefined}>{localDate(strip.date).slice(0, -5)}</span>
      <Strip strip={strip} longest={longest} />
      <span className="col-start-2 text-[12px] leading-4 sm:col-start-3">
        {strip.spans.length === 0 ? <span className="text-ink-3">closed</span> : <Spans strip={strip} />}
        {notes.length > 0 && <b className="block font-semibold">{notes.join(" · ")}</b>}
      </span>
    </li>
  );
}

function Strip({ strip: { hours, open, exception }, longest }: { strip: DayStrip; longest: number }) {
  const percent = (n: number) => `${(n / longest) * 100}%`;
  return (
    <span className="relative block h-4" aria-hidden="true">
      <span className="absolute inset-y-0 left-0 border-x border-hair-2" style={{ width: percent(hours) }}>
        {exception !== null && open.length === 0 && (
          <svg className="size-full" role="presentation">
            <rect width="100%" height="100%" fill="url(#hatch)" />
          </svg>
        )}
      </span>
      {TICKS.slice(1, -1).map((hour) => (
        <span key={hour} className="absolute inset-y-0 w-px bg-hair" style={{ left: percent(hour) }} />
      ))}
      {open.map(({ from, to }) => (
        <span
          key={from}
          className="absolute inset-y-0.5 bg-hu"
          style={{ left: percent(from), width: percent(to - from) }}
        />
      ))}
    </span>
  );
}

function Spans({ strip: { spans, endsAt, zone, openSeconds } }: { strip: DayStrip }) {
  const end = (at: Date) => (at.getTime() === endsAt.getTime() ? "24:00" : time(at, zone));
  const texts = spans.map(({ from, to }) => `${time(from, zone)}–${end(to)}`);
  return (
    <>
      {texts.map((text) => (
        <span key={text}>
          <span className="whitespace-nowrap">{text}</span>,{" "}
        </span>
      ))}
      <span className="whitespace-nowrap text-ink-3">{lengthText(openSeconds)}</span>
    </>
  );
}
