import { type Argon2Parameters, argon2, createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2) as (algorithm: "argon2id", parameters: Argon2Parameters) => Promise<Buffer>;

/** OWASP's first choice for Argon2id: 46 MiB, one pass, one lane. */
const COST = { memory: 47_104, passes: 1, parallelism: 1, tagLength: 32 };
const PREFIX = "argon2id$m=47104,t=1,p=1$";

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

const hashWith = (password: string, nonce: Buffer): Promise<Buffer> =>
  derive("argon2id", { message: password.normalize("NFKC"), nonce, ...COST });

export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16);
  const hash = await hashWith(password, nonce);
  return `${PREFIX}${nonce.toString("base64url")}$${hash.toString("base64url")}`;
};

const NOBODY = `${PREFIX}${Buffer.alloc(16).toString("base64url")}$${Buffer.alloc(32).toString("base64url")}`;

/** Changes with the password and does not tell it: a session that carries another is over. */
export const sealOf = (stored: string | null): string =>
  createHash("sha256")
    .update(stored ?? "")
    .digest("base64url")
    .slice(0, 16);

/** Whether the password fits. Without a stored one it works as long, so that nobody learns which addresses exist. */
export const isPassword = async (password: string, stored: string | null): Promise<boolean> => {
  if (password.length > LONGEST_PASSWORD) return false;
  const [nonce = "", hash = ""] = (stored ?? NOBODY).slice(PREFIX.length).split("$");
  const given = await hashWith(password, Buffer.from(nonce, "base64url"));
  const kept = Buffer.from(hash, "base64url");
  return stored !== null && kept.length === given.length && timingSafeEqual(kept, given);
};
