import type { Assessment, History, Review } from "#lib/conversation/assessed.ts";
import type { InactivityHours } from "#lib/conversation/channels.ts";
import { withMerged } from "#lib/conversation/merge.ts";
import type { Conversation } from "#lib/conversation/types.ts";
import type { SortedConversation } from "#lib/topics/sorting.ts";
import { addAssessed, removeAssessed } from "./assessed-rows.ts";
import type { Db } from "./client.ts";
import { announceQueue } from "./live.ts";
import { CONTACTS_WITHIN, EARLIER_WITHIN } from "./neighbours.ts";
import { type ConversationRow, type MessageRow, receivedConversation } from "./received.ts";
import { reviewsOf } from "./reviews.ts";
import { saveTopicTexts } from "./topics/sorting.ts";

export type Pending = {
  conversation: Conversation;
  sourceId: string;
  /** Version of the row that says what is pending: another one means that this conversation or a neighbour changed. */
  version: string;
  contacts: History["contacts"];
  reviews: Review[];
  inactivityHours: InactivityHours;
  /** The topic that a person sorted it into; null = nobody has. */
  exampleOf: number | null;
};

type Row = ConversationRow & { source_id: string };
type OwnRow = Row & { inactivity_hours: InactivityHours; example_of: number | null };

/** Ids of conversations whose assessment is missing, made by other versions, or due again by time; oldest due first.
 * One that failed is taken up by other versions only. */
export const pendingIds = async (
  db: Db,
  { assessedWith, now, limit }: { assessedWith: string; now: Date; limit: number },
): Promise<string[]> => {
  const rows = await db.$client<{ id: string }[]>`
    (select conversation_id as id from assessments where assessed_with is null limit ${limit})
    union
    (select conversation_id from assessments where assessed_with < ${assessedWith} or assessed_with > ${assessedWith} limit ${limit})
    union
    (select conversation_id from assessments where reassess_at <= ${now} order by reassess_at limit ${limit})
    limit ${limit}`;
  return rows.map(({ id }) => id);
};

/** How many conversations wait for assessment. */
export const pendingCount = async (
  db: Db,
  { assessedWith, now }: { assessedWith: string; now: Date },
): Promise<number> => {
  const [row] = await db.$client<{ n: number }[]>`
    select count(*)::int as n from assessments
    where assessed_with is distinct from ${assessedWith} or reassess_at <= ${now}`;
  return row?.n ?? 0;
};

/** The conversations with what `assess` needs to know of others: what was merged into them, at first or second hand, and
 * when their customers came again about something, or had come before about the same: no test, no spam, nothing in which
 * only we spoke. */
export const loadPending = async (db: Db, ids: string[]): Promise<Pending[]> => {
  const sql = db.$client;
  // Read before all else: whatever changes from here on raises it.
  const versions = await sql<{ id: string; version: string }[]>`
    select conversation_id as id, xmin::text as version from assessments where conversation_id = any(${ids})`;
  const versionOf = new Map(versions.map(({ id, version }) => [id, version]));
  const [rows, contacts, reviews, children] = await Promise.all([
    sql<OwnRow[]>`select c.*, s.key as source, s.inactivity_hours, e.topic_id as example_of
      from conversations c join sources s on s.id = c.source_id left join topic_examples e using (conversation_id)
      where c.conversation_id = any(${ids})`,
    sql<{ mine: string; id: string; topic: string | null; at: Date }[]>`
      select mine.conversation_id as mine, other.conversation_id as id, coalesce(other.topic, other.tags[1]) as topic,
        other.created_at as at
      from conversations mine join conversations other
        on other.source_id = mine.source_id and other.customer_id = mine.customer_id
        and other.created_at between mine.created_at - ${EARLIER_WITHIN}::interval
          and mine.created_at + ${CONTACTS_WITHIN}::interval
        and (other.created_at >= mine.created_at
          or coalesce(other.topic, other.tags[1]) = coalesce(mine.topic, mine.tags[1]))
      where mine.conversation_id = any(${ids}) and other.conversation_id <> mine.conversation_id
        and other.merged_into is null and not other.deleted and not other.flags && '{test,spam}'
        and exists (select from messages m where m.conversation_id = other.conversation_id and m.author_kind = 'customer')
      order by other.created_at`,
    reviewsOf(db, ids),
    sql<(Row & { survivor: string })[]>`
      with recursive merged as (
        select conversation_id as survivor, conversation_id, source_id, external_id
        from conversations where conversation_id = any(${ids})
        union
        select m.survivor, c.conversation_id, c.source_id, c.external_id
        from merged m join conversations c on c.source_id = m.source_id and c.merged_into = m.external_id)
      select child.*, s.key as source, m.survivor
      from merged m join conversations child using (conversation_id) join sources s on s.id = child.source_id
      where m.conversation_id <> m.survivor and not child.deleted order by child.created_at, child.conversation_id`,
  ]);
  const messages = await messagesOf(db, [...ids, ...children.map(({ conversation_id }) => conversation_id)]);
  const read = (row: Row) => receivedConversation(row, messages.get(row.conversation_id) ?? []);
  const contactsOf = Map.groupBy(contacts, ({ mine }) => mine);
  const childrenOf = Map.groupBy(children, ({ survivor }) => survivor);
  return rows.map((row) => ({
    conversation: withMerged(read(row), (childrenOf.get(row.conversation_id) ?? []).map(read)),
    sourceId: row.source_id,
    inactivityHours: row.inactivity_hours,
    exampleOf: row.example_of,
    reviews: reviews.get(row.conversation_id) ?? [],
    version: versionOf.get(row.conversation_id) ?? "",
    contacts: (contactsOf.get(row.conversation_id) ?? []).map(({ id, topic, at }) => ({
      conversationId: id,
      topic,
      startedAt: at,
    })),
  }));
};

/** The messages of conversations in their order. */
export const messagesOf = async (db: Db, ids: string[]): Promise<Map<string, MessageRow[]>> => {
  const rows = await db.$client<MessageRow[]>`
    select conversation_id, message_id, at, author_kind, author_id, visibility, kind, automated, text, quoted, ai
    from messages where conversation_id = any(${ids}) order by conversation_id, position`;
  return Map.groupBy(rows, ({ conversation_id }) => conversation_id);
};

/** Texts that a team sent within 5 s of at least a fifth of its handoffs in the 28 days before `now` (10 or more):
 * auto-replies under a person's name. */
export const cannedReplies = async (db: Db, now: Date): Promise<Set<string>> => {
  const rows = await db.$client<{ text: string }[]>`
    with replies as (
      select h->>'toTeam' as team, lower(btrim(regexp_replace(m.text, '\\s+', ' ', 'g'))) as text
      from conversations c
        cross join lateral jsonb_array_elements(c.declared_handoffs) h
        join messages m on m.conversation_id = c.conversation_id
      where c.created_at between ${now}::timestamptz - interval '28 days' and ${now}
        and m.author_kind = 'human' and m.visibility = 'public'
        and m.at between (h->>'at')::timestamptz and (h->>'at')::timestamptz + interval '5 seconds'),
    handoffs as (
      select h->>'toTeam' as team, count(*) as n
      from conversations c cross join lateral jsonb_array_elements(c.declared_handoffs) h
      where c.created_at between ${now}::timestamptz - interval '28 days' and ${now} group by 1)
    select r.text from replies r join handoffs h on h.team is not distinct from r.team
    group by r.team, r.text, h.n having count(*) >= 10 and count(*) >= 0.2 * h.n`;
  return new Set(rows.map(({ text }) => text));
};

export type Finished = Pending & { assessment: Assessment; sorted: SortedConversation };

type Versions = { assessedWith: string; hoursRevision: number; topicsRevision: number; now: Date };

/** Stores assessments in place of earlier ones, in one transaction. One whose conversation, or what it knows of others,
 * changed meanwhile is left out: it is pending again. So are all of them when hours changed, or what sorts into topics.
 * Returns how many were stored. */
export const saveAssessments = async (
  db: Db,
  finished: Finished[],
  { assessedWith, hoursRevision, topicsRevision, now }: Versions,
): Promise<number> => {
  const ordered = finished.toSorted((a, b) => (a.conversation.id < b.conversation.id ? -1 : 1));
  return db.$client.begin(async (sql) => {
    // Whoever changes hours waits for this transaction, and finds what it stored to be counted again.
    const [hours] = await sql<{ revision: number }[]>`select hours_revision as revision from workspaces for share`;
    if ((hours?.revision ?? 0) !== hoursRevision) return 0;
    // So does whoever changes topics.
    const [topics] = await sql<{ revision: number }[]>`select revision from taxonomies`;
    if ((topics?.revision ?? 0) !== topicsRevision) return 0;
    const ids = ordered.map(({ conversation }) => conversation.id);
    const stored = await sql<{ id: string; version: string; had: boolean }[]>`
      select conversation_id as id, xmin::text as version, assessed_at is not null as had
      from assessments where conversation_id = any(${ids}) order by conversation_id for update`;
    const stateOf = new Map(stored.map((state) => [state.id, state]));
    const current = ordered.filter((one) => stateOf.get(one.conversation.id)?.version === one.version);
    const due = current.map(({ conversation, assessment }) => ({ id: conversation.id, at: assessment.reassessAt }));
    const currentIds = due.map(({ id }) => id);
    await sql`
      update assessments a set assessed_with = ${assessedWith}, assessed_at = ${now}, reassess_at = n.at, error = null
      from jsonb_to_recordset(${sql.json(due as never)}) as n(id uuid, at timestamptz)
      where a.conversation_id = n.id and a.conversation_id = any(${currentIds})`;
    const again = currentIds.filter((id) => stateOf.get(id)?.had);
    if (again.length > 0) await removeAssessed(sql, again);
    await addAssessed(sql, current);
    await saveTopicTexts(sql, current);
    await announceQueue(sql);
    return current.length;
  });
};

/** Marks a conversation that could not be assessed, so that it does not hold up the others; one that changed meanwhile is
 * tried again. */
export const saveFailure = async (
  db: Db,
  { conversation, version }: Pending,
  error: string,
  assessedWith: string,
): Promise<void> => {
  await db.$client`update assessments set error = ${error.slice(0, 500)}, assessed_with = ${assessedWith}, reassess_at = null
    where conversation_id = ${conversation.id} and xmin::text = ${version}`;
};
