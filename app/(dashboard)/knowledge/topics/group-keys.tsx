"use client";

import { useEffect } from "react";
import { isTyping } from "#app/_components/is-typing.ts";

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** J and K go through the groups that wait, N writes the name of one. */
export function GroupKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.metaKey || event.ctrlKey || event.altKey) return;
      const groups = [...document.querySelectorAll<HTMLElement>("[data-group]")];
      const at = groups.findIndex((group) => group.contains(document.activeElement));
      const step = STEPS[event.key];
      const next = step === undefined ? null : groups[at + step];
      const field = event.key === "n" ? groups[at]?.querySelector("input[name=name]") : null;
      const target = next ?? field;
      if (!(target instanceof HTMLElement)) return;
      event.preventDefault();
      target.focus();
      target.scrollIntoView({ block: "nearest" });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <p className="note mt-1 max-sm:hidden">
      <span className="key">J</span> <span className="key">K</span> move, <span className="key">N</span> name
    </p>
  );
}
