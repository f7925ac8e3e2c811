import { once } from "node:events";
import { connect as connectSocket, type Socket } from "node:net";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type Db = PostgresJsDatabase & { $client: postgres.Sql };

const TIMES = [1082, 1114, 1184];
const JSONS = [114, 3802];

type Address = { host: string[]; port: number[]; path: string | false };

const CONNECT_MS = 10_000;

/** A socket that sends at once: otherwise each COPY waits 40 ms for an acknowledgement. The driver's own time limit begins
 * only after it; without one here an address that swallows packets is waited for minutes. */
const eagerSocket = async ({ host: [host = "127.0.0.1"], port: [port = 5432], path }: Address): Promise<Socket> => {
  const socket = path ? connectSocket({ path }) : connectSocket({ host, port, noDelay: true });
  try {
    await once(socket, "connect", { signal: AbortSignal.timeout(CONNECT_MS) });
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return Object.assign(socket, { host, port });
};

/** Opens a pool, for Drizzle and for plain SQL through `$client` alike: instants are Dates and JSON is parsed on both
 * roads. The caller ends it with `db.$client.end()`. */
export const openDb = (url: string, { max = 10, name = "seam" } = {}): Db => {
  const options = { max, onnotice: () => {}, connection: { application_name: name, TimeZone: "UTC" } };
  // The driver knows the option `socket`, its types do not.
  const client = postgres(url, { ...options, socket: eagerSocket } as typeof options);
  return dbOver(client);
};

/** Drizzle over a client. It turns off what the driver does with dates and JSON, for all users of the client, and copes with
 * both itself; plain SQL does not. */
export const dbOver = (client: postgres.Sql): Db => {
  const db = drizzle(client);
  for (const type of TIMES) {
    client.options.parsers[type] = (text: string) => new Date(text);
    client.options.serializers[type] = (value: Date | string) => (value instanceof Date ? value.toISOString() : value);
  }
  for (const type of JSONS) {
    client.options.parsers[type] = (text: string) => JSON.parse(text);
    client.options.serializers[type] = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  }
  return db;
};
