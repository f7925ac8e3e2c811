"use client";

import { Popover } from "radix-ui";

export type DefinitionText = {
  label: string;
  says: string;
  part: string;
  whole: string;
  cohort: string;
  final: string;
  nullMeans: string;
  version: number;
};

/** A metric's name that opens what it means. */
export function Definition({ label, says, part, whole, cohort, final, nullMeans, version }: DefinitionText) {
  const rows = [
    ["Counted", part],
    ["Of", whole],
    ["Belongs to", cohort],
    ["Final", final],
    ["No value", nullMeans],
  ];
  return (
    <Popover.Root>
      <Popover.Trigger className="min-h-6 text-left font-semibold decoration-hair-2 decoration-dotted underline-offset-4 hover:underline">
        {label}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={16}
          className="popover-surface z-20 w-[min(380px,calc(100vw-32px))] p-4 text-[13px] leading-5"
        >
          <p className="font-semibold">{label}</p>
          <p className="mt-1">{says}</p>
          <dl className="mt-3 grid grid-cols-[72px_1fr] gap-x-3 gap-y-1.5 text-[12px] leading-4">
            {rows.map(([name, text]) => (
              <div key={name} className="contents">
                <dt className="text-ink-3">{name}</dt>
                <dd className="text-ink-2">{text}</dd>
              </div>
            ))}
          </dl>
          <p className="note mt-3">Definition version {version}. Intervals are 95 %.</p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
