import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type Sealed = { keyId: string; sealed: string };

/** Encrypts a text so that it can be opened only with the same key and for the same purpose. */
export const seal = async (text: string, purpose: string): Promise<Sealed> => {
  const key = await secretKey();
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return { keyId: idOf(key), sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64") };
};

/** The text again. Throws `unavailable` when it was sealed with another key or for another purpose, or was changed. */
export const open = async ({ keyId, sealed }: Sealed, purpose: string): Promise<string> => {
  const key = await secretKey();
  if (idOf(key) !== keyId) {
    throw new AppError(
      "unavailable",
      "A stored secret was encrypted with another key: restore the key file, or enter it anew.",
    );
  }
  const bytes = Buffer.from(sealed, "base64");
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  const decipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(purpose)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch (error) {
    throw new AppError("unavailable", "A stored secret cannot be opened: enter it anew.", { cause: error });
  }
};

const idOf = (key: Buffer): string => createHash("sha256").update(key).digest("hex").slice(0, 12);

/** SEAM_SECRET_KEY, else a file beside the data, made at its first use. */
const secretKey = async (): Promise<Buffer> => {
  const given = env().SEAM_SECRET_KEY;
  if (given) return Buffer.from(given, "base64");
  const file = join(env().SEAM_DATA_DIR, "secret-key");
  await mkdir(env().SEAM_DATA_DIR, { recursive: true, mode: 0o700 });
  // Of two processes that make it at once one does; both read what is there then.
  await writeFile(file, randomBytes(32).toString("base64"), { mode: 0o600, flag: "wx" }).catch((error) => {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  });
  return Buffer.from(await readFile(file, "utf8"), "base64");
};
