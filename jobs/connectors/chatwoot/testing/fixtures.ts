import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assess } from "#lib/conversation/assess.ts";
import type { Conversation } from "#lib/conversation/types.ts";
import { parseRecord } from "#lib/import/record.ts";
import { noHistory, utcHours } from "#lib/testing/build.ts";
import { mapConversation } from "../map.ts";
import type { Raw } from "../schema.ts";
import type { Settings } from "../settings.ts";

export const NOW = new Date("2026-04-20T12:00:00Z");
export const SETTINGS: Settings = {
  address: "https://chat.example.com",
  accountId: "1",
  token: "t",
  webhookSecret: null,
  botUserIds: [],
};
export const FIXTURES = join(import.meta.dirname, "../fixtures");

export const read = (name: string): Raw => JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), "utf8"));
/** What is stored of it. Throws why when it is refused. */
export const parse = (raw: Raw, settings = SETTINGS): Conversation => {
  const parsed = parseRecord(mapConversation(raw, settings), { now: NOW, zone: "UTC", defaultSource: "chatwoot" });
  if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.reason}`);
  return parsed.conversation;
};
/** What is stored of a fixture or of something changed, and what is made of that. */
export const look = (raw: Raw | string, settings = SETTINGS, now = NOW) => {
  const conversation = parse(typeof raw === "string" ? read(raw) : raw, settings);
  return { conversation, ...assess(conversation, noHistory, { now, calendarOf: utcHours }) };
};
/** All fixtures begin at the same moment. */
export const secondsAfterStart = (at: Date | null | undefined): number | null =>
  at ? (at.getTime() - Date.parse("2026-03-10T10:00:00Z")) / 1000 : null;

export type Json = Record<string, unknown>;
export type Loose = {
  conversation: Json & { meta: Json };
  messages: [Json, Json, ...Json[]];
  events: Json[];
  ratings: Json[];
};

/** A fixture with something changed. */
export const changed = (name: string, change: (raw: Loose) => void): Raw => {
  const raw = read(name);
  change(raw as Loose);
  return raw;
};
