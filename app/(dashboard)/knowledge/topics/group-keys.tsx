"use client";

import { useEffect } from "react";
import { isTyping } from "#app/_components/is-typing.ts";
import { ListKeys } from "#app/_components/list-keys.tsx";

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const FIELDS: Record<string, string> = { n: "[name=name]", s: "[name=topicId]" };

const KEYS = [
  ["↓ J", "to the next group"],
  ["↑ K", "to the group before"],
  ["N", "write its name"],
  ["S", "choose the topic that it belongs to"],
  ["Esc", "from a field back to its group"],
] as const;

const groupsNow = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-group]")];

/** Where a key leads from where the focus is; null = nowhere. */
const targetOf = (event: KeyboardEvent): HTMLElement | null => {
  const groups = groupsNow();
  const at = groups.findIndex((group) => group.contains(document.activeElement));
  if (isTyping(event)) return (event.key === "Escape" && groups[at]) || null;
  const step = STEPS[event.key];
  if (step !== undefined) return groups[at + step] ?? null;
  const field = FIELDS[event.key];
  return (field !== undefined && groups[at]?.querySelector<HTMLElement>(field)) || null;
};

/** J and K go through the groups that wait; N names one, S sorts it. */
export function GroupKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      const target = targetOf(event);
      if (!target) return;
      event.preventDefault();
      target.focus();
      target.scrollIntoView({ block: "nearest" });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <p className="note mt-1 max-sm:hidden">
      <span className="key">J</span> <span className="key">K</span> move, <span className="key">N</span> name{" "}
      <ListKeys keys={KEYS} />
    </p>
  );
}
