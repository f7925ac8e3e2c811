"use client";

import Form from "next/form";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Kept } from "./choice.tsx";

export type PeriodLink = { href: string; name: string; isCurrent: boolean };

type DaysProps = {
  /** Names of the two parameters. */
  names: readonly [string, string];
  /** First and last date now. */
  dates: readonly [string, string];
  without: string[];
  kept: [string, string][];
  submit: string;
};

/** Any two dates, both included. */
function Days({ names, dates, without, kept, submit }: DaysProps) {
  const path = usePathname();
  return (
    <Form action={path} className="mt-2 border-t border-hair pt-2">
      <Kept kept={kept} without={without} />
      <div className="flex gap-2">
        <label className="min-w-0 flex-1">
          <span className="label">From</span>
          <input type="date" name={names[0]} defaultValue={dates[0]} required className="field px-1" />
        </label>
        <label className="min-w-0 flex-1">
          <span className="label">To, included</span>
          <input type="date" name={names[1]} defaultValue={dates[1]} required className="field px-1" />
        </label>
      </div>
      <button type="submit" className="button quiet mt-2 w-full">
        {submit}
      </button>
    </Form>
  );
}

function Links({ name, links, inLine = false }: { name: string; links: PeriodLink[]; inLine?: boolean }) {
  return (
    <ul aria-label={name} className={inLine ? "flex flex-wrap gap-x-3 border-t border-hair pt-1 mt-1" : undefined}>
      {links.map(({ href, name: text, isCurrent }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={isCurrent ? "true" : undefined}
            className="block min-h-7 py-1 tabular-nums hover:bg-sunken aria-[current]:font-semibold"
          >
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}

export type PeriodChoices = {
  weeks: PeriodLink[];
  /** Several weeks, months, quarters: a line each. */
  longer: { name: string; links: PeriodLink[] }[];
  from: string;
  to: string;
};

export function PeriodMenu({ weeks, longer, from, to, kept }: PeriodChoices & { kept: [string, string][] }) {
  return (
    <>
      <Links name="Weeks" links={weeks} />
      {longer.map(({ name, links }) => (
        <Links key={name} name={name} links={links} inLine />
      ))}
      <Days
        names={["from", "to"]}
        dates={[from, to]}
        without={["week", "from", "to", "period"]}
        kept={kept}
        submit="Show these days"
      />
    </>
  );
}

export type CompareChoices = { relative: PeriodLink[]; weeks: PeriodLink[]; from: string; to: string };

export function CompareMenu({ relative, weeks, from, to, kept }: CompareChoices & { kept: [string, string][] }) {
  return (
    <>
      <Links name="Relative to the period" links={relative} />
      <Links name="Any week" links={weeks} inLine />
      <Days names={["vs", "vs"]} dates={[from, to]} without={["vs"]} kept={kept} submit="Compare with these days" />
    </>
  );
}
