"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState, useTransition } from "react";
import type { GapSeen } from "#db/knowledge/gaps.ts";
import type { GapStatus } from "#lib/topics/board/gap.ts";
import { move, moveBack } from "./actions.ts";

export type Card = {
  id: number;
  revision: number;
  status: GapStatus;
  name: string;
  href: string;
  isOpen: boolean;
  hours: number;
  lines: string[];
  isLate: boolean;
};

type Props = { columns: { status: GapStatus; name: string; cards: Card[] }[]; mayMove: boolean };

/** Where a key moves a card without asking; what needs a day or a reason opens the topic instead. */
const RIGHT: Partial<Record<GapStatus, "take">> = { new: "take" };
const LEFT: Partial<Record<GapStatus, "give_back" | "unpublish" | "reopen">> = {
  owned: "give_back",
  published: "unpublish",
  measuring: "unpublish",
  closed: "reopen",
};

const SAID = { take: "Taken", give_back: "Given back", unpublish: "Not published after all", reopen: "Reopened" };

const cardsOf = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-card]")];

/** The columns of the board. */
export function Cards({ columns, mayMove }: Props) {
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const [told, setTold] = useState<{ text: string; back: GapSeen | null } | null>(null);
  const moved = useRef<number | null>(null);
  // A card that went to another column is another element: whoever moves it by keys goes on from where it now is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the columns have changed, and not before
  useEffect(() => {
    if (moved.current === null) return;
    document.querySelector<HTMLElement>(`[data-card="${moved.current}"]`)?.focus();
    moved.current = null;
  }, [columns]);
  const step = (by: number) => {
    const all = cardsOf();
    all[all.indexOf(document.activeElement as HTMLElement) + by]?.focus();
  };
  const moveCard = (card: Card, is: keyof typeof SAID | undefined) => {
    if (!is) return router.push(card.href);
    start(async () => {
      const { problem, back } = await move(card.id, card.revision, is);
      if (!problem) moved.current = card.id;
      setTold(problem ? { text: problem, back: null } : { text: `${SAID[is]}: ${card.name}.`, back: back ?? null });
    });
  };
  const onKey = (event: KeyboardEvent, card: Card) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (!keyDone(event.key, card)) return;
    event.preventDefault();
  };
  const keyDone = (key: string, card: Card): boolean => {
    if (key === "ArrowDown" || key === "ArrowUp") step(key === "ArrowDown" ? 1 : -1);
    else if (mayMove && !isBusy && (key === "ArrowRight" || key === "ArrowLeft")) {
      moveCard(card, (key === "ArrowRight" ? RIGHT : LEFT)[card.status]);
    } else return false;
    return true;
  };
  const takeBack = (back: GapSeen) =>
    start(async () => {
      const { problem } = await moveBack(back.topicId, back.seen);
      setTold({ text: problem ?? "Taken back.", back: null });
    });
  return (
    <>
      <div role="status" className="min-h-6 pt-1 text-[12px]">
        {told && (
          <span className="flex gap-x-3">
            {told.text}
            {told.back && (
              <button
                type="button"
                className="link min-h-6"
                disabled={isBusy}
                onClick={() => told.back && takeBack(told.back)}
              >
                Undo
              </button>
            )}
          </span>
        )}
      </div>
      <div className="grid gap-x-6 gap-y-6 md:grid-cols-5">
        {columns.map(({ status, name, cards }) => (
          <section key={status} aria-label={name} className="min-w-0">
            <h3 className="flex justify-between border-b border-hair-2 pb-1 font-semibold">
              {name} <span className="font-normal text-ink-3 tabular-nums">{cards.length}</span>
            </h3>
            <ul>
              {cards.map((card) => (
                <li key={card.id} className={`border-b border-hair ${card.isOpen ? "bg-sunken" : ""}`}>
                  <Link
                    href={card.href}
                    data-card={card.id}
                    className="block py-2"
                    onKeyDown={(event) => onKey(event, card)}
                  >
                    <b className="font-semibold">{card.name}</b>
                    {card.lines.map((line) => (
                      <span
                        key={line}
                        className={`block text-[12px] leading-4 ${card.isLate && line.startsWith("was due") ? "font-semibold text-ink" : "text-ink-2"}`}
                      >
                        {line}
                      </span>
                    ))}
                  </Link>
                </li>
              ))}
              {cards.length === 0 && <li className="note py-2">none</li>}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
