"use client";

import Link from "next/link";
import { Popover } from "radix-ui";
import { type DefinitionText, definitionRows } from "./definition-text.ts";

/** A metric's name that opens what it means. */
export function Definition(text: DefinitionText) {
  const { metric, label, says, version, since } = text;
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
            {definitionRows(text).map(([name, words]) => (
              <div key={name} className="contents">
                <dt className="text-ink-3">{name}</dt>
                <dd className="text-ink-2">{words}</dd>
              </div>
            ))}
          </dl>
          <p className="note mt-3">
            Definition version {version}
            {since && `, since ${since}`}.{" "}
            <Link className="link" href={`/weekly/definitions#${metric}`}>
              All definitions
            </Link>
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
