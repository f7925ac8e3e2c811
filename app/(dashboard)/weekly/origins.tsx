import Link from "next/link";
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
  const columns = TRIGGER_FAMILIES.filter((family) => sum(INITIATORS, [family]) > 0);
  const rows = INITIATORS.filter((initiator) => sum([initiator], TRIGGER_FAMILIES) > 0);
  const href = (more: Record<string, string>) =>
    hrefOf("/handoffs", filters, { metric: "escalationRate", only: "part", ...more });
  return (
    <section className="section">
      <h2>{originTitle(INITIATORS.map((initiator) => ({ initiator, n: sum([initiator], TRIGGER_FAMILIES) })))}</h2>
      <p className="deck">Of {count(total)} handoff episodes that started in the period, by the first handoff</p>
      {total === 0 ? (
        <p className="deck mt-4">Nobody was handed over with these filters.</p>
      ) : (
        <div className="mt-2 overflow-x-auto">
          <table className="table [&_:is(th,td)]:!pr-2 [&_th]:!whitespace-normal">
            <thead>
              <tr>
                <th scope="col">Handed over by</th>
                {columns.map((family) => (
                  <th key={family} scope="col" className="number">
                    {FAMILIES[family] ?? label(family)}
                  </th>
                ))}
                <th scope="col" className="number">
                  All
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((initiator) => (
                <tr key={initiator}>
                  <th scope="row" className="!text-[13px] !text-ink">
                    {NAMES[initiator] ?? label(initiator)}
                  </th>
                  {columns.map((family) => (
                    <td key={family} className="number">
                      <Share n={of(initiator, family)} total={total} href={href({ initiator, family })} />
                    </td>
                  ))}
                  <td className="number font-semibold">
                    <Share n={sum([initiator], columns)} total={total} href={href({ initiator })} />
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row" className="!text-[13px] !text-ink">
                  All
                </th>
                {columns.map((family) => (
                  <td key={family} className="number font-semibold">
                    <Share n={sum(INITIATORS, [family])} total={total} href={href({ family })} />
                  </td>
                ))}
                <td className="number font-semibold">{percent(1)}</td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Share({ n, total, href }: { n: number; total: number; href: string }) {
  if (n === 0) return <span className="text-ink-3">–</span>;
  return (
    <Link href={href} title={`n ${n}`}>
      {percent(n / total, 1)}
    </Link>
  );
}
