"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import type { QueueBoard, SlotColumn } from "#app/_queue.ts";
import { count, percent } from "#lib/format.ts";

const BARS_HEIGHT = 56;
const MIN_SHARE = 0.8;
const LONG_MINUTES = 15;

/** The open hours of the day by intervals: what was offered, how much of it was answered in time, who left, and the longest
 * wait. Each column opens its handoffs. */
export function DayStrip({ board }: { board: QueueBoard }) {
  const { slots, besides } = board;
  const box = useRef<HTMLDivElement>(null);
  const begun = slots.filter(({ numbers }) => numbers !== null).length;
  useEffect(() => {
    // On a phone the newest columns are the ones to see first.
    const newest = box.current?.querySelectorAll("[data-slot]")[Math.max(0, begun - 1)];
    if (box.current && newest instanceof HTMLElement) {
      box.current.scrollLeft = newest.offsetLeft - box.current.clientWidth + newest.offsetWidth * 4;
    }
  }, [begun]);
  const most = Math.max(1, ...slots.map(({ numbers }) => numbers?.offered ?? 0));
  return (
    <section className="section mt-6" aria-label="The day in 15-minute intervals">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2>The day in 15-minute intervals</h2>
        <span className="note sm:ml-auto">
          {slots.length === 0 ? "" : "Hatched: not final, some of it still waits. "}
          {besides && (
            <>
              Out of hours:{" "}
              <Link href={besides.href} className="link">
                {count(besides.n)}
              </Link>
            </>
          )}
        </span>
      </div>
      {slots.length === 0 ? (
        <p className="deck mt-2">No queue is open on this day.</p>
      ) : (
        <div ref={box} className="scrolls relative mt-2 overflow-x-auto">
          <table
            className="w-full table-fixed border-collapse text-[11px] tabular-nums"
            style={{ minWidth: slots.length * 24 + 76 }}
          >
            <caption className="sr">Handed over by 15-minute interval, and what became of them</caption>
            <thead>
              <tr>
                <th scope="col" className="w-[76px]">
                  <span className="sr">What is counted</span>
                </th>
                {slots.map(({ at, start, hour }) => (
                  <th key={at} scope="col" data-slot className="h-4 text-left font-normal text-ink-3">
                    <span className={hour ? "relative z-10 whitespace-nowrap" : "sr"}>{hour ?? start}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <Name>Offered</Name>
                {slots.map((slot) => (
                  <td
                    key={slot.at}
                    className="border-l border-transparent p-0 align-bottom [&:has([data-hour])]:border-hair"
                  >
                    <Bar slot={slot} most={most} />
                  </td>
                ))}
              </tr>
              {ROWS.map(({ name, textOf, isBad }) => (
                <tr key={name} className="border-t border-hair">
                  <Name>{name}</Name>
                  {slots.map((slot) => (
                    <td
                      key={slot.at}
                      className={`h-5 p-0 text-center ${isBad(slot) ? "font-semibold text-red-ink" : "text-ink-2"} ${slot.numbers?.isProvisional ? "italic" : ""}`}
                    >
                      {textOf(slot)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Name({ children }: { children: string }) {
  return (
    <th scope="row" className="sticky left-0 z-10 bg-paper pr-2 text-left font-normal whitespace-nowrap text-ink-2">
      {children}
    </th>
  );
}

type Numbers = NonNullable<SlotColumn["numbers"]>;
const minutesOf = ({ oldestSeconds }: Numbers): number | null =>
  oldestSeconds === null ? null : Math.floor(oldestSeconds / 60);

const ROWS = [
  {
    name: "In 5 min, %",
    textOf: ({ numbers }: SlotColumn) => (numbers?.level == null ? "" : Math.round(numbers.level * 100)),
    isBad: ({ numbers }: SlotColumn) => numbers?.level != null && numbers.level < MIN_SHARE && !numbers.isProvisional,
  },
  {
    name: "Left",
    textOf: ({ numbers }: SlotColumn) => numbers?.left ?? "",
    isBad: () => false,
  },
  {
    name: "Longest, min",
    textOf: ({ numbers }: SlotColumn) => (numbers && minutesOf(numbers)) ?? "",
    isBad: ({ numbers }: SlotColumn) => ((numbers && minutesOf(numbers)) ?? 0) >= LONG_MINUTES,
  },
  {
    name: "Answering",
    textOf: ({ numbers }: SlotColumn) => numbers?.people ?? "",
    isBad: () => false,
  },
];

function Bar({ slot: { start, hour, numbers }, most }: { slot: SlotColumn; most: number }) {
  if (!numbers) return <span className="block" data-hour={hour ?? undefined} style={{ height: BARS_HEIGHT }} />;
  const { offered, level, levelN, left, people, isProvisional, href } = numbers;
  const oldest = minutesOf(numbers);
  const text = [
    `${start}: ${count(offered)} offered`,
    level === null ? null : `${percent(level)} of ${levelN} within five minutes`,
    `${count(left)} left`,
    oldest === null ? "nobody waited" : `longest wait ${count(oldest)} min`,
    `${count(people)} answering`,
    isProvisional ? "not final" : null,
  ];
  return (
    <Link
      href={href}
      prefetch={false}
      data-hour={hour ?? undefined}
      title={text.filter((part) => part !== null).join(", ")}
      aria-label={text.filter((part) => part !== null).join(", ")}
      className="flex flex-col justify-end px-px hover:bg-sunken"
      style={{ height: BARS_HEIGHT }}
    >
      {offered > 0 && <span className="text-center text-[10px] leading-3 text-ink-3">{offered}</span>}
      <span
        className="block"
        style={{
          height: `${(offered / most) * (BARS_HEIGHT - 14)}px`,
          background: isProvisional
            ? "repeating-linear-gradient(135deg, var(--ho) 0 1.5px, transparent 1.5px 5px)"
            : "var(--ho)",
        }}
      />
    </Link>
  );
}
