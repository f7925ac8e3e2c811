"use client";

import { Dialog } from "radix-ui";
import { useEffect, useState } from "react";

/** Keys with a space between them, and what they do. */
type Key = readonly [string, string];

const ROWS: readonly Key[] = [
  ["↓ J", "to the next row"],
  ["↑ K", "to the row before"],
  ["↵", "open the row"],
  ["J K", "in an open handoff: the next, the one before"],
  ["/", "search"],
];

const EVERYWHERE: readonly Key[] = [
  ["⌘K", "go to a page, a view, a week"],
  ["?", "these keys"],
];

/** The keys of a list, opened by "?" or its button. */
export function ListKeys({ keys = ROWS }: { keys?: readonly Key[] }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "?") return;
      if (event.target instanceof HTMLElement && event.target.closest("input, textarea, select")) return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className="ml-1 inline-flex min-h-6 items-center gap-1 text-ink-2 hover:text-ink">
        <span className="key">?</span> all keys
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30" />
        <Dialog.Content
          aria-describedby={undefined}
          className="popover-surface fixed top-24 left-1/2 z-40 w-[min(360px,calc(100vw-32px))] -translate-x-1/2 p-4 text-[13px]"
        >
          <Dialog.Title className="mb-2 font-semibold">Keys of the list</Dialog.Title>
          <dl className="grid grid-cols-[64px_1fr] gap-y-1.5">
            {[...keys, ...EVERYWHERE].map(([key, does]) => (
              <div key={key} className="contents">
                <dt className="flex gap-1">
                  {key.split(" ").map((one) => (
                    <span key={one} className="key h-4 self-center">
                      {one}
                    </span>
                  ))}
                </dt>
                <dd className="text-ink-2">{does}</dd>
              </div>
            ))}
          </dl>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
