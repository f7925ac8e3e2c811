import type { InactivityHours } from "#lib/conversation/channels.ts";
import type { Db } from "./client.ts";

/** Sets after how many hours of silence an episode of a source is over (a channel left out has the usual ones). Its
 * conversations become pending for assessment when that is a change. Returns how many did. */
export const saveInactivityHours = (db: Db, sourceId: string, hours: InactivityHours): Promise<number> =>
  db.$client.begin(async (sql) => {
    const changed = await sql`
      update sources set inactivity_hours = ${sql.json(hours)}
      where id = ${sourceId} and inactivity_hours <> ${sql.json(hours)} returning id`;
    if (changed.length === 0) return 0;
    // Taken in the order in which workers take them, so that neither holds what the other waits for.
    const pending = await sql`
      with mine as (
        select conversation_id from assessments join conversations using (conversation_id)
        where source_id = ${sourceId} order by conversation_id for update of assessments)
      update assessments a set assessed_with = null, error = null from mine where a.conversation_id = mine.conversation_id`;
    return pending.count;
  });
