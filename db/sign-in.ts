import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { AppError } from "#lib/errors.ts";
import type { Role } from "#lib/roles.ts";
import type { Db } from "./client.ts";
import { signInAttempts, signInLinks, users } from "./schema/workspace.ts";
import { hashOfToken, newToken } from "./token.ts";
import { addUser, changePassword } from "./users.ts";

export type SignInLink = typeof signInLinks.$inferSelect;

const DAY_MS = 86_400_000;
const VALID_DAYS = { first_admin: 7, invite: 7, reset: 1 } as const;

/** Makes a link that can be used once and returns its token, which is not stored: only its hash is. An earlier unused
 * link of the same purpose and address stops working. */
export const createLink = async (
  db: Db,
  { purpose, email, role, now }: Pick<SignInLink, "purpose" | "email" | "role"> & { now: Date },
): Promise<string> => {
  const token = newToken();
  const address = email?.trim().toLowerCase() ?? null;
  await db.transaction(async (tx) => {
    await tx
      .delete(signInLinks)
      .where(
        and(
          eq(signInLinks.purpose, purpose),
          address === null ? isNull(signInLinks.email) : eq(signInLinks.email, address),
          isNull(signInLinks.usedAt),
        ),
      );
    const expiresAt = new Date(now.getTime() + VALID_DAYS[purpose] * DAY_MS);
    await tx
      .insert(signInLinks)
      .values({ tokenHash: hashOfToken(token), purpose, email: address, role, createdAt: now, expiresAt });
  });
  return token;
};

/** The token with which the first admin is made, anew at each start; null once there is an admin. */
export const firstAdminLink = async (db: Db, now: Date): Promise<string | null> => {
  return (await hasAdmin(db)) ? null : createLink(db, { purpose: "first_admin", email: null, role: "admin", now });
};

/** What a token opens; null when it is unknown, used or too old. */
export const openLink = async (db: Db, token: string, now: Date): Promise<SignInLink | null> => {
  const [row] = await db
    .select()
    .from(signInLinks)
    .where(
      and(eq(signInLinks.tokenHash, hashOfToken(token)), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now)),
    );
  return row ?? null;
};

/** Uses a link up: makes its user, or for a reset sets the new password of one who may still enter, and nothing else.
 * Returns the user's id. Throws `conflict`, and leaves the link, for the second of two at the same moment, an address
 * that has an account already, and a first admin when there is one. The address of an invitation cannot be changed. */
export const acceptLink = async (
  db: Db,
  {
    token,
    email,
    name,
    passwordHash,
    now,
  }: Record<"token" | "email" | "name" | "passwordHash", string> & { now: Date },
): Promise<string> =>
  db.transaction(async (tx) => {
    const [link] = await tx
      .update(signInLinks)
      .set({ usedAt: now })
      .where(
        and(eq(signInLinks.tokenHash, hashOfToken(token)), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now)),
      )
      .returning();
    if (!link) throw new AppError("conflict", "This link has been used already, or is too old. Ask for a new one.");
    if (link.purpose === "reset") return changePassword(tx, link.email ?? "", passwordHash);
    if (link.purpose === "first_admin" && (await hasAdmin(tx)))
      throw new AppError("conflict", "There is an admin already.");
    const role: Role = link.role;
    return addUser(tx, { email: link.email ?? email, name, role, passwordHash, now });
  });

const hasAdmin = async (db: Pick<Db, "select">): Promise<boolean> => {
  const admins = and(eq(users.role, "admin"), isNull(users.removedAt));
  return (await db.select({ id: users.id }).from(users).where(admins).limit(1)).length > 0;
};

const WINDOW_MS = 15 * 60_000;
const MOST_ATTEMPTS = 10;

/** Counts an attempt for an address and says whether it may go on: not after ten in the last quarter of an hour. It is
 * counted before it is tried, so that many at the same moment are not let through together. */
export const mayAttempt = async (db: Db, email: string, now: Date): Promise<boolean> => {
  const key = attemptKey(email);
  const [mine] = await db.insert(signInAttempts).values({ key, at: now }).returning({ id: signInAttempts.id });
  await db.delete(signInAttempts).where(lt(signInAttempts.at, new Date(now.getTime() - 24 * 3_600_000)));
  const since = new Date(now.getTime() - WINDOW_MS);
  const counted = await db.$count(signInAttempts, and(eq(signInAttempts.key, key), gt(signInAttempts.at, since)));
  if (counted <= MOST_ATTEMPTS) return true;
  // One that was not tried does not make the lock longer.
  if (mine) await db.delete(signInAttempts).where(eq(signInAttempts.id, mine.id));
  return false;
};

/** After the right password: what was counted before it is forgotten. */
export const forgetAttempts = async (db: Db, email: string): Promise<void> => {
  await db.delete(signInAttempts).where(eq(signInAttempts.key, attemptKey(email)));
};

const attemptKey = (email: string): string => `mail:${email.trim().toLowerCase().slice(0, 200)}`;
