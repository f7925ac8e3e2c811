import { asc, eq } from "drizzle-orm";
import type { Conversation } from "#lib/conversation/types.ts";
import type { Db } from "./client.ts";
import { type ConversationRow, type MessageRow, receivedConversation } from "./received.ts";
import { type GivenReview, reviewsOf } from "./reviews.ts";
import { episodes, findings, handoffs, ratings } from "./schema/assessed.ts";
import { dataDefects } from "./schema/received.ts";

export type Dossier = {
  conversation: Conversation;
  episodes: (typeof episodes.$inferSelect)[];
  handoffs: (typeof handoffs.$inferSelect)[];
  ratings: (typeof ratings.$inferSelect)[];
  findings: (typeof findings.$inferSelect)[];
  reviews: GivenReview[];
  defects: (typeof dataDefects.$inferSelect)[];
};

/** Whether anything has come in that its source has not deleted. */
export const hasConversations = async (db: Db): Promise<boolean> => {
  const [row] = await db.$client<
    { has: boolean }[]
  >`select exists (select from conversations where not deleted) as has`;
  return row?.has ?? false;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Everything known about one conversation, as received and as assessed; null when there is none with this id, or its
 * source has deleted it. */
export const dossier = async (db: Db, conversationId: string): Promise<Dossier | null> => {
  if (!UUID.test(conversationId)) return null;
  const sql = db.$client;
  const [[row], messages, ...assessed] = await Promise.all([
    sql<ConversationRow[]>`select c.*, s.key as source from conversations c join sources s on s.id = c.source_id
      where c.conversation_id = ${conversationId} and not c.deleted`,
    sql<MessageRow[]>`select * from messages where conversation_id = ${conversationId} order by position`,
    db.select().from(episodes).where(eq(episodes.conversationId, conversationId)).orderBy(asc(episodes.episode)),
    db.select().from(handoffs).where(eq(handoffs.conversationId, conversationId)).orderBy(asc(handoffs.at)),
    db.select().from(ratings).where(eq(ratings.conversationId, conversationId)).orderBy(asc(ratings.at)),
    db.select().from(findings).where(eq(findings.conversationId, conversationId)).orderBy(asc(findings.start)),
    db
      .select()
      .from(dataDefects)
      .where(eq(dataDefects.conversationId, conversationId))
      .orderBy(asc(dataDefects.ordinal)),
    reviewsOf(db, [conversationId]),
  ]);
  if (!row) return null;
  const [ofEpisodes, ofHandoffs, ofRatings, ofFindings, ofDefects, ofReviews] = assessed;
  return {
    conversation: receivedConversation(row, messages),
    episodes: ofEpisodes,
    handoffs: ofHandoffs,
    ratings: ofRatings,
    findings: ofFindings,
    reviews: ofReviews.get(conversationId) ?? [],
    defects: ofDefects,
  };
};
