import { cache } from "react";
import type { TrendEvent } from "#app/_components/charts/trend.ts";
import { db } from "#app/_db.ts";
import { annotationsIn } from "#db/annotations.ts";
import type { Annotation } from "#lib/annotations/annotation.ts";
import { instantOf, positionIn } from "#lib/annotations/position.ts";
import { dayMonth } from "#lib/format.ts";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import { definitionChanges } from "#lib/metrics/changes.ts";
import { type Range, rangeOfDates } from "#lib/time/range.ts";
import { startOf } from "#lib/time/zone.ts";

/** Asked once a page, however many charts draw them. */
const between = cache(async (firstDate: string, lastDate: string, zone: string) => {
  const range = rangeOfDates(firstDate, lastDate, zone);
  return range ? annotationsIn(db(), range) : [];
});

/** What happened in consecutive weeks, oldest first. */
export const annotationsOf = async (weeks: Range[], zone: string): Promise<Annotation[]> => {
  const [first, last] = [weeks[0], weeks.at(-1)];
  return first && last ? between(first.firstDate, last.lastDate, zone) : [];
};

/** What stands on a chart of these metrics over these weeks, placed on its axis: what happened, and where another
 * definition of one of them begins to hold. */
export const eventsOf = async (keys: readonly MetricKey[], weeks: Range[], zone: string): Promise<TrendEvent[]> => {
  const found = await annotationsOf(weeks, zone);
  return [...placed(found, weeks, zone), ...definitionEvents(keys, weeks, zone)];
};

const READ_FROM_TEXTS: readonly MetricKey[] = ["explicitRepetition"];

/** Of these only where the number began to mean something else: another definition, or texts read by another scanner. For
 * a line so small that nothing else stands on it. */
export const breaksOf = async (key: MetricKey, weeks: Range[], zone: string): Promise<TrendEvent[]> => {
  const found = READ_FROM_TEXTS.includes(key) ? await annotationsOf(weeks, zone) : [];
  const scanners = found.filter(({ kind }) => kind === "scanner");
  return [...placed(scanners, weeks, zone), ...definitionEvents([key], weeks, zone)];
};

const placed = (annotations: Annotation[], weeks: Range[], zone: string): TrendEvent[] =>
  annotations.flatMap((annotation) => {
    const at = instantOf(annotation, zone);
    const position = at && positionIn(weeks, at);
    if (!at || position === null) return [];
    return [{ key: annotation.id, position, date: dayMonth(at, zone), text: annotation.text }];
  });

/** What was read before such a day may have been another number. */
const definitionEvents = (keys: readonly MetricKey[], weeks: Range[], zone: string): TrendEvent[] =>
  definitionChanges(keys, weeks).flatMap(({ key, label, date, version, change }) => {
    const at = startOf(date, zone);
    const position = positionIn(weeks, at);
    if (position === null) return [];
    const text = `${label}, definition ${version}: ${change}`;
    return [{ key: `${key} ${version}`, position, date: dayMonth(at, zone), text }];
  });
