import { z } from "zod";
import { AppError } from "#lib/errors.ts";

const schema = z.object({
  address: z.url({ protocol: /^https?$/, error: "The address must look like https://chat.example.com." }),
  accountId: z.string().regex(/^\d+$/, "The account is a number: it stands in the address after /accounts/."),
  accessToken: z.string().min(1, "An access token is needed."),
  /** Ids of agents that are bots although Chatwoot takes them for people. */
  botUserIds: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,;]+/).filter((id) => id !== "")),
});

export type Settings = Pick<z.infer<typeof schema>, "address" | "accountId" | "accessToken" | "botUserIds">;

/** Reads stored settings and secrets. Throws `bad_input` with one sentence when one cannot be used. */
export const readSettings = (given: Record<string, unknown>): Settings => {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new AppError("bad_input", read.error.issues[0]?.message ?? "The settings cannot be used.");
};
