"use client";

import Link from "next/link";
import { Popover } from "radix-ui";
import { Choice } from "#app/_components/filter-bar/choice.tsx";

export type NarrowGroup = { name: string; choices: { name: string; href: string; isOn: boolean }[] };

/** What was found at a handoff, to have only those in the list; what is chosen is taken back by choosing it again. */
export function NarrowMenu({ groups }: { groups: NarrowGroup[] }) {
  const chosen = groups.flatMap(({ choices }) => choices.filter(({ isOn }) => isOn).map(({ name }) => name));
  return (
    <Choice name="Found" value={chosen.length === 0 ? null : chosen.join(", ")}>
      {groups.map(({ name, choices }) => (
        <div key={name} className="mb-3 last:mb-0">
          <p className="note">{name}</p>
          <ul>
            {choices.map((choice) => (
              <li key={choice.name}>
                <Popover.Close asChild>
                  <Link
                    href={choice.href}
                    aria-current={choice.isOn ? "true" : undefined}
                    className="flex min-h-7 items-center text-ink-2 hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
                  >
                    {choice.name}
                  </Link>
                </Popover.Close>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Choice>
  );
}
