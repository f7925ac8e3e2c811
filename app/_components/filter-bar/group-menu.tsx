"use client";

import Form from "next/form";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Kept } from "./choice.tsx";

export type FilterGroup = {
  key: string;
  name: string;
  options: { value: string; label: string; n: string }[];
  chosen: string[];
};

export function GroupMenu({ group, kept }: { group: FilterGroup; kept: [string, string][] }) {
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
