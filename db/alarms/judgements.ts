import { v7 } from "uuid";
import type { Journaled } from "#lib/alarms/journal.ts";
import type { Silence } from "#lib/alarms/silence.ts";
import type { Db } from "../client.ts";
import type { By } from "./command-incident.ts";
import { addJournal } from "./write.ts";

const GONE = "There is no such incident any more.";

/** Says whether an incident was real, or takes that back (null). Said again it changes nothing. Returns a sentence when the
 * incident is gone. */
export const judgeIncident = (db: Db, id: string, wasReal: boolean | null, by: By): Promise<string | null> =>
  changeIncident(db, id, { what: "judged", column: "was_real", value: wasReal }, by);

/** Notes what was done about an incident, in place of what was noted before. Returns a sentence when it is gone. */
export const noteDone = (db: Db, id: string, done: string, by: By): Promise<string | null> =>
  changeIncident(db, id, { what: "done", column: "done", value: done }, { ...by, note: done });

type Change =
  | { what: Extract<Journaled, "judged">; column: "was_real"; value: boolean | null }
  | { what: Extract<Journaled, "done">; column: "done"; value: string };

const BESIDE = { was_real: ["judged_by", "judged_at"], done: ["done_by", "done_at"] } as const;

const changeIncident = (db: Db, id: string, { what, column, value }: Change, { userId, note, now }: By) =>
  db.$client.begin(async (sql) => {
    const [by, at] = BESIDE[column];
    const [known] = await sql<{ ruleId: string; watched: string; isSame: boolean }[]>`
      select rule_id as "ruleId", watched, ${sql(column)} is not distinct from ${value} as "isSame"
      from incidents where id = ${id} for update`;
    if (!known) return GONE;
    if (known.isSame) return null;
    await sql`update incidents set ${sql(column)} = ${value}, ${sql(by)} = ${userId}, ${sql(at)} = ${now} where id = ${id}`;
    const { ruleId, watched } = known;
    // Of a judgement, 1 = real and 0 = false; null = taken back.
    const said = typeof value === "boolean" ? Number(value) : null;
    await addJournal(sql, [
      { what, incidentId: id, ruleId, watched, value: said, userId, note: note ?? null, at: now },
    ]);
    return null;
  }) as Promise<string | null>;

/** Adds a silence, from now on. Returns its id. */
export const addSilence = async (
  db: Db,
  { matcher, reason, untilAt }: Silence,
  { userId, now }: By,
): Promise<string> => {
  const id = v7();
  await db.$client.begin(async (sql) => {
    await sql`insert into silences (id, matcher, reason, from_at, until_at, created_by)
      values (${id}, ${sql.json(matcher as never)}, ${reason}, ${now}, ${untilAt}, ${userId})`;
    const { ruleId = null } = matcher;
    await addJournal(sql, [{ what: "silenced", ruleId, userId, note: reason, at: now }]);
  });
  return id;
};

/** Takes a silence back before it is over. Over already, nothing happens. */
export const endSilence = async (db: Db, id: string, { userId, note, now }: By): Promise<void> => {
  await db.$client.begin(async (sql) => {
    const ended = await sql<{ ruleId: string | null }[]>`
      update silences set ended_at = ${now}, ended_by = ${userId}
      where id = ${id} and ended_at is null and until_at > ${now} returning matcher->>'ruleId' as "ruleId"`;
    if (!ended[0]) return;
    const { ruleId } = ended[0];
    await addJournal(sql, [{ what: "silence_ended", ruleId, userId, note: note ?? null, at: now }]);
  });
};
