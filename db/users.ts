import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { PERSONAS } from "#lib/demo/personas.ts";
import { AppError } from "#lib/errors.ts";
import type { Role } from "#lib/roles.ts";
import type { Db } from "./client.ts";
import { signInLinks, users } from "./schema/workspace.ts";

export type User = typeof users.$inferSelect;

/** A user who may enter; null when there is none with this id or they were removed. */
export const userById = async (db: Db, id: string): Promise<User | null> => {
  const [row] = await db
    .select()
    .from(users)
    .where(and(eq(users.id, id), isNull(users.removedAt)));
  return row ?? null;
};

/** By address, whatever its letters' case; null as above. */
export const userByEmail = async (db: Db, email: string): Promise<User | null> => {
  const [row] = await db
    .select()
    .from(users)
    .where(and(eq(sql`lower(${users.email})`, email.trim().toLowerCase()), isNull(users.removedAt)));
  return row ?? null;
};

/** Everyone who may enter, by name. */
export const people = (db: Db): Promise<User[]> =>
  db.select().from(users).where(isNull(users.removedAt)).orderBy(asc(users.name));

/** Takes a person's access away at once: sessions are checked against the row on each request, and open links to
 * their address stop working. The last admin cannot be removed (throws `conflict`). */
export const removeUser = async (db: Db, id: string, now: Date): Promise<void> => {
  await db.transaction(async (tx) => {
    const admins = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.role, "admin"), isNull(users.removedAt)))
      .for("update");
    if (admins.length === 1 && admins[0]?.id === id) {
      throw new AppError("conflict", "This is the only admin. Invite another first.");
    }
    const [gone] = await tx.update(users).set({ removedAt: now }).where(eq(users.id, id)).returning();
    // A link made before would let them in again.
    if (gone) await tx.delete(signInLinks).where(and(eq(signInLinks.email, gone.email), isNull(signInLinks.usedAt)));
  });
};

/** Makes the people of the demo who are not there yet. */
export const ensurePersonas = async (db: Db, now: Date): Promise<void> => {
  for (const { email, name, role } of PERSONAS) {
    if (await userByEmail(db, email)) continue;
    await db.insert(users).values({ id: v7(), email, name, role, isPersona: true, createdAt: now });
  }
};

/** A person of the demo by address; null when it is none. */
export const personaByEmail = async (db: Db, email: string): Promise<User | null> => {
  const user = await userByEmail(db, email);
  return user?.isPersona ? user : null;
};

/** Makes a user and returns the id. Throws `conflict` when somebody who may enter has the address. */
export const addUser = async (
  db: Pick<Db, "insert">,
  { email, now, ...user }: { email: string; name: string; role: Role; passwordHash: string; now: Date },
): Promise<string> => {
  const [made] = await db
    .insert(users)
    .values({ id: v7(), email: email.trim().toLowerCase(), ...user, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!made) throw new AppError("conflict", "This address has an account already. Ask an admin for a new password.");
  return made.id;
};

/** Gives the one with this address a new password and returns the id. Throws `conflict` when nobody who may enter has
 * it: whoever was removed does not come back by a link made before. */
export const changePassword = async (db: Pick<Db, "update">, email: string, passwordHash: string): Promise<string> => {
  const [changed] = await db
    .update(users)
    .set({ passwordHash })
    .where(and(eq(sql`lower(${users.email})`, email), isNull(users.removedAt)))
    .returning({ id: users.id });
  if (!changed) throw new AppError("conflict", "There is no account for this address any more. Ask for an invitation.");
  return changed.id;
};
