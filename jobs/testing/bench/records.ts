import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";

/** Where the year of the bench ends. */
export const LAST_INSTANT = new Date("2026-10-05T00:00:00Z");
const DAYS = 364;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
export const MESSAGES_EACH = 10;

const WORDS = "the order arrived late and nobody told me why so I asked again for a refund of the second book".split(
  " ",
);
const iso = (at: number) => new Date(at).toISOString();

/** A number from 0 to 1 that the i-th record always has for this purpose. */
const chance = (i: number, purpose: number): number => {
  let x = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
};

/** One of a list, the first the most often. */
const oneOf = <T>(all: readonly T[], by: number): T => all[Math.floor(all.length * by ** 1.7)] as T;

const CHANNELS = ["web_chat", "messaging", "email", "phone"] as const;
const TEAMS = ["support", "billing", "shipping", "technical", "vip", "returns"] as const;
const LANGUAGES = ["en", "de", "fr", "es"] as const;
const PLANS = ["standard", "plus", "enterprise"] as const;
const SOURCES = ["chat", "desk", "voice"] as const;
const TRIGGERS = ["customer_request", "low_confidence", "no_kb_result", "topic_rule", "sentiment", "outage"] as const;

type Road = "ai" | "handoff" | "human";
const roadOf = (i: number): Road => {
  const by = chance(i, 1);
  return by < 0.55 ? "ai" : by < 0.87 ? "handoff" : "human";
};

/** Gone before anybody answered. */
const hasLeft = (i: number, road: Road): boolean => road === "handoff" && chance(i, 17) < 0.07;

/** Ten messages: all with the AI, all with a person, or four with the AI and six after a handoff. */
const messagesOf = (i: number, road: Road, start: number, wait: number) => {
  const text = (turn: number) =>
    Array.from({ length: 14 }, (_, k) => WORDS[(i * 13 + turn * 5 + k * 3) % WORDS.length]).join(" ");
  const isLeft = hasLeft(i, road);
  const isHuman = (turn: number) => road === "human" || (road === "handoff" && turn >= 4);
  const at = (turn: number) =>
    start + turn * 24_000 + (turn > 0 && isHuman(turn) ? wait * 1000 + (road === "human" ? 0 : 4000) : 0);
  // A person has the first word after a handoff.
  const isCustomers = (turn: number) => (road === "handoff" && turn >= 4 ? turn % 2 === 1 : turn % 2 === 0);
  return Array.from({ length: isLeft ? 4 : MESSAGES_EACH }, (_, turn) => {
    const kind = isCustomers(turn) ? "customer" : isHuman(turn) ? "human" : "ai";
    const isAgain = turn === 5 && road === "handoff" && chance(i, 2) < 0.25;
    return {
      id: `m${turn}`,
      at: iso(at(turn)),
      author: { kind, id: kind === "customer" ? `u-${i}` : kind },
      text: isAgain ? `As I already told the bot, ${text(turn)}` : text(turn),
    };
  });
};

/** Evenly through the year, from six in the morning to eight at night. */
const startOf = (i: number, count: number): number => {
  const days = ((i + 0.5) / count) * DAYS;
  return LAST_INSTANT.getTime() - DAYS * DAY_MS + Math.floor(days) * DAY_MS + (6 + 14 * (days % 1)) * HOUR_MS;
};

/** The i-th of so many records of a year: a mix of roads, channels, teams and topics in which some are far more frequent
 * than others, with surveys, ratings, asks and promised waits. */
const recordOf = (i: number, { count, prefix }: { count: number; prefix: string }): string => {
  const start = startOf(i, count);
  const road = roadOf(i);
  const wait = Math.round(20 + 1500 * chance(i, 3) ** 3);
  const messages = messagesOf(i, road, start, wait);
  const end = Date.parse(messages.at(-1)?.at ?? "");
  const topic = oneOf(
    Array.from({ length: 20 }, (_, n) => `topic ${n + 1}`),
    chance(i, 4),
  );
  const handoff = {
    id: "h",
    at: iso(start + 76_000),
    from: "ai",
    trigger: oneOf(TRIGGERS, chance(i, 5)),
    to_team: oneOf(TEAMS, chance(i, 6)),
    ...(chance(i, 7) < 0.3 ? { promised_wait_s: 300 } : {}),
  };
  const left = hasLeft(i, road) ? [{ id: "l", at: iso(start + 76_000 + wait * 1000), type: "abandoned" }] : [];
  const asks = road !== "human" && chance(i, 8) < 0.15 ? [{ id: "a", at: iso(start + 50_000), type: "ask_human" }] : [];
  const isOffered = chance(i, 9) < 0.5;
  const score = 1 + Math.floor(5 * chance(i, 10) ** 0.5);
  return JSON.stringify({
    format: "handoff-import/1",
    id: `${prefix}-${i}`,
    source: oneOf(SOURCES, chance(i, 11)),
    channel: oneOf(CHANNELS, chance(i, 12)),
    language: oneOf(LANGUAGES, chance(i, 13)),
    ...(chance(i, 14) < 0.9 ? { topic } : {}),
    created_at: iso(start),
    customer: { id: `${prefix}-u-${i}`, plan: oneOf(PLANS, chance(i, 15)) },
    participants: [
      { id: "ai", kind: "ai" },
      { id: "human", kind: "human", team: oneOf(TEAMS, chance(i, 6)) },
    ],
    messages,
    handoffs: road === "handoff" ? [handoff] : [],
    events: [
      ...asks,
      ...left,
      { id: "e", at: iso(end + 60_000 + (left.length > 0 ? wait * 1000 : 0)), type: "closed" },
    ],
    surveys: isOffered ? [{ id: "s", sent_at: iso(end + 70_000), about: "whole" }] : [],
    csat: isOffered && chance(i, 16) < 0.5 ? [{ id: "r", survey_id: "s", score, at: iso(end + 120_000) }] : [],
  });
};

/** Writes so many records of a year as JSONL. Those of another prefix are other conversations of other customers. */
export const writeRecords = (file: string, count: number, prefix = "bench"): Promise<void> =>
  pipeline(function* () {
    for (let i = 0; i < count; i++) yield `${recordOf(i, { count, prefix })}\n`;
  }, createWriteStream(file));
