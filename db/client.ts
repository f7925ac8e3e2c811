import { connect as connectSocket, type Socket } from "node:net";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type Db = PostgresJsDatabase & { $client: postgres.Sql };

const TIMES = [1082, 1114, 1184];
const JSONS = [114, 3802];

type Address = { host: string[]; port: number[]; path: string | false };

/** A socket that sends at once: otherwise each COPY waits 40 ms for an acknowledgement. It is given away before it is
 * connected: of a connection whose socket was not to be had the driver never speaks again, and a pool of ten would be
 * dead after a server had refused ten times. */
const eagerSocket = ({ host: [host = "127.0.0.1"], port: [port = 5432], path }: Address): Socket => {
  const socket = path ? connectSocket({ path }) : connectSocket({ host, port, noDelay: true });
  return Object.assign(socket, { host, port });
};

/** An address that swallows packets would be waited for minutes. */
const CONNECT_SECONDS = 10;
/** A server that was away is looked for this often. */
const LONGEST_PAUSE_SECONDS = 1;

/** Opens a pool, for Drizzle and for plain SQL through `$client` alike: instants are Dates and JSON is parsed on both
 * roads. The caller ends it with `db.$client.end()`. */
export const openDb = (url: string, { max = 10, name = "seam" } = {}): Db => {
  const options = {
    max,
    onnotice: () => {},
    connection: { application_name: name, TimeZone: "UTC" },
    connect_timeout: CONNECT_SECONDS,
    backoff: (failures: number) => Math.min(2 ** failures / 20, LONGEST_PAUSE_SECONDS),
  };
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
