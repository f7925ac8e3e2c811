"use client";

import { useState } from "react";
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

/** One line, the same on all pages: what is counted. Its state is the address, so a link is a view. */
export function FilterBar({ period, compare, groups, views, kept }: Props) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div className="no-print border-b border-hair">
      <div className="mx-auto flex min-h-10 max-w-[1440px] items-center gap-x-5 overflow-x-auto px-4 text-[12px] whitespace-nowrap sm:px-12">
        <Choice name="Period" value={period.value}>
          <PeriodMenu {...period} kept={kept} />
        </Choice>
        {compare && (
          <Choice name="Compare with" value={compare.value}>
            <CompareMenu {...compare} kept={kept} />
          </Choice>
        )}
        <span className="h-4 w-px flex-none bg-hair-2" aria-hidden="true" />
        {groups.map((group) => (
          <Choice key={group.key} name={group.name} value={chosenText(group)}>
            <GroupMenu group={group} kept={kept} />
          </Choice>
        ))}
        <span className="ml-auto pl-4">
          <Choice name="View" value={views.current} align="end">
            <ViewMenu {...views} />
          </Choice>
        </span>
        <button type="button" className="min-h-6 text-ink-2 hover:text-ink" onClick={copy}>
          {isCopied ? "Link copied" : "Copy link"}
        </button>
      </div>
    </div>
  );
}

const chosenText = ({ chosen, options }: FilterGroup): string | null => {
  if (chosen.length === 0) return null;
  if (chosen.length > 1) return `${chosen.length} of ${Math.max(options.length, chosen.length)}`;
  return options.find(({ value }) => value === chosen[0])?.label ?? chosen[0] ?? null;
};
