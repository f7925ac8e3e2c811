import type { Review, ReviewVerdict } from "#lib/conversation/assessed.ts";
import { AppError } from "#lib/errors.ts";
import { SCANNERS } from "#lib/scanners/registry.ts";
import { spanKey } from "#lib/scanners/review.ts";
import type { Db } from "./client.ts";
import { touch } from "./neighbours.ts";

/** What names a finding on a page. */
export type FindingKey = {
  conversationId: string;
  messageId: string;
  scanner: string;
  label: string;
  rule: string;
  start: number;
};

export type GivenReview = Review & { by: string | null; at: Date; rule: string; confidence: number };

type Row = { start: number; end: number; version: string; confidence: number; evidence: string | null; text: string };

/** Stores what somebody said of a finding, in place of what was said before, and makes its conversation pending, so that
 * every number follows; a null verdict takes it back. Throws `not_found` when no such finding is there any more. */
export const reviewFinding = async (
  db: Db,
  key: FindingKey,
  { verdict, reviewerId, now }: { verdict: ReviewVerdict | null; reviewerId: string; now: Date },
): Promise<void> => {
  const { conversationId, messageId, scanner, label, rule, start } = key;
  await db.$client.begin(async (sql) => {
    const [found] = await sql<Row[]>`
      select f.start, f."end", f.version, f.confidence, f.evidence, coalesce(m.text, '') as text
      from findings f left join messages m using (conversation_id, message_id)
      where f.conversation_id = ${conversationId} and f.message_id = ${messageId} and f.scanner = ${scanner}
        and f.label = ${label} and f.rule = ${rule} and f.start = ${start}`;
    if (!found) throw new AppError("not_found", "This finding is no longer there. Load the page again.");
    const span = spanKey(found, found.text);
    if (verdict === null) {
      await sql`delete from reviews where conversation_id = ${conversationId} and message_id = ${messageId}
        and scanner = ${scanner} and label = ${label} and span = ${span}`;
    } else {
      // The confidence kept is the rule's own: a later review meets a finding that an earlier one made certain.
      await sql`
        insert into reviews (conversation_id, message_id, scanner, label, span, verdict, rule, version, confidence,
          reviewer_id, at)
        values (${conversationId}, ${messageId}, ${scanner}, ${label}, ${span}, ${verdict}, ${rule}, ${found.version},
          ${found.confidence}, ${reviewerId}, ${now})
        on conflict (conversation_id, message_id, scanner, label, span) do update set verdict = excluded.verdict,
          reviewer_id = excluded.reviewer_id, at = excluded.at`;
    }
    await touch(sql, [conversationId], now);
  });
};

/** What was said of findings in these conversations. */
export const reviewsOf = async (db: Db, ids: string[]): Promise<Map<string, GivenReview[]>> => {
  const rows = await db.$client<(GivenReview & { conversationId: string })[]>`
    select r.conversation_id as "conversationId", r.message_id as "messageId", r.scanner, r.label, r.span, r.verdict,
      r.rule, r.confidence, r.at, u.name as by
    from reviews r left join users u on u.id = r.reviewer_id where r.conversation_id = any(${ids})`;
  return Map.groupBy(rows, ({ conversationId }) => conversationId);
};

export type RuleReviews = { scanner: string; label: string; rule: string; confirmed: number; dismissed: number };

/** How often people confirmed and dismissed what each rule found by itself and counted, scanner by scanner. */
export const reviewsByRule = async (db: Db): Promise<RuleReviews[]> =>
  db.$client<RuleReviews[]>`
    select r.scanner, r.label, r.rule, count(*) filter (where r.verdict = 'confirmed')::int as confirmed,
      count(*) filter (where r.verdict = 'dismissed')::int as dismissed
    from reviews r join unnest(${SCANNERS.map(({ key }) => key)}::text[],
      ${SCANNERS.map(({ acceptedFrom }) => acceptedFrom)}::float8[]) as s(scanner, accepted_from)
      on s.scanner = r.scanner and r.confidence >= s.accepted_from
    group by r.scanner, r.label, r.rule order by r.scanner, r.label, r.rule`;
