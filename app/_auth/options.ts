import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { db } from "#app/_db.ts";
import { isThrottled, saveAttempt } from "#db/sign-in.ts";
import { personaByEmail, userByEmail } from "#db/users.ts";
import { workspace } from "#db/workspace.ts";
import { env } from "#lib/env.ts";
import { isPassword } from "./password.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

/** Personas are for trying things out on one's own machine: never where others can reach the server. */
export const personasMayEnter = async (): Promise<boolean> =>
  LOOPBACK.has(env().HOST) && (await workspace(db()))?.mode === "demo";

const TOO_MANY = "too_many";

/** The session token holds the user's id and nothing else: the row is read on each request, so that removal works at
 * once. Addresses that do not exist are told by nothing, not even by time. */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: 14 * 24 * 3600 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    CredentialsProvider({
      id: "password",
      name: "Password",
      credentials: { email: {}, password: {} },
      authorize: async (given) => {
        const [email, password] = [given?.email ?? "", given?.password ?? ""];
        const now = new Date();
        const keys = [`mail:${email.trim().toLowerCase().slice(0, 200)}`];
        if (await isThrottled(db(), keys, now)) throw new Error(TOO_MANY);
        const user = await userByEmail(db(), email);
        if (await isPassword(password, user?.passwordHash ?? null)) return { id: user?.id ?? "" };
        await saveAttempt(db(), keys, now);
        return null;
      },
    }),
    CredentialsProvider({
      id: "persona",
      name: "Demo",
      credentials: { email: {} },
      authorize: async (given) => {
        if (!(await personasMayEnter())) return null;
        const user = await personaByEmail(db(), given?.email ?? "");
        return user && { id: user.id };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub ?? "", iat: token["iat"], exp: token["exp"] }),
    session: ({ session, token }) => ({ ...session, user: {}, userId: token.sub }),
  },
};
