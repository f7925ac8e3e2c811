"use client";

import { useEffect } from "react";

const NOTE = ".finding-note";

/** F goes to the next finding that nobody judged yet, Y confirms and N dismisses the one that has the focus. */
export function FindingKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [role=dialog]")) return;
      const key = event.key.toLowerCase();
      if (key === "f") focusNext();
      if (key === "y" || key === "n") {
        document.activeElement?.closest(NOTE)?.querySelector<HTMLButtonElement>(`[data-key=${key}]`)?.click();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <p className="no-print flex gap-x-3">
      {["F next finding", "Y confirm", "N dismiss"].map((text) => (
        <span key={text}>
          <span className="key">{text.slice(0, 1)}</span>
          {text.slice(1)}
        </span>
      ))}
    </p>
  );
}

const focusNext = (): void => {
  const notes = [...document.querySelectorAll<HTMLElement>(`${NOTE}[data-judged=open]`)].filter(
    (note) => note.offsetParent !== null,
  );
  const now = document.activeElement?.closest(NOTE) ?? null;
  const all = [...document.querySelectorAll(NOTE)];
  const next = notes.find((note) => now === null || all.indexOf(note) > all.indexOf(now)) ?? notes[0];
  next?.focus();
  next?.scrollIntoView({ block: "center" });
};
