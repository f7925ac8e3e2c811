import type { Db } from "#db/client.ts";
import { type Random, randomOf } from "#lib/random.ts";

/** When the nightly refresh of the bench looks back over twelve weeks. */
export const NIGHT = new Date("2026-10-05T03:00:00Z");
const WEEKS = 12;
const TOPICS = 60;
/** Topics that people have confirmed; those after them nobody has named, and a tenth of all texts is about none. */
export const CONFIRMED = 40;
const STRAY = 0.1;
/** So many of all that are escalated wrote nearly the same within an hour. */
const FLOOD = 0.05;
const BATCH = 5000;

const SYLLABLES = "ka lo mi ren tas vor bel dun fi gor hal nes pul rid sem tol ut wan xer yl zam cro stu fle".split(
  " ",
);
const COMMON = "please my account order app the when i how again still since yesterday cannot want phone error".split(
  " ",
);

/** A word that looks like one, always the same for a number. */
const word = (n: number): string => {
  const { pick, whole } = randomOf("word", n);
  return Array.from({ length: whole(2, 3) }, () => pick(SYLLABLES)).join("");
};

/** Of a vocabulary the first words are by far the most frequent, as in any language. */
const frequent = ({ unit }: Random, from: number, width: number): string =>
  word(from + Math.floor(width * unit() ** 3));

/** Two or three sentences of a customer: words of the topic among words of all. */
const textOf = (i: number, topic: number | null): string => {
  const random = randomOf("text", i);
  return Array.from({ length: random.whole(8, 40) }, () => {
    const by = random.unit();
    if (by < 0.45) return random.pick(COMMON);
    if (topic !== null && by < 0.75) return frequent(random, 1000 * (topic + 1), 60);
    return frequent(random, 1_000_000, 6000);
  }).join(" ");
};

type Said = { i: number; topic: number | null; text: string; at: Date };

const saidBy = (i: number, count: number): Said => {
  const random = randomOf("said", i);
  if (i < count * FLOOD) {
    const at = new Date(NIGHT.getTime() - 40 * 86_400_000 + Math.floor(random.unit() * 3_600_000));
    return {
      i,
      topic: null,
      text: `the whole site is down with error 502 for all of us in the office since this morning and no page loads ${random.pick(COMMON)}`,
      at,
    };
  }
  const topic = random.chance(STRAY) ? null : Math.floor(TOPICS * random.unit() ** 1.3);
  const at = new Date(NIGHT.getTime() - Math.floor(random.unit() * WEEKS * 7 * 86_400_000));
  return { i, topic, text: textOf(i, topic), at };
};

/** Rows of so many escalated conversations of twelve weeks with what they say, as they stand once they are assessed and
 * before anything was learnt. `examples` of each confirmed topic are sorted by hand. */
export const addEscalated = async (db: Db, count: number, examples: number): Promise<void> => {
  const sql = db.$client;
  await sql`insert into sources (id, key, kind, created_at) values (md5('desk')::uuid, 'desk', 'push', ${NIGHT})`;
  await sql`insert into taxonomies (id, version, next_id) values (1, ${CONFIRMED}, ${CONFIRMED + 1})`;
  await sql`insert into topics (id, name, is_knowledge, is_withdrawn, version)
    select i, 'topic ' || i, true, false, i from generate_series(1, ${CONFIRMED}::int) i`;
  const left = new Map(Array.from({ length: CONFIRMED }, (_, topic) => [topic, examples]));
  for (let from = 0; from < count; from += BATCH) {
    const said = Array.from({ length: Math.min(BATCH, count - from) }, (_, k) => saidBy(from + k, count));
    const rows = said.map(({ topic, at, ...one }) => {
      const wanted = topic === null ? 0 : (left.get(topic) ?? 0);
      if (topic !== null) left.set(topic, wanted - 1);
      return { ...one, at: at.toISOString(), example: wanted > 0 && topic !== null ? topic + 1 : null };
    });
    await addRows(db, rows);
  }
  await sql.unsafe("vacuum analyze");
};

const addRows = async (db: Db, rows: { i: number; text: string; at: string; example: number | null }[]) => {
  const sql = db.$client;
  await sql`create temp table said as select md5('c' || n.i)::uuid as id, n.*
    from jsonb_to_recordset(${sql.json(rows)}) as n(i int, text text, at timestamptz, example int)`;
  await sql`
    insert into conversations (conversation_id, source_id, external_id, revision, revision_key, content_sha256, channel,
      tags, created_at, participants, declared_handoffs, events, surveys, ratings, flags, extra, received_at)
    select id, md5('desk')::uuid, 'c' || i, '1', '1', '', 'web_chat', '{}', at, '[]', '[]', '[]', '[]', '[]', '{}', '{}', at
    from said`;
  await sql`
    insert into assessments (conversation_id, content_sha256, assessed_with, assessed_at)
    select id, '', 'bench', at from said`;
  await sql`
    insert into episodes (conversation_id, episode, source_id, channel, segment, started_at, ended_by, rule, tags,
      executed_handoffs, customer_spoke_after_human, has_explicit_repetition, resolution)
    select id, 0, md5('desk')::uuid, 'web_chat', 'handoff', at, 'open', 2, '{}', 1, false, false, 'pending' from said`;
  await sql`insert into topic_texts (conversation_id, text, at, is_escalated) select id, text, at, true from said`;
  await sql`insert into topic_examples (conversation_id, topic_id, at) select id, example, at from said
    where example is not null`;
  await sql`drop table said`;
};
