import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema.ts";

export type Db = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql };
export type Tx = PostgresJsTransaction<typeof schema, never>;

/** Opens a pool. The caller ends it with `db.$client.end()`. */
export const openDb = (url: string, { max = 10, name = "seam" } = {}): Db =>
  drizzle(postgres(url, { max, onnotice: () => {}, connection: { application_name: name, TimeZone: "UTC" } }), {
    schema,
  });
