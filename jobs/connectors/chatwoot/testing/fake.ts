import { randomOf } from "#lib/random.ts";
import { createClock } from "../../testing/fake-clock.ts";
import type { RateLimit } from "../../testing/fake-rate-limit.ts";
import type { FakeAnswer } from "../../testing/fake-route.ts";
import { type FakeServer, startFakeServer } from "../../testing/fake-server.ts";
import { type Action, act, type Outcome } from "./actions.ts";
import { chatwootRoutes, type Moment } from "./routes.ts";
import { storyOf } from "./story.ts";
import { createWebhooks, type Mischief, type Webhooks } from "./webhooks.ts";
import { catchUp, createWorld, type Edition, plan, type Step, type World } from "./world.ts";

export type FakeChatwootOptions = {
  seed?: string;
  port?: number;
  conversations?: number;
  weeks?: number;
  edition?: Edition;
  /** The end of the seeded stretch and the clock's start. */
  now?: Date;
  /** Whether time passes by itself. */
  isRunning?: boolean;
  /** Life: the seeded conversations go on as time passes, and a new one begins each so many seconds; null = none. */
  everySeconds?: number | null;
  rateLimit?: RateLimit;
};

export type FakeChatwoot = FakeServer & {
  accountId: number;
  token: string;
  webhookSecret: string;
  world: World;
  act: (action: Action) => Outcome;
  webhooks: Webhooks;
};

const WEEK = 7 * 86_400_000;
/** Rack::Attack's default in 4.14.2: a plain 429 and no word about what is left. */
const RATE_LIMIT = { requests: 3000, seconds: 60, hasHeaders: false };

/** A Chatwoot 4.14.2 on loopback whose past is the same for the same seed. */
export const startFakeChatwoot = async (options: FakeChatwootOptions = {}): Promise<FakeChatwoot> => {
  const { seed = "chatwoot", conversations = 60, weeks = 4, edition = "enterprise", everySeconds = null } = options;
  const endsAt = options.now?.getTime() ?? Date.parse("2026-11-02T10:00:00Z");
  const clock = createClock(endsAt, options.isRunning);
  const world = createWorld(seed, edition, endsAt - 400 * 86_400_000);
  const born = seedPast(world, { conversations, from: endsAt - weeks * WEEK, to: endsAt });
  if (everySeconds === null) world.agenda = [];
  const contacts = Math.ceil(conversations * 0.6) + 1;
  const birth = createBirths(world, { number: born, at: endsAt, everySeconds, contacts });
  const keepUp = (): void => {
    birth(clock.now());
    catchUp(world, clock.now(), clock.dataNow() - clock.now());
  };
  const moment: Moment = { now: clock.dataNow, committedBy: clock.now };
  const token = "fake-administrator-token";
  const webhookSecret = "fake-webhook-secret";
  const webhooks = createWebhooks(world, webhookSecret, clock.dataNow, randomOf(seed, "webhooks"));
  world.onEvent = webhooks.note;
  const actNow = (action: unknown): Outcome => {
    keepUp();
    return act(world, moment, action);
  };
  const server = await startFakeServer({
    port: options.port,
    seed,
    clock,
    routes: chatwootRoutes(world, moment),
    before: keepUp,
    refuse: (headers) => refusalOf(headers["api_access_token"], token),
    rateLimit: options.rateLimit ?? RATE_LIMIT,
    control: {
      act: (action) => actOrSend(action, actNow, webhooks),
      describe: () => ({ conversations: world.conversations.length, ratings: world.ratings.length, edition }),
    },
  });
  const deliver: Webhooks["deliver"] = (mischief) => {
    keepUp();
    return webhooks.deliver(mischief);
  };
  const { accountId } = world.staff;
  return { ...server, accountId, token, webhookSecret, world, act: actNow, webhooks: { ...webhooks, deliver } };
};

/** No token and a wrong one are refused in two different shapes. */
const refusalOf = (given: string | string[] | undefined, token: string): FakeAnswer | null => {
  if (given === token) return null;
  const json = given
    ? { error: "Invalid Access Token" }
    : { errors: ["You need to sign in or sign up before continuing."] };
  return { status: 401, json };
};

const seedPast = (world: World, given: { conversations: number; from: number; to: number }): number => {
  const random = randomOf(world.seed, "arrivals");
  const gap = (given.to - given.from) / given.conversations;
  const contacts = Math.ceil(given.conversations * 0.6) + 1;
  const steps = Array.from({ length: given.conversations }, (_, i) =>
    storyOf(world, i, Math.round(given.from + (i + random.unit()) * gap), contacts),
  );
  plan(world, steps.flat());
  catchUp(world, given.to, 0);
  return given.conversations;
};

type Births = { number: number; at: number; everySeconds: number | null; contacts: number };

const createBirths = (world: World, { number, at, everySeconds, contacts }: Births): ((now: number) => void) => {
  let next = number;
  let nextAt = at;
  return (now) => {
    if (everySeconds === null) return;
    const steps: Step[] = [];
    for (; nextAt <= now; nextAt += everySeconds * 1000) {
      steps.push(...storyOf(world, next, nextAt, contacts));
      next += 1;
    }
    if (steps.length > 0) plan(world, steps);
  };
};

/** Over HTTP the webhooks are asked for like anything else that happens. */
const actOrSend = (action: unknown, actNow: (action: unknown) => Outcome, webhooks: Webhooks): unknown => {
  if (typeof action !== "object" || action === null || !("type" in action)) return actNow(action);
  if (action.type === "subscribe" && "url" in action) return webhooks.subscribe(String(action.url));
  if (action.type === "deliver") return webhooks.deliver(action as Mischief);
  return actNow(action);
};
