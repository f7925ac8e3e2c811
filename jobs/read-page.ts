import type { Db } from "#db/client.ts";
import { hintsAgain } from "#db/hints.ts";
import { keepRefused, type RefusedRead } from "#db/refused.ts";
import { type PageItem, type Saved, savePage } from "#db/save-page.ts";
import { sighted } from "#db/sightings.ts";
import type { Source } from "#db/sources.ts";
import type { Read } from "#jobs/connectors/connector.ts";
import type { AnyConnector } from "#jobs/connectors/registry.ts";
import { parseRecord } from "#lib/import/record.ts";

export type Target = { source: Source; connector: AnyConnector; settings: unknown; zone: string };

type Options = { isReread: boolean; also: NonNullable<Parameters<typeof savePage>[1]["also"]>; now: Date };

/** Stores what was read of a source, in one transaction with how far it was read. One that cannot be mapped is kept with
 * its reason and holds up nothing. */
export const storeReads = async (
  db: Db,
  target: Target,
  reads: Read<unknown>[],
  { isReread, also, now }: Options,
): Promise<Saved & { refused: number }> => {
  const { source } = target;
  const items: PageItem[] = [];
  const refused: RefusedRead[] = [];
  for (const read of reads) {
    if (read.isGone) continue;
    if ("problem" in read) {
      refused.push({ externalId: read.externalId, field: "", reason: read.problem, payload: "" });
      continue;
    }
    const result = itemOf(target, read, now);
    if ("item" in result) items.push(result.item);
    else refused.push(result.refused);
  }
  const gone = reads.filter(({ isGone }) => isGone).map(({ externalId }) => externalId);
  const taken = items.map(({ eventId }) => eventId);
  const verdicts = keepRefused(source, { refused, taken }, now);
  const there = reads.filter(({ isGone }) => !isGone).map(({ externalId }) => externalId);
  const unread = reads.filter((read) => "problem" in read).map(({ externalId }) => externalId);
  const steps = [verdicts, sighted(source, there, now), ...also, hintsAgain(source.id, unread, now)];
  const saved = await savePage(db, { source, items, gone, also: steps, isFetched: true, isReread, now });
  return { ...saved, refused: refused.length };
};

const itemOf = (
  { source, connector, settings, zone }: Target,
  { externalId, raw }: { externalId: string; raw: unknown },
  now: Date,
): { item: PageItem } | { refused: RefusedRead } => {
  const payload = JSON.stringify(raw);
  try {
    const record = { ...connector.map(raw, settings), source: source.key };
    const parsed = parseRecord(record, { now, zone, defaultSource: source.key });
    if (parsed.ok) return { item: { conversation: parsed.conversation, payload, eventId: externalId } };
    return { refused: { externalId, field: parsed.field, reason: parsed.reason, payload } };
  } catch (error) {
    return { refused: { externalId, field: "", reason: `could not be read: ${String(error)}`.slice(0, 500), payload } };
  }
};
