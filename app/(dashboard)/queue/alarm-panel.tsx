"use client";

import Link from "next/link";
import { useActionState, useEffect, useId, useRef } from "react";
import type { AlarmCard } from "#app/_alarm-card.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import type { QueueBoard } from "#app/_queue.ts";
import { answerAlarm } from "./actions.ts";

type Props = {
  board: Pick<QueueBoard, "alarms" | "quietRules" | "undelivered">;
  mayAnswer: boolean;
  /** The incident that a message led to. */
  askedFor: string | null;
};

/** What is wrong now, why, and what can be done about it, where one stands. */
export function AlarmPanel({ board: { alarms, quietRules, undelivered }, mayAnswer, askedFor }: Props) {
  const firing = alarms.filter(({ phase }) => phase === "firing").length;
  return (
    <section className="section" aria-label="Alarms">
      <div className="flex items-baseline gap-x-3">
        <h2>Alarms</h2>
        <span className="note">{firing === 0 ? "none firing" : `${firing} firing`}</span>
        <Link href="/queue/alarms" className="link note ml-auto">
          Rules and journal
        </Link>
      </div>
      {undelivered > 0 && (
        <p role="status" className="mt-2 text-red-ink">
          {undelivered === 1 ? "One message" : `${undelivered} messages`} of the last day did not arrive. Admins see why
          in{" "}
          <Link href="/settings/alarms" className="link">
            the settings
          </Link>
          .
        </p>
      )}
      {alarms.map((alarm) => (
        <Card
          key={alarm.key}
          alarm={alarm}
          mayAnswer={mayAnswer}
          isAskedFor={askedFor !== null && alarm.incidentId === askedFor}
        />
      ))}
      {askedFor && !alarms.some(({ incidentId }) => incidentId === askedFor) && (
        <p role="status" className="mt-3">
          The alarm that you opened is over.{" "}
          <Link href={`/queue/alarms?incident=${askedFor}`} className="link">
            What became of it
          </Link>
        </p>
      )}
      <p className="deck mt-3">{quietText(alarms.length, quietRules)}</p>
    </section>
  );
}

const quietText = (open: number, quiet: number): string => {
  if (quiet === 0) return open === 0 ? "No rule is on." : "";
  return `${open === 0 ? "All" : "The other"} ${quiet === 1 ? "rule is" : `${quiet} rules are`} quiet.`;
};

type CardProps = { alarm: AlarmCard; mayAnswer: boolean; isAskedFor: boolean };

function Card({ alarm, mayAnswer, isAskedFor }: CardProps) {
  const isFiring = alarm.phase === "firing";
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isAskedFor) return;
    card.current?.scrollIntoView({ block: "start" });
    card.current?.focus({ preventScroll: true });
  }, [isAskedFor]);
  return (
    <article
      ref={card}
      tabIndex={isAskedFor ? -1 : undefined}
      aria-current={isAskedFor || undefined}
      className={`mt-3 border-t pt-2 outline-none ${isFiring ? "border-t-2 border-red" : "border-hair-2"} ${isAskedFor ? "-mx-3 scroll-mt-4 bg-sunken px-3 pb-3" : ""}`}
    >
      <div className="flex items-baseline justify-between gap-x-3 text-[12px]">
        <span className={isFiring ? "font-semibold text-red-ink" : "font-semibold text-ink-2"}>
          <span aria-hidden="true">{SIGNS[alarm.phase]} </span>
          {alarm.state}
          {alarm.isHeld && ", held"}
        </span>
        <span className="text-ink-3 tabular-nums">{alarm.since}</span>
      </div>
      <h3 className="font-semibold">{alarm.href ? <Link href={alarm.href}>{alarm.name}</Link> : alarm.name}</h3>
      <p className="deck">{alarm.measured}</p>
      {alarm.why && <p className="deck mt-1">{alarm.why}</p>}
      {alarm.factors.length > 0 && <Factors factors={alarm.factors} />}
      {alarm.basis && <p className="note mt-1">{alarm.basis}</p>}
      {alarm.answer && <p className="note mt-1">{alarm.answer}</p>}
      {mayAnswer && alarm.incidentId && <Answer alarm={alarm} incidentId={alarm.incidentId} />}
    </article>
  );
}

const SIGNS: Record<AlarmCard["phase"], string> = {
  inactive: "✓",
  pending: "△",
  firing: "▲",
  recovering: "▽",
  suspended: "⏸",
};

const HALF = 30;

/** How much each pushed the load, to the right what made it worse. */
function Factors({ factors }: { factors: AlarmCard["factors"] }) {
  const most = Math.max(...factors.map(({ log }) => Math.abs(log)), 0.01);
  return (
    <dl className="mt-1 grid grid-cols-[auto_60px_auto_1fr] items-baseline gap-x-2 text-[12px]">
      {factors.map(({ name, text, log, share, isClear }) => {
        const width = (Math.abs(log) / most) * HALF;
        return (
          <div key={name} className={`contents ${isClear ? "font-semibold" : "text-ink-2"}`}>
            <dt>{name}</dt>
            <dd>
              <svg aria-hidden="true" width={2 * HALF} height={12} viewBox={`0 0 ${2 * HALF} 12`} className="inline">
                <rect
                  {...{ x: log < 0 ? HALF - width : HALF, y: 3, width, height: 6 }}
                  fill={isClear ? "var(--ink)" : "var(--hair-2)"}
                />
                <path d={`M${HALF} 0v12`} stroke="var(--hair-2)" />
              </svg>
            </dd>
            <dd className="text-right tabular-nums">{share}</dd>
            <dd className="tabular-nums">{text}</dd>
          </div>
        );
      })}
    </dl>
  );
}

const MINUTES = [
  [15, "15 min"],
  [30, "30 min"],
  [60, "1 h"],
  [240, "4 h"],
] as const;

function Answer({ alarm, incidentId }: { alarm: AlarmCard; incidentId: string }) {
  const [outcome, send, isBusy] = useActionState<Outcome | null, FormData>(answerAlarm, null);
  const id = useId();
  const button = (command: string, name: string, look = "button quiet") => (
    <button
      type="submit"
      name="command"
      value={command}
      className={`${look} !h-8 px-3 max-sm:!h-11 max-sm:!px-2.5`}
      disabled={isBusy}
      aria-label={`${name}: ${alarm.name}`}
    >
      {name}
    </button>
  );
  return (
    <form action={send} className="mt-2">
      <input type="hidden" name="incident" value={incidentId} />
      <label className="label" htmlFor={id}>
        Note for the journal
      </label>
      <input id={id} name="note" maxLength={500} className="field !h-8 max-sm:!h-11" autoComplete="off" />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {alarm.isAcked ? button("unack", "Take back") : button("ack", "Acknowledge", "button")}
        {alarm.isCleared && button("resolve", "Resolve")}
        {button("snooze", "Snooze")}
        {button("silence", "Silence")}
        <label>
          <span className="sr">Snooze or silence for</span>
          <select name="minutes" defaultValue="30" className="field !h-8 w-auto max-sm:!h-11">
            {MINUTES.map(([minutes, name]) => (
              <option key={minutes} value={minutes}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p role="status" className={outcome?.problem ? "mt-2 text-red-ink" : "note mt-1"}>
        {outcome?.problem ?? outcome?.done}
      </p>
    </form>
  );
}
