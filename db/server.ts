import type { Db } from "./client.ts";

/** The version of the server, such as "18.4". Throws when the database does not answer. */
export const serverVersion = async (db: Db): Promise<string> => {
  const [row] = await db.$client<{ version: string }[]>`select current_setting('server_version') as version`;
  return row?.version ?? "unknown";
};
