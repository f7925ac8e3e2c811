"use client";

import { ChevronDown } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useIsNarrow } from "../use-is-narrow.ts";
import { Choice } from "./choice.tsx";
import { type FilterGroup, GroupMenu } from "./group-menu.tsx";
import { type CompareChoices, CompareMenu, type PeriodChoices, PeriodMenu } from "./period-menu.tsx";
import { type ViewChoices, ViewMenu } from "./view-menu.tsx";

type Props = {
  period: PeriodChoices & { value: string };
  /** Null on pages that compare nothing. */
  compare: (CompareChoices & { value: string }) | null;
  groups: FilterGroup[];
  views: ViewChoices;
  /** Parameters that a choice keeps, as pairs; those of the group that is being chosen are left out by it. */
  kept: [string, string][];
};

/** One line, the same on all pages: what is counted. Its state is the address, so a link is a view. On a phone the line
 * says it in words, and opens the choices below it until one is taken. */
export function FilterBar(props: Props) {
  const address = useSearchParams().toString();
  const isNarrow = useIsNarrow();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === address;
  const line = useRef<HTMLButtonElement>(null);
  // What was chosen is gone with its menu: whoever types goes on from the line that now says it.
  useEffect(() => {
    if (openAt !== null && openAt !== address) line.current?.focus();
  }, [openAt, address]);
  return (
    <div className="no-print border-b border-hair">
      <button
        ref={line}
        type="button"
        aria-expanded={isOpen}
        aria-controls="filters"
        onClick={() => setOpenAt(isOpen ? null : address)}
        className="flex h-11 w-full items-center gap-1 px-4 text-[12px] whitespace-nowrap sm:hidden"
      >
        <span className="flex-none text-ink-2">Filters:</span>
        <b className="truncate font-semibold">{summaryOf(props)}</b>
        <ChevronDown size={12} className="flex-none" aria-hidden="true" />
      </button>
      <div
        // Anew with the address where the line folds, so that no menu stays open beside its folded line.
        key={isNarrow ? address : "wide"}
        id="filters"
        className={`${isOpen ? "flex" : "hidden"} mx-auto max-w-[1440px] flex-col px-4 pb-2 text-[12px] sm:flex sm:min-h-10 sm:flex-row sm:items-center sm:gap-x-5 sm:overflow-x-auto sm:px-12 sm:pb-0 sm:whitespace-nowrap`}
      >
        <Choices {...props} />
      </div>
    </div>
  );
}

function Choices({ period, compare, groups, views, kept }: Props) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <>
      <Choice name="Period" value={period.value}>
        <PeriodMenu {...period} kept={kept} />
      </Choice>
      {compare && (
        <Choice name="Compare with" value={compare.value}>
          <CompareMenu {...compare} kept={kept} />
        </Choice>
      )}
      <span className="hidden h-4 w-px flex-none bg-hair-2 sm:block" aria-hidden="true" />
      {groups.map((group) => (
        <Choice key={group.key} name={group.name} value={chosenText(group)}>
          <GroupMenu group={group} kept={kept} />
        </Choice>
      ))}
      <span className="sm:ml-auto sm:pl-4">
        <Choice name="View" value={views.current} align="end">
          <ViewMenu {...views} />
        </Choice>
      </span>
      <button type="button" className="min-h-11 text-left text-ink-2 hover:text-ink sm:min-h-6" onClick={copy}>
        {isCopied ? "Link copied" : "Copy link"}
      </button>
    </>
  );
}

const chosenText = ({ chosen, options }: FilterGroup): string | null => {
  if (chosen.length === 0) return null;
  if (chosen.length > 1) return `${chosen.length} of ${Math.max(options.length, chosen.length)}`;
  return options.find(({ value }) => value === chosen[0])?.label ?? chosen[0] ?? null;
};

/** The period and what is chosen, such as "Week 46, 9–15 Nov 2026, Team Billing". */
const summaryOf = ({ period, groups }: Props): string => {
  const chosen = groups.flatMap((group) => {
    const text = chosenText(group);
    return text === null ? [] : [`${group.name} ${text}`];
  });
  return [period.value, ...(chosen.length > 0 ? chosen : ["everything"])].join(", ");
};
