import type { Metadata } from "next";
import Link from "next/link";
import { pageNow, requireReader, theWorkspace } from "#app/_auth/session.ts";
import { definitionRows } from "#app/_components/definition-text.ts";
import { definitionOf } from "#app/_definition.ts";
import { hrefOf, readFilters } from "#app/_filters.ts";
import { allTargets, targetsWith } from "#app/_targets.ts";
import type { Filters } from "#lib/filters.ts";
import { date, dates, label, targetText } from "#lib/format.ts";
import { METRIC_KEYS, type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";

export const metadata: Metadata = { title: "Definitions" };

/** What every number means, as the registry has it: the same words as popover, API and CSV. */
export default async function Definitions() {
  await requireReader();
  const [filters, { zone }] = await Promise.all([readFilters({}), theWorkspace()]);
  return (
    <main className="page">
      <h1 className="text-[24px] leading-8 font-semibold">What each number means</h1>
      <p className="deck mt-1 max-w-[760px]">
        A definition that changes becomes a new version; the old one can still be asked for. What was said of a week is
        kept when the week is final, and where today’s count differs, it says so. Weeks that were final before that
        began were kept as they stood then. Read by programs at <code>/api/v1/metrics</code>.
      </p>
      <nav aria-label="Definitions" className="mt-4 flex flex-wrap gap-x-5 text-[12px]">
        {METRIC_KEYS.map((key) => (
          <a key={key} href={`#${key}`} className="link flex min-h-6 items-center">
            {metricOf(key).label}
          </a>
        ))}
      </nav>
      <div className="mt-8 grid gap-x-6 gap-y-10 lg:grid-cols-2">
        {METRIC_KEYS.map((key) => (
          <OneDefinition key={key} metric={key} filters={filters} />
        ))}
      </div>
      <footer className="note mt-10 border-t border-hair pt-3">
        As of {date(pageNow(), zone)}; times in {zone}
      </footer>
    </main>
  );
}

async function OneDefinition({ metric, filters }: { metric: MetricKey; filters: Filters }) {
  const text = definitionOf(metric, (await targetsWith(filters))(metric));
  const ofChannels = (await allTargets()).filter((one) => one.metric === metric && one.channel !== null);
  const { earlier = [] } = metricOf(metric);
  return (
    <section id={metric} aria-labelledby={`${metric}-name`} className="section scroll-mt-4">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id={`${metric}-name`}>{text.label}</h2>
        <code className="note">{metric}</code>
        <Link href={hrefOf("/handoffs", filters, { metric })} className="link ml-auto text-[12px]">
          Last week’s list
        </Link>
      </div>
      <p className="mt-1 text-[14px] leading-[22px]">{text.says}</p>
      <dl className="mt-3 grid grid-cols-[80px_1fr] gap-x-3 gap-y-1.5">
        {definitionRows(text).map(([name, words]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="text-ink-2">
              {words}
              {name === "Target" &&
                ofChannels.map(({ channel, target }) => `; ${label(channel ?? "")} ${targetText(metric, target)}`)}
            </dd>
          </div>
        ))}
        <dt className="text-ink-3">Version</dt>
        <dd className="text-ink-2">
          {text.version}
          {text.since ? `, since ${text.since}` : ", from the beginning"}
        </dd>
      </dl>
      {earlier.map(({ version, replacedOn, change, part, whole }) => (
        <div key={version} className="mt-3 border-l-2 border-hair-2 pl-3 text-[12px] leading-4 text-ink-2">
          <p>
            <b className="font-semibold text-ink">Version {version}</b>, until{" "}
            {dates({ firstDate: replacedOn, lastDate: replacedOn })}: {part}, of{" "}
            {whole.charAt(0).toLowerCase() + whole.slice(1)}.
          </p>
          <p className="mt-1">
            Then: {change}{" "}
            <Link href={hrefOf("/handoffs", filters, { metric, version: String(version) })} className="link">
              Last week’s list by version {version}
            </Link>
          </p>
        </div>
      ))}
    </section>
  );
}
