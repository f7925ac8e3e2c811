import { ActionForm } from "#app/_components/action-form.tsx";
import type { Channel } from "#db/notification-channels.ts";
import { ALARM_LEVELS, type AlarmRule } from "#lib/alarms/rule.ts";
import { tellThese } from "./actions.ts";

/** Which channels each rule tells, by level. */
export function Recipients({ rules, channels }: { rules: AlarmRule[]; channels: Channel[] }) {
  if (channels.length === 0) return null;
  return (
    <section className="section mt-10" aria-labelledby="recipients-title">
      <h2 id="recipients-title">Who is told</h2>
      <p className="deck">At once, and further up when nobody has acknowledged.</p>
      <div className="grid lg:grid-cols-2 lg:gap-x-10">
        {rules.map((rule) => (
          <ActionForm
            key={rule.id}
            action={tellThese}
            submit="Save"
            name={`Save who is told of ${rule.name}`}
            look="quiet"
            className="border-b border-hair py-3"
          >
            <input type="hidden" name="rule" value={rule.id} />
            <input type="hidden" name="revision" value={rule.revision} />
            <h3 className="font-semibold">{rule.name}</h3>
            <div className="mt-1 mb-2 space-y-1">
              {ALARM_LEVELS.map((level) => (
                <fieldset key={level} className="flex flex-wrap items-center gap-x-4">
                  <legend className="note float-left w-[128px]">{whenOf(rule, level)}</legend>
                  {channels.map(({ id, name }) => (
                    <label key={id} className="flex min-h-6 items-center gap-1">
                      <input
                        type="checkbox"
                        name={`level ${level}`}
                        value={id}
                        defaultChecked={rule.recipients[level]?.includes(id)}
                      />
                      {name}
                    </label>
                  ))}
                </fieldset>
              ))}
            </div>
          </ActionForm>
        ))}
      </div>
    </section>
  );
}

const whenOf = ({ escalateMinutes: [first = 0, second = 0] }: AlarmRule, level: number): string =>
  level === 0 ? "at once" : `after ${level === 1 ? first : first + second} min`;
