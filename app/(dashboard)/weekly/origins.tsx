import Link from "next/link";
import { type Column, FoldingTable, None } from "#app/_components/folding-table.tsx";
import { db } from "#app/_db.ts";
import { hrefOf } from "#app/_filters.ts";
import { originsOf } from "#db/metrics/weekly.ts";
import { INITIATORS, TRIGGER_FAMILIES } from "#lib/conversation/assessed.ts";
import type { Filters } from "#lib/filters.ts";
import { count, label, percent } from "#lib/format.ts";
import { originTitle } from "#lib/sentences/origins.ts";

const NAMES: Record<string, string> = {
  customer: "The customer",
  ai: "The AI",
  rule: "A rule",
  human_takeover: "A person stepped in",
  operational: "Operations",
};

const FAMILIES: Record<string, string> = { customer: "Who it is", customer_request: "Request", unknown: "Not said" };

/** Who handed over and why, of all handoff episodes of the period: the cells add up to all of them. */
export async function Origins({ filters }: { filters: Filters }) {
  const cells = await originsOf(db(), filters);
  const of = (initiator: string, family: string) =>
    cells.find(({ values }) => values.initiator === initiator && values.family === family)?.part ?? 0;
  const total = cells.reduce((sum, { part }) => sum + part, 0);
  const sum = (initiators: readonly string[], families: readonly string[]) =>
    initiators.reduce((all, initiator) => all + families.reduce((some, one) => some + of(initiator, one), 0), 0);
  const families = TRIGGER_FAMILIES.filter((family) => sum(INITIATORS, [family]) > 0);
  const href = (more: Record<string, string>) =>
    hrefOf("/handoffs", filters, { metric: "escalationRate", only: "part", ...more });
  const share = (n: number, more: Record<string, string>) =>
    n === 0 ? (
      <None key={JSON.stringify(more)} />
    ) : (
      <Share key={JSON.stringify(more)} {...{ n, total }} href={href(more)} />
    );
  const rows = INITIATORS.filter((initiator) => sum([initiator], TRIGGER_FAMILIES) > 0).map((initiator) => ({
    key: initiator,
    cells: [
      NAMES[initiator] ?? label(initiator),
      ...families.map((family) => share(of(initiator, family), { initiator, family })),
      share(sum([initiator], families), { initiator }),
    ],
  }));
  const all = {
    key: "all",
    cells: ["All", ...families.map((family) => share(sum(INITIATORS, [family]), { family })), percent(1)],
  };
  return (
    <section className="section">
      <h2>{originTitle(INITIATORS.map((initiator) => ({ initiator, n: sum([initiator], TRIGGER_FAMILIES) })))}</h2>
      <p className="deck">Of {count(total)} handoff episodes that started in the period, by the first handoff</p>
      {total === 0 ? (
        <p className="deck mt-4">Nobody was handed over with these filters.</p>
      ) : (
        <FoldingTable columns={columnsOf(families)} rows={[...rows, all]} isSlim />
      )}
    </section>
  );
}

const columnsOf = (families: string[]): Column[] => [
  { name: "Handed over by" },
  ...families.map((family) => ({ name: FAMILIES[family] ?? label(family), isNumber: true })),
  { name: "All", isNumber: true, className: "font-semibold" },
];

function Share({ n, total, href }: { n: number; total: number; href: string }) {
  return (
    <Link href={href} title={`n ${n}`}>
      {percent(n / total, 1)}
    </Link>
  );
}
