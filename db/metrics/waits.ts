import type { WaitOutcome } from "#lib/conversation/assessed.ts";
import type { Asked } from "#lib/filters.ts";
import type { Clock, Wait } from "#lib/metrics/wait-curve.ts";
import type { Db } from "../client.ts";
import { dimensionConditions, relationOf } from "./records.ts";

type Row = { outcome: WaitOutcome; isSilent: boolean; inHours: boolean } & Record<Clock, number[]>;

const waitsOf = ({ outcome, isSilent, open, wall }: Omit<Row, "inHours">): Wait[] =>
  open.map((seconds, i) => ({ outcome, isSilent, open: seconds, wall: wall[i] ?? seconds }));

/** Risk rows of first handoffs, apart for those handed over in open hours and those handed over while closed: together
 * as many as `timeToFirstHuman` counts, and in hours as many as `answeredInTarget` does. */
export const handoffWaits = async (db: Db, filters: Asked): Promise<{ inHours: Wait[]; outOfHours: Wait[] }> => {
  const sql = db.$client;
  const found = await sql<Row[]>`
    select m.outcome, coalesce(h.left_how = 'silent', false) as "isSilent", h.in_hours as "inHours",
      array_agg(m.wait) as open, array_agg(h.wait_seconds) as wall
    from (${relationOf(sql, "timeToFirstHuman")}) m
    join handoffs h on h.conversation_id = m.conversation_id and h.handoff_id = m.handoff_id
    where m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}
    group by 1, 2, 3`;
  const of = (inHours: boolean) => found.filter((row) => row.inHours === inHours).flatMap(waitsOf);
  return { inHours: of(true), outOfHours: of(false) };
};

/** Risk rows from the first ask for a person on: as many as `askToHuman` counts. How somebody left is not known of them. */
export const askWaits = async (db: Db, filters: Asked): Promise<Wait[]> => {
  const sql = db.$client;
  const found = await sql<Omit<Row, "inHours">[]>`
    select m.outcome, false as "isSilent", array_agg(m.wait) as open, array_agg(e.ask_wait_seconds) as wall
    from (${relationOf(sql, "askToHuman")}) m
    join episodes e on e.conversation_id = m.conversation_id and e.episode = m.episode
    where m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}
    group by 1`;
  return found.flatMap(waitsOf);
};

/** Seconds of answered waits before somebody accepted, and from then to the reply; in the same order. */
export type Legs = { queue: number[]; reply: number[] };

/** The two legs of the waits that a person answered, of those handed over in open hours whose source says when they were
 * accepted. */
export const answerLegs = async (db: Db, filters: Asked, clock: Clock): Promise<Legs> => {
  const sql = db.$client;
  const [whole, queue] =
    clock === "open"
      ? [sql`h.wait_business_seconds`, sql`h.queue_business_seconds`]
      : [
          sql`h.wait_seconds`,
          sql`least(h.wait_seconds, greatest(0, extract(epoch from h.accepted_at - h.at)))::float8`,
        ];
  const [found] = await sql<Legs[]>`
    select coalesce(array_agg(queue), '{}') as queue, coalesce(array_agg(whole - queue), '{}') as reply
    from (
      select ${whole} as whole, ${queue} as queue
      from (${relationOf(sql, "answeredInTarget")}) m
      join handoffs h on h.conversation_id = m.conversation_id and h.handoff_id = m.handoff_id
      where m.outcome = 'answered' and h.queue_business_seconds is not null
        and m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}) x`;
  return found ?? { queue: [], reply: [] };
};
