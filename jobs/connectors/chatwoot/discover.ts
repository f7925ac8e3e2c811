import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { type Discovered, HttpError } from "../connector.ts";
import { type ChatwootSession, pathOf } from "./client.ts";
import { channelOf } from "./map.ts";

const id = z.union([z.string(), z.number()]).transform(String);
const named = z.looseObject({ id, name: z.string().nullish().catch(null) });
const profile = z.looseObject({
  id,
  accounts: z.array(named.extend({ role: z.string().nullish().catch(null) })).nullish(),
});
const inbox = named.extend({ channel_type: z.string().nullish().catch(null) });
const rows = <T extends z.ZodType>(one: T) => z.union([z.array(one), z.looseObject({ payload: z.array(one) })]);

/** Who and what is there. Asks for everything that reading needs, so that a token that may not see it is found now. */
export const discover = async (session: ChatwootSession): Promise<Discovered> => {
  const { settings } = session;
  const read = profile.safeParse(await look(session, "/profile"));
  if (!read.success) throw noChatwoot(settings.address);
  const account = read.data.accounts?.find((one) => one.id === settings.accountId);
  if (!account) {
    throw new AppError("not_found", `The access token's user has no account ${settings.accountId} in this Chatwoot.`);
  }
  if (account.role != null && account.role !== "administrator") {
    throw new AppError("forbidden", "The access token must be an administrator's: an agent does not see everything.");
  }
  const teams = await rowsAt(session, "teams", named);
  const agents = await rowsAt(session, "agents", named);
  const inboxes = await rowsAt(session, "inboxes", inbox);
  await look(session, pathOf(settings, "conversations"), { status: "all", assignee_type: "all", page: 1 });
  return {
    account: account.name ?? settings.accountId,
    teams: teams.map(({ id, name }) => ({ id, name: name ?? id })),
    agents: agents.map(({ id, name }) => ({ id, name: name ?? id })),
    inboxes: inboxes.map(({ id, name, channel_type }) => ({ id, name: name ?? id, channel: channelOf(channel_type) })),
  };
};

const noChatwoot = (address: string, options?: ErrorOptions): AppError =>
  new AppError("bad_input", `There is no Chatwoot at ${address}.`, options);

const rowsAt = async <T extends z.ZodType>(session: ChatwootSession, path: string, one: T): Promise<z.output<T>[]> => {
  const read = rows(one).safeParse(await look(session, pathOf(session.settings, path)));
  if (!read.success) throw noChatwoot(session.settings.address);
  return Array.isArray(read.data) ? read.data : (read.data as { payload: z.output<T>[] }).payload;
};

const look = async ({ http, settings }: ChatwootSession, path: string, query = {}): Promise<unknown> => {
  try {
    const { status, json } = await http.get(path, query);
    if (status >= 400) throw new HttpError(status, `Chatwoot answered ${status}.`);
    return json;
  } catch (error) {
    throw error instanceof HttpError ? inOneSentence(error, path === "/profile", settings) : error;
  }
};

const inOneSentence = (
  error: HttpError,
  isProfile: boolean,
  { address, accountId }: ChatwootSession["settings"],
): AppError => {
  const options = { cause: error };
  if (error.status === null) return new AppError("unavailable", `No answer from ${address}: ${error.message}`, options);
  if (error.status === 429) return new AppError("too_many", `Chatwoot asks for fewer requests for now.`, options);
  if (error.status >= 500 || error.status === 408) {
    return new AppError("unavailable", `Chatwoot answered ${error.status} for now.`, options);
  }
  if (isProfile && error.status === 401) {
    return new AppError("unauthorised", "Chatwoot refused the access token: copy it again from the profile.", options);
  }
  if (isProfile) return noChatwoot(address, options);
  if (error.status === 404) {
    return new AppError("not_found", `There is no account ${accountId} in this Chatwoot.`, options);
  }
  return new AppError("forbidden", "The access token may not see teams, agents, inboxes and conversations.", options);
};
