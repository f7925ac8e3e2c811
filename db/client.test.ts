import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openDb } from "./client.ts";
import { testDb } from "./testing/db.ts";

const held = testDb();

const listen = async (server: Server, port = 0): Promise<number> => {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
};

const freePort = async (): Promise<number> => {
  const probe = createServer();
  const port = await listen(probe);
  probe.close();
  await once(probe, "close");
  return port;
};

test("a server that refused more often than there are connections is used again once it is back", async () => {
  const real = new URL(held.url);
  const port = await freePort();
  const db = openDb(held.url.replace(`:${real.port}/`, `:${port}/`), { max: 2, name: "seam test" });
  for (let i = 0; i < 6; i++) await expect(db.$client`select 1`).rejects.toMatchObject({ code: "ECONNREFUSED" });
  const door = createServer((from) => {
    const to = connect(Number(real.port), real.hostname);
    from.pipe(to).pipe(from);
    from.on("error", () => to.destroy());
    to.on("error", () => from.destroy());
  });
  await listen(door, port);
  onTestFinished(async () => {
    await db.$client.end();
    door.close();
  });
  expect(await db.$client`select 1 as one`).toEqual([{ one: 1 }]);
});
