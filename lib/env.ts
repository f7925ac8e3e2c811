import { z } from "zod";
import { AppError } from "./errors.ts";

const port = z.coerce.number().int().min(1).max(65_535);

const schema = z.object({
  /** PostgreSQL 15 or newer; absent = the embedded server under SEAM_DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SEAM_DATA_DIR: z.string().min(1).default(".data"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(3000),
  /** The address people type, when it is not http://HOST:PORT. */
  NEXTAUTH_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** Signs sessions; made once and kept beside the data when absent. */
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  /** 32 bytes in base64 that encrypt the credentials of sources; a key is made beside the data when absent. */
  SEAM_SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, "32 bytes in base64")
    .optional(),
  /** Hosts of the inner network that sources and messages may call, comma-separated. */
  SEAM_OUTBOUND_ALLOW: z
    .string()
    .transform((list) =>
      list
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((host) => host !== ""),
    )
    .default([]),
  /** Freezes the demo at an instant, for tests and pictures. */
  SEAM_DEMO_AT: z.iso.datetime({ offset: true }).optional(),
  /** Weeks of made-up history. */
  SEAM_DEMO_WEEKS: z.coerce.number().int().min(1).max(52).default(26),
});

export type Env = z.infer<typeof schema>;
export const ENV_KEYS = Object.keys(schema.shape);

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

/** Whether this machine alone reaches the app: neither does it listen to others, nor does a proxy pass them on. */
export const isOnLoopback = ({ HOST, NEXTAUTH_URL }: Pick<Env, "HOST" | "NEXTAUTH_URL">): boolean =>
  LOOPBACK.has(HOST) && (!NEXTAUTH_URL || LOOPBACK.has(new URL(NEXTAUTH_URL).hostname));

/** Reads the environment once; an empty value counts as absent. Throws `bad_input` with one sentence
 * that names every wrong key. */
export const readEnv = (values: Record<string, string | undefined>): Env => {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path, message }) => `${path.join(".")} (${message})`).join("; ");
  throw new AppError("bad_input", `These environment variables cannot be used: ${wrong}.`);
};

let cached: Env | undefined;
export const env = (): Env => {
  cached ??= readEnv(process.env);
  return cached;
};
