import type { ServerResponse } from "node:http";
import type { Fault } from "./fake-faults.ts";
import type { FakeAnswer } from "./fake-route.ts";

export const send = (response: ServerResponse, { status, json, headers }: FakeAnswer): void => {
  const isText = typeof json === "string";
  response.writeHead(status, { "content-type": isText ? "text/plain" : "application/json; charset=utf-8", ...headers });
  response.end(isText ? json : JSON.stringify(json));
};

/** Sends it as the fault will have it: not at all, by half, or whole. */
export const sendDespite = (fault: Fault | null, response: ServerResponse, answer: FakeAnswer): void => {
  if (fault?.kind === "lost") response.destroy();
  else if (fault?.kind === "truncated") sendHalf(response, answer);
  else send(response, answer);
};

/** Ends politely in the middle, as a proxy with a full disk does: only the JSON tells. */
const sendHalf = (response: ServerResponse, { status, json }: FakeAnswer): void => {
  const whole = JSON.stringify(json);
  response.writeHead(status, { "content-type": "application/json" }).end(whole.slice(0, Math.ceil(whole.length / 2)));
};

const PAGE = "<!DOCTYPE html><html><body><h1>We're sorry, but something went wrong.</h1></body></html>";

/** Faults that never reach the vendor's code; true = answered, or never to be. */
export const answerBadly = (response: ServerResponse, { kind, retryAfter }: Fault): boolean => {
  if (kind === "hang") return true;
  if (kind.startsWith("html-")) {
    response.writeHead(Number(kind.slice(5)), { "content-type": "text/html" }).end(PAGE);
    return true;
  }
  const status = Number(kind);
  if (Number.isNaN(status)) return false;
  const wait = retryAfter ?? (status === 429 ? "1" : null);
  send(response, { status, json: { error: `${status}` }, ...(wait ? { headers: { "retry-after": wait } } : {}) });
  return true;
};
