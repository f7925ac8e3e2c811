import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A program on loopback that is told of alarms. */
export const openReceiver = async () => {
  const got: { type: string; id: string }[] = [];
  const held = { status: 200 };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    got.push({ type: (JSON.parse(body) as { type: string }).type, id: String(request.headers["webhook-id"]) });
    response.writeHead(held.status).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    answers: (status: number) => {
      held.status = status;
    },
    types: () => got.map(({ type }) => type),
    ids: () => got.map(({ id }) => id),
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
};
