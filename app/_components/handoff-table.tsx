// biome-ignore-all lint/a11y/noRedundantRoles: some browsers forget what a table is once its rows are blocks
"use client";

import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import Link from "next/link";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { Popover } from "radix-ui";
import { Fragment, useEffect, useOptimistic, useRef, useState, useTransition } from "react";
import { isTyping } from "./is-typing.ts";
import { LegBar, type Legs } from "./leg-bar.tsx";

/** One line, in words ready for eyes. */
export type HandoffRow = {
  id: string;
  href: string;
  at: string;
  customer: string;
  tier: string;
  topic: string;
  why: string;
  legs: Legs | null;
  wait: string;
  /** Null = not known. */
  findings: { text: string; isWrong: boolean }[] | null;
  outcome: string;
  rating: string;
  team: string;
  channel: string;
  language: string;
  source: string;
};

export type SortLinks = Partial<Record<string, { href: string; is: "asc" | "desc" | null }>>;

const features = tableFeatures({ columnVisibilityFeature });
const helper = createColumnHelper<typeof features, HandoffRow>();
const columns = helper.columns([
  helper.accessor("at", { header: "Date" }),
  helper.accessor("customer", {
    header: "Customer",
    cell: ({ row }) => (
      <>
        <Link href={row.original.href} className="font-semibold">
          {row.original.customer}
        </Link>{" "}
        <span className="text-ink-3">{row.original.tier}</span>
      </>
    ),
  }),
  helper.accessor("topic", { header: "Topic" }),
  helper.accessor("why", { header: "Why" }),
  helper.accessor("legs", {
    header: "AI leg ◆ queue, agent",
    cell: ({ getValue }) => {
      const legs = getValue();
      return legs ? <LegBar legs={legs} /> : <span className="text-ink-3">–</span>;
    },
  }),
  helper.accessor("wait", { header: "Wait" }),
  helper.accessor("findings", { header: "Findings", cell: ({ getValue }) => <Notes notes={getValue()} /> }),
  helper.accessor("outcome", { header: "What became of it" }),
  helper.accessor("rating", { header: "Rating" }),
  helper.accessor("team", { header: "Team" }),
  helper.accessor("channel", { header: "Channel" }),
  helper.accessor("language", { header: "Language" }),
  helper.accessor("source", { header: "Source" }),
]);

function Notes({ notes }: { notes: HandoffRow["findings"] }) {
  if (notes === null || notes.length === 0) return <span className="text-ink-3">{notes ? "none" : "–"}</span>;
  return (
    <span className="text-[12px] leading-5 @min-[800px]:block @min-[800px]:w-[184px] @min-[800px]:whitespace-normal">
      {notes.map(({ text, isWrong }, i) => (
        <Fragment key={text}>
          {i > 0 && <span className="text-ink-3"> · </span>}
          {isWrong ? (
            <mark className="finding whitespace-nowrap">{text}</mark>
          ) : (
            <span className="text-ink-2">{text}</span>
          )}
        </Fragment>
      ))}
    </span>
  );
}

const NUMBERS = new Set(["wait", "rating"]);
/** Understood without their column's name, where a row is a block. */
const PLAIN = new Set(["at", "customer", "topic", "legs"]);

type Props = {
  rows: HandoffRow[];
  sorts: SortLinks;
  /** Columns that the address hides. */
  hidden: string[];
};

export function HandoffTable({ rows, sorts, hidden: asked }: Props) {
  const router = useRouter();
  const [current, setCurrent] = useState(-1);
  const body = useRef<HTMLTableSectionElement>(null);
  const [hidden, toggle] = useHidden(asked);
  const columnVisibility = Object.fromEntries(hidden.map((id) => [id, false]));
  const table = useTable({ features, columns, data: rows, state: { columnVisibility } });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
      if (step) {
        event.preventDefault();
        setCurrent((at) => Math.max(0, Math.min(rows.length - 1, at + step)));
      } else if (event.key === "Enter" && rows[current]) router.push(rows[current].href);
      else if (event.key === "/") {
        event.preventDefault();
        document.getElementById("handoff-search")?.focus();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [rows, current, router]);
  useEffect(() => {
    // What it returns must not be taken for the effect's clean-up: newer browsers return a promise.
    body.current?.children[current]?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <>
      <div className="no-print flex justify-end">
        <Columns
          all={table.getAllLeafColumns().map((column) => ({
            id: column.id,
            name: String(column.columnDef.header),
            isShown: column.getIsVisible(),
          }))}
          toggle={toggle}
        />
      </div>
      <div className="@container overflow-x-auto">
        <table role="table" className="table folding @min-[800px]:min-w-[960px]">
          <thead role="rowgroup">
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id} role="row">
                {group.headers.map((header) => (
                  <th
                    key={header.id}
                    role="columnheader"
                    scope="col"
                    className={NUMBERS.has(header.column.id) ? "number" : undefined}
                    aria-sort={ariaSort(sorts[header.column.id]?.is)}
                  >
                    <Heading name={String(header.column.columnDef.header)} sort={sorts[header.column.id]} />
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody ref={body} role="rowgroup">
            {table.getRowModel().rows.map((row, i) => (
              <tr
                key={row.original.id}
                role="row"
                className={i === current ? "bg-sunken shadow-[inset_2px_0_0_var(--ink)]" : "hover:bg-sunken"}
                onClick={() => router.push(row.original.href)}
              >
                {row.getVisibleCells().map((cell) => (
                  <td
                    key={cell.id}
                    role="cell"
                    data-column={PLAIN.has(cell.column.id) ? undefined : String(cell.column.columnDef.header)}
                    className={`@min-[800px]:whitespace-nowrap ${NUMBERS.has(cell.column.id) ? "number font-semibold" : ""}`}
                  >
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const ariaSort = (is: "asc" | "desc" | null | undefined) => {
  if (is === "asc") return "ascending";
  return is === "desc" ? "descending" : undefined;
};

function Heading({ name, sort }: { name: string; sort: SortLinks[string] }) {
  if (!sort) return <span className="inline-flex min-h-6 items-center">{name}</span>;
  return (
    <Link
      href={sort.href}
      className={`inline-flex min-h-6 items-center ${sort.is ? "font-semibold text-ink" : "hover:text-ink"}`}
    >
      {name}
      {sort.is && (sort.is === "desc" ? " ↓" : " ↑")}
    </Link>
  );
}

/** The hidden columns, kept in the address: a link has them, and so has a named view. */
const useHidden = (asked: string[]) => {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const [, start] = useTransition();
  const [hidden, expect] = useOptimistic(asked);
  const toggle = (id: string) =>
    start(() => {
      const next = hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id];
      const address = new URLSearchParams(params);
      address.set("hide", next.join(",") || "none");
      expect(next);
      router.replace(`${path}?${address}`, { scroll: false });
    });
  return [hidden, toggle] as const;
};

type ColumnsProps = { all: { id: string; name: string; isShown: boolean }[]; toggle: (id: string) => void };

function Columns({ all, toggle }: ColumnsProps) {
  return (
    <Popover.Root>
      <Popover.Trigger className="min-h-6 text-[12px] text-ink-2 hover:text-ink">
        Columns {all.filter(({ isShown }) => isShown).length} of {all.length}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content align="end" sideOffset={4} className="popover-surface z-20 w-56 p-3 text-[13px]">
          {all.map(({ id, name, isShown }) => (
            <label key={id} className="flex min-h-7 items-center gap-2">
              <input type="checkbox" checked={isShown} onChange={() => toggle(id)} />
              {name}
            </label>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
