import { ActionForm } from "#app/_components/action-form.tsx";
import type { DeadLetter } from "#db/letters.ts";
import { alarmText } from "#lib/alarms/alarm-text.ts";
import { count, dateTime } from "#lib/format.ts";
import { sendAgain } from "./actions.ts";

type Props = { letters: DeadLetter[]; zone: string; days: number };

/** Messages that were given up, each with the reason. */
export function Letters({ letters, zone, days }: Props) {
  return (
    <section className="section mt-6" aria-labelledby="letters-title">
      <h2 id="letters-title">
        {count(letters.length)} {letters.length === 1 ? "message" : "messages"} could not be delivered
      </h2>
      <p className="deck">Of the last {days} days.</p>
      <ul>
        {letters.map((letter) => (
          <li key={letter.id} className="border-b border-hair py-2">
            <p>{letter.isTest ? "A test" : alarmText(letter.payload, { zone, publicUrl: "" }).title}</p>
            <p className="text-red-ink">
              {letter.channel}: {letter.sentence}
            </p>
            <div className="flex flex-wrap items-baseline gap-x-4">
              <span className="note">
                Given up {dateTime(letter.deadAt, zone)} after {count(letter.attempts)}{" "}
                {letter.attempts === 1 ? "attempt" : "attempts"}.
              </span>
              {letter.isOvertaken ? (
                <span className="note">A later message has gone out since.</span>
              ) : (
                <ActionForm action={sendAgain} submit="Try again" look="link">
                  <input type="hidden" name="id" value={letter.id} />
                </ActionForm>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
