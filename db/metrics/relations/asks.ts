import type { Fragment, Sql } from "postgres";
import { LANGUAGES } from "#lib/scanners/lexicon/packs.ts";

/** Condition on `source_id`. From a source that never told of any, no ask is not known to be none. */
export const TELLS_OF_ASKS = `source_id in (select s.id from sources s where exists (
  select from episodes a where a.source_id = s.id and a.excluded is null and a.asks_told > 0))`;

const READ_LANGUAGES = LANGUAGES.map((language) => `'${language}'`).join(", ");

/** Condition on `language`, as `readerFor` has it: what customers write in it is read. No pattern is matched, because it
 * is asked of every episode of a week. */
export const IS_READ = `(language is null or lower(split_part(translate(language, '-', '_'), '_', 1)) in (${READ_LANGUAGES}))`;

/** Condition on `language` and `source_id`: whether nobody asked is known where no ask is. The source comes first, because
 * it costs less to look up. */
export const KNOWS_OF_ASKS = `(${TELLS_OF_ASKS} or ${IS_READ})`;

/** Whether episode `e` was handed over because of its first ask: after it, or waiting for a person already. */
const IS_HANDED = `exists (select from handoffs x where x.conversation_id = e.conversation_id and x.episode = e.episode
  and (x.wait_ended_at is null or x.wait_ended_at >= e.first_human_ask_at))`;

/** Where the first ask of episode `e` ended, as `lib/metrics/funnel.ts` names it; null = nobody asked. Whether silence
 * after an answer was a resolution is known once the seven days are over, so before that it is open; who still waits when
 * resolution has given them up is open no longer. */
export const askEnding = (sql: Sql): Fragment => sql`case
  when e.first_human_ask_at is null then null
  when e.ask_outcome = 'answered' then case
    when e.resolution = 'reopened' then 'came_back'
    when e.resolution in ('resolved', 'assumed') then 'stayed'
    when e.resolution <> 'pending' then 'unresolved'
    when e.ended_by = 'closed' then 'stay_open' else 'unresolved_open' end
  when ${sql.unsafe(IS_HANDED)} then case e.ask_outcome
    when 'left' then 'unanswered_left' when 'closed_unanswered' then 'unanswered_closed'
    when 'handed_back' then 'unanswered_back'
    else case when e.resolution = 'pending' then 'unanswered_open' else 'unanswered_given_up' end end
  when e.ask_outcome = 'left' then 'unhanded_left'
  when e.ask_outcome <> 'waiting' then 'unhanded_closed'
  when e.resolution = 'pending' then 'unhanded_open' else 'unhanded_given_up' end`;
