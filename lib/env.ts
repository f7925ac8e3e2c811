import { z } from "zod";
import { AppError } from "./errors.ts";

const port = z.coerce.number().int().min(1).max(65_535);

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

const shape = z.object({
  /** PostgreSQL 15 or newer; absent = the embedded server under SEAM_DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SEAM_DATA_DIR: z.string().min(1).default(".data"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(3000),
  /** The address people type, when it is not http://HOST:PORT. */
  NEXTAUTH_URL: origin.optional(),
  /** The address that links in messages begin with, when a phone reaches the app by another. */
  SEAM_PUBLIC_URL: origin.optional(),
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
  /** The mail server, with user and password where it asks for them, such as smtps://user:password@mail.example.com. */
  SEAM_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who messages are from, such as "Seam <seam@example.com>". */
  SEAM_MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, "an address, or a name and <address>")
    .optional(),
  /** Asked after each look at the alarms: who expects it there every half minute notices when nobody looks any more. */
  SEAM_HEARTBEAT_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Freezes the demo at an instant, for tests and pictures. */
  SEAM_DEMO_AT: z.iso.datetime({ offset: true }).optional(),
  /** Weeks of made-up history. */
  SEAM_DEMO_WEEKS: z.coerce.number().int().min(1).max(52).default(26),
});

const schema = shape.refine(({ SEAM_SMTP_URL, SEAM_MAIL_FROM }) => !SEAM_SMTP_URL || SEAM_MAIL_FROM, {
  path: ["SEAM_MAIL_FROM"],
  message: "is needed with SEAM_SMTP_URL",
});

export type Env = z.infer<typeof schema>;
export const ENV_KEYS = Object.keys(shape.shape);

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

type Addresses = Pick<Env, "HOST" | "PORT" | "NEXTAUTH_URL" | "SEAM_PUBLIC_URL">;

/** Whether this machine alone reaches the app: neither does it listen to others, nor does a proxy pass them on. */
export const isOnLoopback = ({ HOST, NEXTAUTH_URL, SEAM_PUBLIC_URL }: Omit<Addresses, "PORT">): boolean =>
  LOOPBACK.has(HOST) && [NEXTAUTH_URL, SEAM_PUBLIC_URL].every((url) => !url || LOOPBACK.has(new URL(url).hostname));

/** The address that people type into a browser. */
export const typedAddress = ({ HOST, PORT, NEXTAUTH_URL }: Addresses): string =>
  NEXTAUTH_URL ?? `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`;

/** What a link in a message begins with. */
export const publicAddress = (values: Addresses): string => values.SEAM_PUBLIC_URL ?? typedAddress(values);

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
