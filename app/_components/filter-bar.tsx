"use client";

import { ChevronDown } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Popover } from "radix-ui";
import { type ReactNode, useState } from "react";

export type FilterGroup = {
  key: string;
  name: string;
  options: { value: string; label: string; n: string }[];
  chosen: string[];
};

type Props = {
  period: string;
  compare: string | null;
  weeks: { href: string; name: string; isCurrent: boolean }[];
  /** First and last date of the period. */
  from: string;
  to: string;
  groups: FilterGroup[];
  /** Parameters that a choice keeps, as pairs; those of the group that is being chosen are left out by it. */
  kept: [string, string][];
};

/** One line, the same on all pages: what is counted. Its state is the address, so a link is a view. */
export function FilterBar({ period, compare, weeks, from, to, groups, kept }: Props) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div className="no-print border-b border-hair">
      <div className="mx-auto flex min-h-10 max-w-[1440px] items-center gap-x-5 overflow-x-auto px-4 text-[12px] whitespace-nowrap sm:px-12">
        <Choice name="Period" value={period}>
          <PeriodMenu weeks={weeks} from={from} to={to} kept={kept} />
        </Choice>
        {compare && (
          <span className="text-ink-3">
            Compare with <b className="font-semibold text-ink">{compare}</b>
          </span>
        )}
        <span className="h-4 w-px flex-none bg-hair-2" aria-hidden="true" />
        {groups.map((group) => (
          <Choice key={group.key} name={group.name} value={chosenText(group)}>
            <GroupMenu group={group} kept={kept} />
          </Choice>
        ))}
        <button type="button" className="ml-auto min-h-6 pl-4 text-ink-2 hover:text-ink" onClick={copy}>
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

function Choice({ name, value, children }: { name: string; value: string | null; children: ReactNode }) {
  return (
    <Popover.Root>
      <Popover.Trigger className="flex min-h-8 items-center gap-1 text-ink-2 hover:text-ink data-[state=open]:text-ink">
        {name}
        {value && <b className="font-semibold text-ink">{value}</b>}
        <ChevronDown size={12} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          className="popover-surface z-20 max-h-[70vh] w-72 overflow-y-auto p-3 text-[13px]"
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Kept({ kept, without }: { kept: [string, string][]; without: string[] }) {
  return kept
    .filter(([key]) => !without.includes(key))
    .map(([key, value]) => <input key={`${key} ${value}`} type="hidden" name={key} value={value} />);
}

function PeriodMenu({ weeks, from, to, kept }: Pick<Props, "weeks" | "from" | "to" | "kept">) {
  const path = usePathname();
  return (
    <>
      <ul>
        {weeks.map(({ href, name, isCurrent }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isCurrent ? "true" : undefined}
              className="block min-h-7 py-1 tabular-nums hover:bg-sunken aria-[current]:font-semibold"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <Form action={path} className="mt-2 border-t border-hair pt-2">
        <Kept kept={kept} without={["week", "from", "to"]} />
        <div className="flex gap-2">
          <label className="min-w-0 flex-1">
            <span className="label">From</span>
            <input type="date" name="from" defaultValue={from} required className="field px-1" />
          </label>
          <label className="min-w-0 flex-1">
            <span className="label">To, included</span>
            <input type="date" name="to" defaultValue={to} required className="field px-1" />
          </label>
        </div>
        <button type="submit" className="button quiet mt-2 w-full">
          Show these days
        </button>
      </Form>
    </>
  );
}

function GroupMenu({ group, kept }: { group: FilterGroup; kept: [string, string][] }) {
  const path = usePathname();
  const [words, setWords] = useState("");
  const shown = group.options.filter(({ label }) => label.toLowerCase().includes(words.toLowerCase()));
  const isHidden = (value: string) => !shown.some((option) => option.value === value);
  return (
    <Form action={path} key={group.chosen.join()}>
      <Kept kept={kept} without={[group.key]} />
      {group.options.length > 8 && (
        <input
          aria-label={`Search ${group.name}`}
          placeholder="Search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="field mb-2"
        />
      )}
      {group.options.map(({ value, label, n }) => (
        <label key={value} className="flex min-h-7 items-center gap-2" hidden={isHidden(value)}>
          <input type="checkbox" name={group.key} value={value} defaultChecked={group.chosen.includes(value)} />
          <span className="truncate">{label}</span>
          <span className="ml-auto text-ink-3 tabular-nums">{n}</span>
        </label>
      ))}
      {group.options.length === 0 && <p className="text-ink-3">No conversation in this period.</p>}
      <button type="submit" className="button mt-2 w-full">
        Apply
      </button>
    </Form>
  );
}
