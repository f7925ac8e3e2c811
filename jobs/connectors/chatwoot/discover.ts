import { z } from "zod";
import { type Discovered, HttpError, type Session } from "#jobs/connectors/connector.ts";
import { AppError } from "#lib/errors.ts";
import type { Settings } from "./settings.ts";

const id = z.union([z.number(), z.string()]);
const profileSchema = z.looseObject({
  accounts: z.array(z.looseObject({ id, name: z.string().nullish(), role: z.string().nullish() })),
});
const named = z.array(z.looseObject({ id, name: z.string().nullish(), channel_type: z.string().nullish() }));

/** Who and what is there. Throws `bad_input` with one sentence that says what to correct. */
export const discover = async (session: Session<Settings>): Promise<Discovered> => {
  const { http, settings } = session;
  const account = await accountOf(session);
  const path = `api/v1/accounts/${settings.accountId}`;
  const [agents, teams, inboxes] = await Promise.all(
    ["agents", "teams", "inboxes"].map(async (what) => (await http.get(`${path}/${what}`)).json),
  );
  const inner = (inboxes as { payload?: unknown } | null)?.payload ?? inboxes;
  return {
    account,
    agents: namesOf(agents),
    teams: namesOf(teams),
    inboxes: (named.safeParse(inner).data ?? []).map((one) => ({
      id: String(one.id),
      name: one.name ?? "",
      channel: one.channel_type ?? "",
    })),
  };
};

const namesOf = (json: unknown): { id: string; name: string }[] =>
  (named.safeParse(json).data ?? []).map((one) => ({ id: String(one.id), name: one.name ?? "" }));

const accountOf = async ({ http, settings }: Session<Settings>): Promise<string> => {
  const json = await http.get("api/v1/profile").then((answer) => answer.json, explain);
  const profile = profileSchema.safeParse(json);
  if (!profile.success) throw new AppError("bad_input", "There is no Chatwoot at this address.");
  const { accounts } = profile.data;
  const account = accounts.find((one) => String(one.id) === settings.accountId);
  if (!account) {
    const others = accounts.map((one) => `${one.id} (${one.name ?? "without a name"})`).join(", ");
    throw new AppError("bad_input", `This token opens no account ${settings.accountId}; it opens ${others || "none"}.`);
  }
  if (account.role !== "administrator") {
    throw new AppError("bad_input", "This token is an agent’s: use an administrator’s, who sees every conversation.");
  }
  return account.name ?? `account ${settings.accountId}`;
};

const explain = (error: unknown): never => {
  if (error instanceof HttpError && error.status === 401) {
    throw new AppError("bad_input", "Chatwoot does not accept this access token.");
  }
  if (error instanceof HttpError && (error.status === 404 || error.status === 200)) {
    throw new AppError("bad_input", "There is no Chatwoot at this address.");
  }
  throw error;
};
