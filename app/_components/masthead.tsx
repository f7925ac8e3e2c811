"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { signOut } from "next-auth/react";
import { Popover } from "radix-ui";
import { useEffect, useRef } from "react";
import { FiringBadge } from "./firing-badge.tsx";
import { Mark } from "./mark.tsx";

type Props = {
  tabs: { href: string; name: string; group: string }[];
  workspace: string;
  isDemo: boolean;
  reader: { name: string; role: string };
  freshness: string;
  /** How many alarms fire. */
  firing: number;
};

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join("");

export function Masthead({ tabs, workspace, isDemo, reader, freshness, firing }: Props) {
  const path = usePathname();
  const pages = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which page is open changes with the path
  useEffect(() => {
    const strip = pages.current;
    const open = strip?.querySelector("[aria-current=page]");
    if (!strip || !open) return;
    // On a phone the page that is open may stand beyond the end of the strip.
    strip.scrollLeft += Math.max(0, open.getBoundingClientRect().right - strip.getBoundingClientRect().right);
  }, [path]);
  return (
    <header className="no-print border-b border-hair">
      <div className="mx-auto flex h-12 max-w-[1440px] items-center gap-4 px-4 sm:gap-6 sm:px-12">
        <Link href="/" className="flex items-center gap-2 text-[15px] font-semibold" aria-label="Seam, start page">
          <Mark />
          <span className="hidden sm:inline">Seam</span>
        </Link>
        <nav
          ref={pages}
          aria-label="Pages"
          className="scrolls flex h-full items-stretch gap-2.5 overflow-x-auto sm:gap-6"
        >
          {tabs.map(({ href, name, group }, i) => (
            <span key={href} className="flex items-stretch gap-2.5 sm:gap-6">
              {i > 0 && group !== tabs[i - 1]?.group && (
                <span className="my-4 w-px bg-hair-2 max-sm:hidden" aria-hidden="true" />
              )}
              <Link
                href={href}
                aria-current={path.startsWith(href) ? "page" : undefined}
                className="flex items-center border-b-2 border-transparent pt-0.5 text-ink-2 hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              >
                {name}
                {href === "/queue" && <FiringBadge initial={firing} />}
              </Link>
            </span>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-5 text-[12px] text-ink-2">
          <span className="hidden lg:inline">{freshness}</span>
          <span className="hidden md:inline">
            {workspace}
            {isDemo && <span className="text-ink-3"> · demo</span>}
          </span>
          <button
            type="button"
            className="hidden items-center gap-1.5 md:flex"
            onClick={() => window.dispatchEvent(new Event("seam:commands"))}
          >
            Go to <span className="key">⌘K</span>
          </button>
          <ReaderMenu reader={reader} />
        </div>
      </div>
    </header>
  );
}

/** Stays at the address that was typed, which the server does not know when it listens on all of them. */
const leave = async () => {
  await signOut({ redirect: false });
  window.location.assign("/sign-in");
};

function ReaderMenu({ reader }: { reader: Props["reader"] }) {
  return (
    <Popover.Root>
      <Popover.Trigger className="flex size-7 items-center justify-center rounded-full border border-hair-2 text-[11px] font-semibold text-ink">
        <span aria-hidden="true">{initials(reader.name)}</span>
        <span className="sr">{reader.name}, account</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content align="end" sideOffset={8} className="popover-surface z-20 w-56 p-3 text-[13px]">
          <p className="font-semibold">{reader.name}</p>
          <p className="note">{reader.role}</p>
          <button type="button" className="link mt-2 min-h-6" onClick={leave}>
            Sign out
          </button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
