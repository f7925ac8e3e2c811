"use client";

import { ChevronDown } from "lucide-react";
import { Popover } from "radix-ui";
import type { ReactNode } from "react";

type ChoiceProps = { name: string; value: string | null; align?: "start" | "end"; children: ReactNode };

/** A word of the filter bar, bold with its value once it is set, that opens its choices. */
export function Choice({ name, value, align = "start", children }: ChoiceProps) {
  return (
    <Popover.Root>
      <Popover.Trigger className="flex min-h-11 w-full items-center gap-1 text-left text-ink-2 hover:text-ink data-[state=open]:text-ink max-sm:border-b max-sm:border-hair sm:min-h-8 sm:w-auto">
        {name}
        {value && <b className="font-semibold text-ink">{value}</b>}
        <ChevronDown size={12} className="max-sm:ml-auto" aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align={align}
          sideOffset={4}
          className="popover-surface z-20 max-h-[70vh] w-72 overflow-y-auto p-3 text-[13px]"
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Parameters that a choice keeps; those it sets itself are left out. */
export function Kept({ kept, without }: { kept: [string, string][]; without: string[] }) {
  return kept
    .filter(([key]) => !without.includes(key))
    .map(([key, value]) => <input key={`${key} ${value}`} type="hidden" name={key} value={value} />);
}
