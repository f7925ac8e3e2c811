import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { createHttp, type HttpOptions } from "../http.ts";
import type { Limits } from "../http-limits.ts";

export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

export const TOKEN = "secret-token-1";

export const reply =
  (status: number, body = "{}", headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };

/** A vendor that answers by a list, the last reply again and again, and remembers what it was asked. */
export const scriptVendor = () => {
  const vendor = {
    base: "",
    replies: [] as Reply[],
    seen: [] as { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[],
  };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      vendor.seen.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
      const next = vendor.replies.length > 1 ? vendor.replies.shift() : vendor.replies[0];
      next?.(response, request);
    });
  });
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    vendor.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    vendor.replies = [];
    vendor.seen = [];
  });
  return vendor;
};

/** A connection on a clock that only sleeping moves; `slept` is what it slept. */
export const slowConnection = (base: string, given: Partial<HttpOptions> = {}) => {
  let instant = Date.parse("2026-11-02T10:00:00Z");
  const slept: number[] = [];
  const limits: Limits[] = [];
  const http = createHttp({
    base,
    headers: { api_access_token: TOKEN },
    perSecond: 100,
    signal: new AbortController().signal,
    now: () => new Date(instant),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      instant += milliseconds;
    },
    random: () => 1,
    timeout: () => new AbortController().signal,
    onLimits: (given) => limits.push(given),
    ...given,
  });
  return { http, slept, limits };
};
