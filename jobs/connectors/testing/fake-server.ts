import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { randomOf } from "#lib/random.ts";
import { answerBadly, send, sendDespite } from "./fake-answers.ts";
import type { FakeClock } from "./fake-clock.ts";
import { type Control, controlRoutes } from "./fake-control.ts";
import { type Drift, drifted } from "./fake-drift.ts";
import { createFaults, type Fault, type Faults, shuffled } from "./fake-faults.ts";
import { createRateLimit, type RateLimit } from "./fake-rate-limit.ts";
import { type FakeAnswer, type FakeRequest, match, type Route, readRequest } from "./fake-route.ts";

export type FakeServerOptions = {
  port?: number | undefined;
  seed: string;
  clock: FakeClock;
  routes: Route[];
  /** Lets the vendor's world catch up with its clock before it is asked anything. */
  before?: () => void;
  /** The answer to who may not ask; null = may. */
  refuse: (headers: IncomingHttpHeaders) => FakeAnswer | null;
  rateLimit?: RateLimit;
  /** Answer where no route leads. */
  nowhere?: FakeAnswer;
  control: Control;
};

export type FakeServer = {
  url: string;
  clock: FakeClock;
  faults: Faults;
  drift: (drift: Drift) => void;
  /** Requests to the vendor by path, faults included; the control paths are not counted. */
  counts: () => Record<string, number>;
  log: { at: number; method: string; url: string; fault: string | null }[];
  close: () => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
};

/** A vendor on loopback. It does not keep the process alive. */
export const startFakeServer = async (options: FakeServerOptions): Promise<FakeServer> => {
  const { clock } = options;
  const random = randomOf(options.seed, "faults");
  const faults = createFaults(random);
  const rateLimit = options.rateLimit ? createRateLimit(options.rateLimit, clock) : null;
  const log: FakeServer["log"] = [];
  const lastAnswers = new Map<string, FakeAnswer>();
  let drift: Drift = {};
  const counts = (): Record<string, number> => {
    const byPath: Record<string, number> = {};
    for (const { url } of log) {
      const path = pathOf(url);
      byPath[path] = (byPath[path] ?? 0) + 1;
    }
    return byPath;
  };
  const setDrift = (given: Drift): void => {
    drift = given;
  };
  const inside = controlRoutes({ ...options.control, clock, faults, counts, setDrift });

  const vendorAnswer = async (request: FakeRequest, fault: Fault | null): Promise<FakeAnswer> => {
    const refused = options.refuse(request.headers) ?? rateLimit?.take() ?? null;
    if (refused) return refused;
    const found = match(options.routes, request);
    if (!found) return options.nowhere ?? { status: 404, json: { error: "Not Found" } };
    const answer = await found.handle(request);
    const last = lastAnswers.get(request.path);
    if (fault?.kind === "repeat" && last) return last;
    const given = fault?.kind === "shuffle" ? { ...answer, json: shuffled(answer.json, random) } : answer;
    lastAnswers.set(request.path, given);
    return { ...given, json: drifted(given.json, drift), headers: { ...rateLimit?.headers(), ...given.headers } };
  };

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(incoming);
    options.before?.();
    response.setHeader("date", new Date(clock.headerNow()).toUTCString());
    if (request.path.startsWith("/__fake")) {
      const route = match(inside, request);
      return send(response, route ? await route.handle(request) : { status: 404, json: { error: "no such control" } });
    }
    const fault = faults.meet(incoming.url ?? "");
    log.push({ at: clock.now(), method: request.method, url: incoming.url ?? "", fault: fault?.kind ?? null });
    if (fault && answerBadly(response, fault)) return;
    const answer = await vendorAnswer(request, fault);
    sendDespite(fault, response, answer);
  };

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, { status: 500, json: { error: String(error) } });
    });
  });
  server.unref();
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(options.port ?? 0, "127.0.0.1", done);
  });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, clock, faults, drift: setDrift, counts, log, close, [Symbol.asyncDispose]: close };
};

const pathOf = (url: string): string => url.split("?")[0] ?? url;
