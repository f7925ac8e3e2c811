import { and, desc, eq, isNull } from "drizzle-orm";
import { v7 } from "uuid";
import type { Db } from "./client.ts";
import { apiTokens } from "./schema/workspace.ts";
import { hashOfToken, newToken } from "./token.ts";

export type ApiToken = Omit<typeof apiTokens.$inferSelect, "tokenHash">;

/** Makes a token for the API and returns it; it can never be read again. Its bearer reads, and with `canWrite` sends
 * conversations too. */
export const createApiToken = async (
  db: Db,
  { name, canWrite = false, now }: { name: string; canWrite?: boolean; now: Date },
): Promise<string> => {
  const token = `seam_${newToken()}`;
  await db.insert(apiTokens).values({ id: v7(), name, canWrite, tokenHash: hashOfToken(token), createdAt: now });
  return token;
};

/** What a token is for; null when it does not work. Notes when it was last used, to the minute. */
export const tokenByText = async (db: Db, token: string, now: Date): Promise<ApiToken | null> => {
  const [row] = await db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.tokenHash, hashOfToken(token)), isNull(apiTokens.revokedAt)));
  if (!row) return null;
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > 60_000) {
    await db.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, row.id));
  }
  const { tokenHash: _, ...known } = row;
  return known;
};

/** Tokens that work, the newest first. */
export const workingTokens = async (db: Db): Promise<ApiToken[]> => {
  const rows = await db.select().from(apiTokens).where(isNull(apiTokens.revokedAt)).orderBy(desc(apiTokens.createdAt));
  return rows.map(({ tokenHash: _, ...token }) => token);
};

export const revokeToken = async (db: Db, id: string, now: Date): Promise<void> => {
  await db
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)));
};
