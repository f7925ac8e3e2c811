import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { db } from "#app/_db.ts";
import { forgetAttempts, mayAttempt } from "#db/sign-in.ts";
import { personaByEmail, userByEmail } from "#db/users.ts";
import { workspace } from "#db/workspace.ts";
import { env, isOnLoopback } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { isPassword, sealOf } from "./password.ts";

/** Personas are for trying things out on one's own machine: never where others can reach the server. */
export const personasMayEnter = async (): Promise<boolean> =>
  isOnLoopback(env()) && (await workspace(db()))?.mode === "demo";

const TOO_MANY = "too_many";

type Entered = User & { seal: string };

const enter = async (email: string, password: string): Promise<Entered | null> => {
  const now = new Date();
  if (!(await mayAttempt(db(), email, now))) throw new Error(TOO_MANY);
  const user = await userByEmail(db(), email);
  if (!(await isPassword(password, user?.passwordHash ?? null)) || !user) return null;
  await forgetAttempts(db(), email);
  return { id: user.id, seal: sealOf(user.passwordHash) };
};

const enterAsPersona = async (email: string): Promise<Entered | null> => {
  if (!(await personasMayEnter())) return null;
  const user = await personaByEmail(db(), email);
  return user && { id: user.id, seal: sealOf(user.passwordHash) };
};

/** next-auth puts the message of an error into an address: never that of a database. */
const refuse = (error: unknown): never => {
  if (error instanceof Error && error.message === TOO_MANY) throw error;
  log.error("sign-in", error);
  throw new Error("unavailable");
};

/** The session token holds the user's id and the seal of the password it was entered with: the row is read on each
 * request, so that removal and a new password work at once. Addresses that do not exist are told by nothing, not even by
 * time. */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: 14 * 24 * 3600 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    CredentialsProvider({
      id: "password",
      name: "Password",
      credentials: { email: {}, password: {} },
      authorize: (given) => enter(String(given?.email ?? ""), String(given?.password ?? "")).catch(refuse),
    }),
    CredentialsProvider({
      id: "persona",
      name: "Demo",
      credentials: { email: {} },
      authorize: (given) => enterAsPersona(String(given?.email ?? "")).catch(refuse),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({
      sub: user?.id ?? token.sub ?? "",
      seal: user ? (user as Entered).seal : token["seal"],
      iat: token["iat"],
      exp: token["exp"],
    }),
    session: ({ session, token }) => ({ ...session, user: {}, userId: token.sub, seal: token["seal"] }),
  },
};
