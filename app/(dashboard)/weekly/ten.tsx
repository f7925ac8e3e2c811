import Link from "next/link";
import { LegBar } from "#app/_components/leg-bar.tsx";
import { legsFrom } from "#app/_legs.ts";
import { tenHref, tenOf } from "#app/_walk.ts";
import type { Filters } from "#lib/filters.ts";
import { happenedText, reasonText } from "#lib/reading/ten.ts";

/** Ten handoffs that teach something, each with its reason. */
export async function Ten({ filters }: { filters: Filters }) {
  const ten = await tenOf(filters);
  const [newest] = ten;
  return (
    <section className="section">
      <div className="flex items-baseline justify-between gap-x-4">
        <h2>{ten.length === 10 ? "Ten handoffs to read" : "Handoffs to read"}</h2>
        {newest && (
          <Link
            href={tenHref(newest.conversationId, 1, filters)}
            className="no-print link min-h-6 flex-none text-[12px]"
          >
            Open all, <span className="key">J</span> / <span className="key">K</span>
          </Link>
        )}
      </div>
      <p className="deck">
        {newest
          ? "Chosen for the reason printed under each: one a customer, no more than three of a kind"
          : "Nobody was handed over in this period with these filters in a way that stands out."}
      </p>
      <ol className="two-columns mt-2 border-t border-hair">
        {ten.map((one, i) => (
          <li key={one.conversationId} className="grid grid-cols-[20px_1fr_auto] gap-x-2 border-b border-hair py-1">
            <span className="text-[12px] text-ink-3 tabular-nums">{i + 1}</span>
            <span className="min-w-0">
              <Link href={tenHref(one.conversationId, i + 1, filters)} className="block min-h-6 hover:underline">
                {happenedText(one)}
              </Link>
              <span className="note block">{reasonText(one)}</span>
            </span>
            <span className="text-right">
              <LegBar legs={legsFrom(one)} width={96} />
              <span className="note block">{one.score === null ? "not rated" : `rated ${one.score}`}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
