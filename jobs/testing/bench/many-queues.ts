import type { Db } from "#db/client.ts";

/** When the bench of queues is read: a Thursday afternoon, in open hours. */
export const QUEUES_NOW = new Date("2026-10-08T14:07:00Z");

/** Rows of so many handoffs over 26 weeks of opening hours, in so many queues of five sources, without words: only reading
 * may be measured on them. In each queue somebody waits at the end. */
export const addQueues = async (db: Db, { handoffs, queues }: { handoffs: number; queues: number }): Promise<void> => {
  const sql = db.$client;
  await sql`
    insert into sources (id, key, kind, created_at, watermark_at)
    select md5('source' || i)::uuid, 'desk-' || i, 'push', ${QUEUES_NOW}, ${QUEUES_NOW} from generate_series(1, 5) i`;
  // Every weekday has eight hours, and the day of reading six.
  await sql`
    create table bench_handoffs as
    select md5('c' || i)::uuid as id, i, 1 + i % ${queues}::int as queue, md5('source' || 1 + i % 5)::uuid as source_id, at,
      case when at > ${QUEUES_NOW}::timestamptz - interval '2 minutes' or i < ${queues}::int then 'waiting'
        when i % 100 < 88 then 'answered' when i % 100 < 97 then 'left' else 'closed_unanswered' end as outcome,
      -240 * ln(1 - random()) as wait
    from (
      select i, case when i < ${queues}::int
        then ${QUEUES_NOW}::timestamptz - random() * interval '25 minutes'
        else ${QUEUES_NOW}::date - (7 * (i % 26) + i / 26 % 5 - 3) * interval '1 day'
          + interval '9 hours' + random() * interval '8 hours' end as at
      from generate_series(0, ${handoffs}::int - 1) i) x`;
  await sql`delete from bench_handoffs where at > ${QUEUES_NOW}`;
  await sql`
    insert into conversations (conversation_id, source_id, external_id, revision, revision_key, content_sha256, channel,
      tags, created_at, participants, declared_handoffs, events, surveys, ratings, flags, extra, received_at)
    select id, source_id, 'c' || i, '1', '1', '', 'web_chat', '{}', at, '[]', '[]', '[]', '[]', '[]', '{}', '{}', at
    from bench_handoffs`;
  await sql`
    insert into episodes (conversation_id, episode, source_id, channel, team, topic, segment, started_at, ended_at, ended_by,
      rule, tags, executed_handoffs, customer_spoke_after_human, has_explicit_repetition, resolution)
    select id, 0, source_id, 'web_chat', 'team ' || queue, 'topic', 'handoff', at - interval '2 minutes',
      case when outcome <> 'waiting' then at + (wait + 600) * interval '1 second' end,
      case when outcome <> 'waiting' then 'closed' else 'open' end, 2, '{}', 1, false, false, 'pending'
    from bench_handoffs`;
  await sql`
    insert into handoffs (conversation_id, handoff_id, episode, ordinal, source_id, channel, team, topic, segment, at,
      provenance, initiator, family, trigger, agent_id, outcome, left_how, wait_seconds, wait_business_seconds,
      wait_ended_at, first_reply_at, in_hours, straddles_closing, is_takeover, empty_room)
    select id, 'h', 0, 1, source_id, 'web_chat', 'team ' || queue, 'topic', 'handoff', at, 'exact', 'ai', 'confidence',
      'low_confidence', 'a' || queue || '-' || i % 4, outcome, case when outcome = 'left' then 'explicit' end,
      case when outcome = 'waiting' then extract(epoch from ${QUEUES_NOW} - at) else wait end,
      case when outcome = 'waiting' then extract(epoch from ${QUEUES_NOW} - at) else wait end,
      case when outcome <> 'waiting' then at + wait * interval '1 second' end,
      case when outcome = 'answered' then at + wait * interval '1 second' end, true, false, false, false
    from bench_handoffs`;
  await sql.unsafe("drop table bench_handoffs");
  await sql.unsafe("vacuum analyze");
};
