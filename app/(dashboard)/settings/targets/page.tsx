import type { Metadata } from "next";
import Link from "next/link";
import { requireAdmin, theWorkspace } from "#app/_auth/session.ts";
import { ActionForm } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { readFilters } from "#app/_filters.ts";
import { allTargets } from "#app/_targets.ts";
import { dimensionValues } from "#db/metrics/dimension-values.ts";
import type { SetTarget } from "#db/metrics/targets.ts";
import { date, label, targetField, targetText } from "#lib/format.ts";
import { METRIC_KEYS, type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { rangeOfDates, weeksUpTo } from "#lib/time/range.ts";
import { saveTargetsOf } from "./actions.ts";
import { CHANNEL_FIELD } from "./fields.ts";

export const metadata: Metadata = { title: "Targets" };

export default async function Targets() {
  await requireAdmin();
  const [targets, { zone }] = await Promise.all([allTargets(), theWorkspace()]);
  const channels = await channelsInUse(targets);
  return (
    <main className="page">
      <p className="note">
        <Link href="/settings" className="link">
          Settings
        </Link>
      </p>
      <h1 className="lead mt-1">Targets</h1>
      <p className="deck mt-1 max-w-[760px]">
        Shares in percent, such as 75; times in minutes and seconds, such as 5:00. The target of a channel holds where
        that channel alone is looked at. An empty field means the target that stands in it in grey.{" "}
        <Link href="/weekly/definitions" className="link">
          What each number means
        </Link>
      </p>
      <div className="section mt-6 grid items-start !pt-0 lg:grid-cols-2 lg:gap-x-6">
        {METRIC_KEYS.map((key) => (
          <OneMetric
            key={key}
            metric={key}
            channels={channels}
            targets={targets.filter(({ metric }) => metric === key)}
            zone={zone}
          />
        ))}
      </div>
    </main>
  );
}

/** Channels of the last twelve weeks, the busiest first, and those that have a target. */
const channelsInUse = async (targets: SetTarget[]): Promise<string[]> => {
  const { range, zone } = await readFilters({});
  const first = weeksUpTo(range, 12, zone)[0]?.firstDate ?? range.firstDate;
  const lately = await dimensionValues(db(), { range: rangeOfDates(first, range.lastDate, zone) ?? range });
  const named = targets.flatMap(({ channel }) => (channel === null ? [] : [channel]));
  return [...new Set([...lately.channel.map(({ value }) => value), ...named])];
};

type Props = { metric: MetricKey; channels: string[]; targets: SetTarget[]; zone: string };

function OneMetric({ metric, channels, targets, zone }: Props) {
  const { label: name, target, better, unit } = metricOf(metric);
  const ownOf = (channel: string | null) => targets.find((one) => one.channel === channel)?.target ?? null;
  const byDefault = target === null ? "none" : targetText(metric, target);
  const hint = unit === "seconds" ? "m:ss" : "%";
  const fields = [
    { field: "all", title: "Workspace", value: ownOf(null), otherwise: targetField(metric, target) },
    ...channels.map((channel) => ({
      field: CHANNEL_FIELD + channel,
      title: label(channel),
      value: ownOf(channel),
      otherwise: targetField(metric, ownOf(null) ?? target),
    })),
  ];
  return (
    <section aria-labelledby={`${metric}-name`} className="h-full border-b border-hair py-4">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id={`${metric}-name`} className="!text-[14px]">
          {name}
        </h2>
        <span className="note">
          {better === "higher" ? "at least" : "at most"}; by default {byDefault}
        </span>
      </div>
      <ActionForm action={saveTargetsOf} submit="Save" look="quiet" className="mt-2 flex flex-wrap items-end gap-3">
        <input type="hidden" name="metric" value={metric} />
        {fields.map(({ field, title, value, otherwise }) => (
          <label key={field} className="w-[104px]">
            <span className="label truncate">
              {title}, {hint}
            </span>
            <input
              name={field}
              defaultValue={targetField(metric, value)}
              placeholder={otherwise || "none"}
              inputMode={unit === "seconds" ? "text" : "decimal"}
              maxLength={12}
              autoComplete="off"
              className="field"
            />
          </label>
        ))}
      </ActionForm>
      {targets.length > 0 && <p className="note mt-2">{targets.map((one) => setText(one, zone)).join(" · ")}</p>}
    </section>
  );
}

const setText = ({ metric, channel, target, setAt, setBy }: SetTarget, zone: string): string =>
  `${channel === null ? "Workspace" : label(channel)} ${targetText(metric, target)}, set ${date(setAt, zone)} by ${setBy ?? "someone"}`;
