import { z } from "zod";
import { AppError } from "#lib/errors.ts";

export type Settings = {
  /** Where Chatwoot is, without a slash at the end. */
  address: string;
  accountId: string;
  token: string;
  webhookSecret: string | null;
  /** Agents of Chatwoot's that are really bots. */
  botUserIds: string[];
};

const given = z.looseObject({
  address: z.string().trim().min(1, "The address of Chatwoot is missing."),
  accountId: z.coerce
    .string()
    .trim()
    .regex(/^\d+$/, "The account id is a number: it stands in the address after /app/accounts/."),
  token: z.string().trim().min(1, "The access token is missing."),
  webhookSecret: z.string().trim().nullish(),
  botUserIds: z
    .string()
    .nullish()
    .refine((ids) => /^[\s\d,]*$/.test(ids ?? ""), "The ids of bots are numbers with commas between them."),
});

/** Reads what was typed into the form; throws `AppError` with one sentence on the first thing that cannot be used. */
export const readSettings = (json: Record<string, unknown>): Settings => {
  const read = given.safeParse(json);
  if (!read.success) {
    const issue = read.error.issues[0];
    const isMissing = issue?.code === "invalid_type";
    const sentence = isMissing ? `The setting ${issue.path.join(".")} is missing.` : issue?.message;
    throw new AppError("bad_input", sentence ?? "The settings cannot be read.");
  }
  const { address, accountId, token, webhookSecret, botUserIds } = read.data;
  return {
    address: addressOf(address),
    accountId,
    token,
    webhookSecret: webhookSecret || null,
    botUserIds: (botUserIds ?? "").split(",").flatMap((one) => one.trim() || []),
  };
};

/** People copy the address of the page they are on, so all from /app or /api on is left out. */
const addressOf = (text: string): string => {
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === "") {
    throw new AppError("bad_input", `“${text}” is not a web address.`);
  }
  return `${url.origin}${url.pathname.replace(/\/(?:app|api)(?:\/.*)?$/, "")}`.replace(/\/+$/, "");
};
