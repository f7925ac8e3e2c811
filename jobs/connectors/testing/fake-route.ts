import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

export type FakeRequest = {
  method: string;
  path: string;
  params: Record<string, string>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: unknown;
};
export type FakeAnswer = { status: number; json: unknown; headers?: Record<string, string> };
/** `:name` in a path is a parameter. */
export type Route = {
  method: "GET" | "POST";
  path: string;
  handle: (request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>;
};

export const readRequest = async (incoming: IncomingMessage): Promise<FakeRequest> => {
  const url = new URL(incoming.url ?? "/", "http://fake.invalid");
  const raw = await text(incoming);
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    params: {},
    query: url.searchParams,
    headers: incoming.headers,
    body: raw === "" ? null : JSON.parse(raw),
  };
};

/** The route a request takes; its parameters are filled in. */
export const match = (routes: Route[], request: FakeRequest): Route | null => {
  for (const route of routes) {
    if (route.method !== request.method) continue;
    const pattern = new RegExp(`^${route.path.replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}/?$`);
    const found = pattern.exec(request.path);
    if (!found) continue;
    request.params = { ...found.groups };
    return route;
  }
  return null;
};
