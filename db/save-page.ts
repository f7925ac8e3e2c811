import { createHash } from "node:crypto";
import type { TransactionSql } from "postgres";
import type { Conversation } from "#lib/conversation/types.ts";
import { conversationId, sourceId } from "#lib/import/ids.ts";
import { replaces, sortKey, UNGIVEN } from "#lib/import/revision.ts";
import { noteVersions } from "./annotations.ts";
import type { Db } from "./client.ts";
import { copyRows } from "./copy.ts";
import { eraseConversations } from "./erase.ts";
import { lockPending, neighboursOf, storedTies, type Ties, touch } from "./neighbours.ts";
import { type Closed, openSource } from "./open-source.ts";
import { releasesIn } from "./releases.ts";

export type PageItem = { conversation: Conversation; payload: string; eventId: string };
export type Page = {
  source: { key: string; kind: string };
  items: PageItem[];
  /** External ids of conversations that the source has deleted. */
  gone?: string[];
  /** What else belongs into the same transaction, such as where the source was read to. */
  also?: ((sql: TransactionSql) => Promise<unknown>)[];
  /** It was fetched just now: of an equal revision it is the newer. Vendors' times are whole seconds, and a row that shows
   * late does not raise them. */
  isFetched?: boolean;
  /** What is stored gives way to an equal revision with equal content too: it was read with other settings. */
  isReread?: boolean;
  /** It was sent the moment it changed: what says nothing of its revision is newer than what came before it. */
  byArrival?: boolean;
  now: Date;
};
export type Saved = { created: number; updated: number; unchanged: number };

/** What became of each item that changed something; the others were as new already, or older. */
export type Verdicts = ReadonlyMap<PageItem, "created" | "updated">;

type Item = PageItem & { origin: PageItem; sha256: string; storedPayload: string };

/** Stores one page of conversations of one source, with raw payloads and how far it was read, in one transaction. A
 * conversation is created, replaced by a newer revision, or left alone when what is stored is as new, or deleted; order of
 * arrival matters only `byArrival`. Replaced and touched conversations become pending for assessment. Counts add up to the number of
 * items. Once the workspace holds its own data nothing of the demo is stored any more, nor anything of a source that is
 * being removed: all is left alone. */
export const savePage = async (db: Db, page: Page): Promise<Saved> => {
  const stored = await storePage(db, page);
  const verdicts = typeof stored === "string" ? [] : [...stored.values()];
  const created = verdicts.filter((verdict) => verdict === "created").length;
  return { created, updated: verdicts.length - created, unchanged: page.items.length - verdicts.length };
};

/** As `savePage`, and says what became of each item, or why nothing was stored. */
export const storePage = async (db: Db, page: Page): Promise<Verdicts | Closed> => {
  const { source, items, gone = [], also = [], isFetched = false, isReread = false, byArrival = false, now } = page;
  const newest = newestOfEach(items, byArrival);
  return db.$client.begin(async (sql) => {
    if (source.kind === "demo" && (await isDemoOver(sql))) return new Map();
    const closed = await openSource(sql, { source, isFetched, isProgress: also.length > 0, now });
    if (closed) return closed;
    const id = sourceId(source.key);
    const idsOf = (some: Item[]) => some.map(({ conversation }) => conversation.id);
    // Who was concerned before may not be after: a merge is undone, a contact is another customer's.
    const before = await storedTies(sql, idsOf(newest));
    const accepted = newest.length === 0 ? [] : await upsert(sql, id, newest, { now, isFetched, isReread, byArrival });
    const byId = new Map(newest.map((item) => [item.conversation.id, item]));
    const changed = accepted.flatMap(({ id: one }) => byId.get(one) ?? []);
    const replaced = accepted.filter(({ created }) => !created).map(({ id: one }) => one);
    const isChanged = new Set(idsOf(changed));
    const ties = [...before.filter((one) => isChanged.has(one.id)), ...changed.map(tiesOf)];
    const touched = await neighboursOf(sql, source.key, ties);
    await lockPending(sql, [...replaced, ...touched]);
    await removeChildren(sql, replaced, changed);
    await addChildren(sql, changed, new Set(replaced), now);
    await touch(sql, touched, now);
    await eraseAndTouch(sql, { ...source, id }, gone, now);
    const conversations = changed.map(({ conversation }) => conversation);
    await noteVersions(sql, releasesIn(source.key, conversations), now);
    for (const step of also) await step(sql);
    const isReplaced = new Set(replaced);
    return new Map(
      changed.map(({ origin, conversation }) => [origin, isReplaced.has(conversation.id) ? "updated" : "created"]),
    );
  });
};

const eraseAndTouch = async (
  sql: TransactionSql,
  source: { key: string; id: string },
  gone: string[],
  now: Date,
): Promise<void> => {
  if (gone.length === 0) return;
  const ids = gone.map((externalId) => conversationId(source.key, externalId));
  // Whom they concerned is asked before they forget whose they were.
  const concerned = await neighboursOf(sql, source.key, await storedTies(sql, ids));
  const erased = await eraseConversations(sql, source, gone, now);
  await lockPending(sql, [...erased, ...concerned]);
  await touch(sql, [...erased, ...concerned], now);
};

const tiesOf = ({ conversation: { id, customer, createdAt, mergedInto } }: Item): Ties => ({
  id,
  customerId: customer?.id ?? null,
  createdAt,
  mergedInto,
});

/** Holds the workspace's row until the page is stored: who leaves the demo meanwhile waits, and removes this page too. */
const isDemoOver = async (sql: TransactionSql): Promise<boolean> => {
  const [workspace] = await sql<{ mode: string }[]>`select mode from workspaces for share`;
  return workspace?.mode === "own";
};

/** One item per conversation, in one order for everybody, so that two importers cannot wait for each other. */
const newestOfEach = (items: PageItem[], byArrival: boolean): Item[] => {
  const newest = new Map<string, Item>();
  for (const item of items) {
    const sha256 = createHash("sha256").update(item.payload).digest("hex");
    const known = newest.get(item.conversation.id);
    const before = known && { revision: known.conversation.revision, sha256: known.sha256 };
    if (before && !replaces(before, { revision: item.conversation.revision, sha256 }, byArrival)) continue;
    const storedPayload = item.conversation.deleted ? "" : item.payload.toWellFormed().replaceAll("\u0000", "\ufffd");
    newest.set(item.conversation.id, { ...item, origin: item, sha256, storedPayload });
  }
  return [...newest.values()].sort((a, b) => (a.conversation.id < b.conversation.id ? -1 : 1));
};

const upsert = async (
  sql: TransactionSql,
  source: string,
  items: Item[],
  {
    now,
    isFetched,
    isReread,
    byArrival,
  }: Pick<Page, "now"> & { [how in "isFetched" | "isReread" | "byArrival"]: boolean },
): Promise<{ id: string; created: boolean }[]> => {
  const rows = items.map((item) => conversationRow(item, source, now));
  return sql<{ id: string; created: boolean }[]>`
    insert into conversations
    select * from jsonb_populate_recordset(null::conversations, ${sql.json(rows as never)})
    on conflict (conversation_id) do update set
      revision = excluded.revision, revision_key = excluded.revision_key, content_sha256 = excluded.content_sha256,
      url = excluded.url, channel = excluded.channel, language = excluded.language, subject = excluded.subject,
      topic = excluded.topic, tags = excluded.tags, brand = excluded.brand, status = excluded.status,
      created_at = excluded.created_at, updated_at = excluded.updated_at, customer_id = excluded.customer_id,
      customer = excluded.customer, participants = excluded.participants, declared_handoffs = excluded.declared_handoffs,
      events = excluded.events, surveys = excluded.surveys, ratings = excluded.ratings, flags = excluded.flags,
      merged_into = excluded.merged_into, deleted = excluded.deleted, extra = excluded.extra,
      received_at = excluded.received_at
    where not conversations.deleted and case
      when ${byArrival} and (conversations.revision ~ ${UNGIVEN.source} or excluded.revision ~ ${UNGIVEN.source})
      then conversations.revision <> excluded.revision
      else (conversations.revision_key collate "C", conversations.content_sha256 collate "C")
        < (excluded.revision_key collate "C", excluded.content_sha256 collate "C")
      or conversations.revision_key collate "C" = excluded.revision_key collate "C"
        and (${isReread} or ${isFetched} and conversations.content_sha256 <> excluded.content_sha256) end
    returning conversation_id as id, (xmax = 0) as created`;
};

const conversationRow = ({ conversation: c, sha256 }: Item, source: string, now: Date) => ({
  conversation_id: c.id,
  source_id: source,
  external_id: c.externalId,
  revision: c.revision,
  revision_key: sortKey(c.revision),
  content_sha256: sha256,
  url: c.url,
  channel: c.channel,
  language: c.language,
  subject: c.subject,
  topic: c.topic,
  tags: c.tags,
  brand: c.brand,
  status: c.status,
  created_at: c.createdAt,
  updated_at: c.updatedAt,
  customer_id: c.customer?.id ?? null,
  customer: c.customer,
  participants: c.participants,
  declared_handoffs: c.handoffs,
  events: c.events,
  surveys: c.surveys,
  ratings: c.ratings,
  flags: c.flags,
  merged_into: c.mergedInto,
  deleted: c.deleted,
  extra: c.extra,
  received_at: now,
});

const removeChildren = async (sql: TransactionSql, replaced: string[], changed: Item[]): Promise<void> => {
  if (replaced.length === 0) return;
  await sql`delete from messages where conversation_id = any(${replaced})`;
  await sql`delete from data_defects where conversation_id = any(${replaced}) and stage = 'received'`;
  const revisions = changed.map(({ conversation, eventId }) => [conversation.id, eventId, conversation.revision]);
  await sql`delete from raw_payloads r using jsonb_to_recordset(${sql.json(revisions.map(([id, event, revision]) => ({ id, event, revision })))})
    as n(id uuid, event text, revision text)
    where r.conversation_id = n.id and r.event_id = n.event and r.revision = n.revision`;
  const erased = changed.filter(({ conversation }) => conversation.deleted).map(({ conversation }) => conversation.id);
  if (erased.length > 0) await sql`update raw_payloads set payload = '' where conversation_id = any(${erased})`;
};

const MESSAGE_COLUMNS =
  "conversation_id message_id position at author_kind author_id visibility kind automated text quoted ai".split(" ");

const addChildren = async (sql: TransactionSql, changed: Item[], replaced: Set<string>, now: Date): Promise<void> => {
  await copyRows(sql, "messages", MESSAGE_COLUMNS, messageRows(changed));
  await copyRows(
    sql,
    "raw_payloads",
    ["conversation_id", "event_id", "revision", "payload", "sha256", "received_at"],
    changed.map(({ conversation, eventId, storedPayload, sha256 }) => [
      conversation.id,
      eventId,
      conversation.revision,
      storedPayload,
      sha256,
      now,
    ]),
  );
  await copyRows(
    sql,
    "data_defects",
    ["conversation_id", "ordinal", "stage", "field", "code", "detail"],
    changed.flatMap(({ conversation }) =>
      conversation.defects.map(({ field, code, detail }, i) => [conversation.id, i, "received", field, code, detail]),
    ),
  );
  await copyRows(
    sql,
    "assessments",
    ["conversation_id", "content_sha256"],
    changed
      .filter(({ conversation }) => !replaced.has(conversation.id))
      .map(({ conversation, sha256 }) => [conversation.id, sha256]),
  );
  const again = changed.filter(({ conversation }) => replaced.has(conversation.id));
  if (again.length === 0) return;
  const states = again.map(({ conversation, sha256 }) => ({ id: conversation.id, sha256 }));
  await sql`update assessments a set content_sha256 = n.sha256, assessed_with = null, error = null
    from jsonb_to_recordset(${sql.json(states)}) as n(id uuid, sha256 text) where a.conversation_id = n.id`;
};

function* messageRows(changed: Item[]) {
  for (const { conversation } of changed) {
    for (const [i, m] of conversation.messages.entries()) {
      yield [
        conversation.id,
        m.id,
        i,
        m.at,
        m.authorKind,
        m.authorId,
        m.visibility,
        m.kind,
        m.automated,
        m.text,
        m.quoted,
        m.ai,
      ];
    }
  }
}
