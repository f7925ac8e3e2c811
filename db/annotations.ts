import type { Sql, TransactionSql } from "postgres";
import { v7 } from "uuid";
import { type Annotation, type AnnotationKind, shortened } from "#lib/annotations/annotation.ts";
import { AppError } from "#lib/errors.ts";
import type { Range } from "#lib/time/range.ts";
import type { Db } from "./client.ts";

/** What happened in a range, oldest first. The first version of anything that was ever seen is no change and is left
 * out. Articles that were published for a topic are read from the board, where their day can change. */
export const annotationsIn = async (db: Db, range: Range): Promise<Annotation[]> =>
  db.$client<Annotation[]>`
    with noted as (
      select a.id::text, a.kind, a.date, a.at, a.text, a.author_id, a.created_at from annotations a
      where a.deleted_at is null
        and (a.date between ${range.firstDate} and ${range.lastDate} or a.at >= ${range.from} and a.at < ${range.to})
        and (a.subject is null or exists (select from annotations b where b.subject = a.subject and b.at < a.at))
      union all
      select 'article ' || g.topic_id, 'article', g.published_on, null, 'Article on ' || t.name, g.owner_id, g.created_at
      from gaps g join topics t on t.id = g.topic_id
      where g.published_on between ${range.firstDate} and ${range.lastDate} and not t.is_withdrawn)
    select n.id, n.kind, n.date::text as date, n.at, n.text, u.name as author
    from noted n left join users u on u.id = n.author_id
    order by coalesce(n.date, (n.at at time zone 'UTC')::date), n.at nulls first, n.created_at, n.id`;

type Written = { date: string; text: string };

/** Writes down what happened on a local date and returns the id. */
export const addAnnotation = async (
  db: Db,
  { date, text, authorId, now }: Written & { authorId: string; now: Date },
): Promise<string> => {
  const id = v7();
  await db.$client`
    insert into annotations (id, kind, date, text, author_id, created_at)
    values (${id}, 'by_hand', ${date}, ${text}, ${authorId}, ${now})`;
  return id;
};

/** Changes what somebody wrote. Throws `not_found` when it is gone or was seen by a machine, whose word stands. */
export const changeAnnotation = async (db: Db, id: string, { date, text }: Written): Promise<void> => {
  const changed = await db.$client`
    update annotations set date = ${date}, text = ${text}
    where id = ${id} and kind = 'by_hand' and deleted_at is null returning id`;
  if (changed.length === 0) throw new AppError("not_found", "This note is gone, or was not written by hand.");
};

/** Takes an annotation off every chart; `restoreAnnotation` brings it back as it was. */
export const removeAnnotation = async (db: Db, id: string, now: Date): Promise<void> => {
  await db.$client`update annotations set deleted_at = ${now} where id = ${id} and deleted_at is null`;
};

export const restoreAnnotation = async (db: Db, id: string): Promise<void> => {
  await db.$client`update annotations set deleted_at = null where id = ${id}`;
};

export type SeenVersion = {
  kind: Exclude<AnnotationKind, "by_hand" | "article">;
  subject: string;
  version: string;
  text: string;
  at: Date;
};

/** Notes versions with the earliest moment each was seen at; said again, or in another order, it leaves the same rows.
 * One that is noted already is not locked. */
export const noteVersions = async (sql: Sql | TransactionSql, seen: SeenVersion[], now: Date): Promise<void> => {
  if (seen.length === 0) return;
  const rows = seen.map(({ text, at, ...rest }) => ({
    ...rest,
    id: v7(),
    text: shortened(text),
    at: at.toISOString(),
  }));
  await sql`
    insert into annotations (id, kind, at, text, subject, version, created_at)
    select n.id, n.kind, n.at, n.text, n.subject, n.version, ${now}
    from jsonb_to_recordset(${sql.json(rows)})
      as n(id uuid, kind text, at timestamptz, text text, subject text, version text)
    where not exists (
      select from annotations a where a.subject = n.subject and a.version = n.version and a.at <= n.at)
    order by n.subject, n.version
    on conflict (subject, version) where subject is not null do update set at = least(annotations.at, excluded.at)`;
};
