"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

export type WalkProps = {
  position: string;
  back: { href: string; name: string };
  previous: string | null;
  next: string | null;
};

/** The way through a list while one of it is open: J and K, or the links. */
export function Walk({ position, back, previous, next }: WalkProps) {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [role=dialog]")) return;
      const href = { j: next, k: previous }[event.key.toLowerCase()];
      if (href) router.push(href);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [previous, next, router]);
  return (
    <nav aria-label="The list" className="flex flex-wrap items-baseline gap-x-3">
      <Link href={back.href} className="link inline-flex min-h-6 items-center">
        {back.name}
      </Link>
      <b className="font-semibold text-ink tabular-nums">{position}</b>
      {previous && <Step href={previous} name="Previous" of="K" />}
      {next && <Step href={next} name="Next" of="J" />}
    </nav>
  );
}

function Step({ href, name, of }: { href: string; name: string; of: string }) {
  return (
    <Link href={href} className="inline-flex min-h-6 items-center gap-1 text-ink-2 hover:text-ink">
      {name} <span className="key">{of}</span>
    </Link>
  );
}
