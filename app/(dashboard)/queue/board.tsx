"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { isTyping } from "#app/_components/is-typing.ts";
import { Pieces } from "#app/_components/pieces.tsx";
import { type Heard, useLive, useSecondsSince } from "#app/_components/use-live.ts";
import type { QueueBoard } from "#app/_queue.ts";
import { AlarmPanel } from "./alarm-panel.tsx";
import { DayStrip } from "./day-strip.tsx";
import { LeftTable } from "./left-table.tsx";
import { useNotifications } from "./use-notifications.ts";
import { WaitingTable } from "./waiting-table.tsx";

type Props = {
  url: string;
  initial: QueueBoard;
  mayAnswer: boolean;
  /** The incident that a message led to. */
  askedFor: string | null;
  children: ReactNode;
};

/** The queue as it is, kept current by the stream; nothing here asks for the page again. */
export function Board({ url, initial, mayAnswer, askedFor, children }: Props) {
  const { value: board, heard, heardAt } = useLive(url, initial);
  const ahead = useSecondsSince(heardAt, board.isFrozen);
  const [wall, toggleWall] = useWall();
  const notify = useNotifications(board.alarms);
  return (
    <div ref={wall} className="wall">
      {board.stale && <Stale sentences={board.stale} />}
      <main className="page">
        <div className="flex flex-wrap items-baseline gap-x-4 text-[12px] text-ink-2">
          <b className="font-semibold text-ink">Queue</b>
          <span>{board.date}</span>
          {board.isToday && <span className="tabular-nums">{board.clock}</span>}
          <span>{board.zone}</span>
          <span className="no-print ml-auto flex items-center gap-4">
            <Hearing heard={heard} />
            {notify && (
              <button type="button" className="min-h-6" onClick={notify}>
                Notify me of alarms
              </button>
            )}
            <button type="button" className="hidden items-center gap-1 sm:flex" onClick={toggleWall}>
              Full screen <span className="key">F</span>
            </button>
          </span>
        </div>
        {board.isToday && (
          <h1 className="lead mt-2">
            <Pieces pieces={board.sentence} />
          </h1>
        )}
        {!board.isToday && <h1 className="lead mt-2">The queues of {board.date}</h1>}
        <p className="deck mt-1">
          {board.isToday && (
            <>
              <b className="font-semibold text-ink">
                {board.stale && "Then: "}
                {board.waitingCount} waiting.
              </b>{" "}
            </>
          )}
          {board.lately}
        </p>
        <DayStrip board={board} />
        <div className="grid12 mt-10">
          {board.isToday && (
            <div className="col-span-4 col-start-9 row-start-1">
              <AlarmPanel board={board} mayAnswer={mayAnswer} askedFor={askedFor} />
            </div>
          )}
          <div className="col-span-8 col-start-1 row-span-2 row-start-1">
            {board.isToday && (
              <WaitingTable
                rows={board.waiting}
                count={board.waitingCount}
                heldAt={board.stale && board.clock.slice(0, 5)}
                ahead={ahead}
              />
            )}
            <LeftTable rows={board.left} href={board.leftHref} isFirst={!board.isToday} />
          </div>
          <div className="col-span-4 col-start-9">{children}</div>
        </div>
        <p className="note mt-8 flex flex-wrap justify-between gap-x-6 border-t border-hair pt-3">
          <span>
            An interval owns a handoff by the time of the handoff, so one that is past can change until its waits are
            over.
          </span>
          <span>Updates by itself; times in {board.zone}</span>
        </p>
      </main>
    </div>
  );
}

const HEARD: Record<Heard, string> = {
  live: "Live",
  connecting: "Connecting",
  lost: "Not connected; trying again",
  "signed out": "Not connected; reload to sign in again",
};

function Hearing({ heard }: { heard: Heard }) {
  return (
    <span role="status" className="flex items-center gap-1.5">
      <span
        aria-hidden="true"
        className={`size-1.5 rounded-full ${heard === "live" ? "bg-ink" : "border border-ink-3"}`}
      />
      {HEARD[heard]}
    </span>
  );
}

function Stale({ sentences: [until, ...rest] }: { sentences: string[] }) {
  return (
    <p role="status" className="stale border-b border-hair-2 px-4 py-2 text-[12px] sm:px-12">
      <b className="font-semibold">{until}</b> {rest.join(" ")}{" "}
      <Link className="link" href="/sources">
        Sources
      </Link>
    </p>
  );
}

/** The board alone on the screen, for a wall: F brings it there and back. */
const useWall = (): [React.RefObject<HTMLDivElement | null>, () => void] => {
  const wall = useRef<HTMLDivElement>(null);
  const [toggle] = useState(() => () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void wall.current?.requestFullscreen();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "f" || event.metaKey || event.ctrlKey) return;
      if (isTyping(event)) return;
      toggle();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [toggle]);
  return [wall, toggle];
};
