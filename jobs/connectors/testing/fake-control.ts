import { z } from "zod";
import type { FakeClock } from "./fake-clock.ts";
import type { Drift } from "./fake-drift.ts";
import { FAULT_KINDS, type Faults } from "./fake-faults.ts";
import type { FakeAnswer, FakeRequest, Route } from "./fake-route.ts";

/** What a vendor adds to the controls every fake has. */
export type Control = {
  /** Makes something happen; throws when it cannot be understood. */
  act: (action: unknown) => unknown;
  describe: () => Record<string, unknown>;
};

type Parts = Control & {
  clock: FakeClock;
  faults: Faults;
  counts: () => Record<string, number>;
  setDrift: (drift: Drift) => void;
};

const faultSchema = z.object({
  kind: z.enum(FAULT_KINDS),
  path: z.string().optional(),
  times: z.number().int().positive().optional(),
  probability: z.number().min(0).max(1).optional(),
  retryAfter: z.coerce.string().optional(),
});
const clockSchema = z.object({
  set: z.iso.datetime().optional(),
  advanceSeconds: z.number().optional(),
  headerSkewSeconds: z.number().optional(),
  dataSkewSeconds: z.number().optional(),
});
const driftSchema = z.object({
  gained: z.record(z.string(), z.unknown()).default({}),
  lost: z.array(z.string()).default([]),
  changed: z.record(z.string(), z.unknown()).default({}),
});

/** The fake's own doors, below `/__fake`; they need no token and meet no fault. */
export const controlRoutes = (parts: Parts): Route[] => {
  const { clock, faults } = parts;
  const state = (): FakeAnswer => ({
    status: 200,
    json: {
      now: new Date(clock.now()).toISOString(),
      faults: faults.list(),
      requests: parts.counts(),
      ...parts.describe(),
    },
  });
  const post = (path: string, handle: (body: unknown) => unknown): Route => ({
    method: "POST",
    path: `/__fake/${path}`,
    handle: async (request: FakeRequest) => {
      try {
        const result = await handle(request.body);
        return result === undefined ? state() : { status: 200, json: result };
      } catch (error) {
        return { status: 422, json: { error: error instanceof Error ? error.message : String(error) } };
      }
    },
  });
  return [
    { method: "GET", path: "/__fake", handle: state },
    post("faults", (body) => {
      const given = z.union([z.literal("clear"), faultSchema, z.array(faultSchema)]).parse(body);
      if (given === "clear") faults.clear();
      else for (const fault of Array.isArray(given) ? given : [given]) faults.add(fault);
    }),
    post("clock", (body) => {
      const { set, advanceSeconds, headerSkewSeconds, dataSkewSeconds } = clockSchema.parse(body);
      if (set) clock.set(Date.parse(set));
      if (advanceSeconds) clock.advance(advanceSeconds * 1000);
      clock.skew({
        ...(headerSkewSeconds === undefined ? {} : { headerMs: headerSkewSeconds * 1000 }),
        ...(dataSkewSeconds === undefined ? {} : { dataMs: dataSkewSeconds * 1000 }),
      });
    }),
    post("drift", (body) => parts.setDrift(driftSchema.parse(body))),
    post("actions", (body) => parts.act(body)),
  ];
};
