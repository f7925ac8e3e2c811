import { afterAll, describe, expect, test } from "vitest";
import { assess } from "#lib/conversation/assess.ts";
import { parseRecord } from "#lib/import/record.ts";
import { noHistory, utcHours } from "#lib/testing/build.ts";
import type { ConnectorPage, Session } from "../connector.ts";
import { createHttp } from "../http.ts";
import { chatwoot } from "./connector.ts";
import type { BackfillCursor, PollCursor } from "./cursor.ts";
import type { Raw } from "./schema.ts";
import type { Settings } from "./settings.ts";
import { type FakeChatwoot, startFakeChatwoot } from "./testing/fake.ts";

type Store = Map<string, Raw | null>;

const open: FakeChatwoot[] = [];
afterAll(async () => {
  for (const fake of open) await fake.close();
});

const start = async (edition: "community" | "enterprise", conversations = 60) => {
  const fake = await startFakeChatwoot({ edition, conversations, everySeconds: 600 });
  open.push(fake);
  const settings = chatwoot.settings({ address: fake.url, accountId: fake.accountId, token: fake.token });
  const signal = new AbortController().signal;
  const now = (): Date => new Date(fake.clock.now());
  const http = createHttp({ ...chatwoot.access(settings), perSecond: 10_000, signal, now });
  const session: Session<Settings> = { settings, http, now, signal };
  return { fake, session, settings };
};

/** Follows a stream to its end; every cursor goes through JSON, as it does when it is stored. */
const follow = async <Cursor>(
  read: (cursor: Cursor | null) => Promise<ConnectorPage<Raw, Cursor>>,
  cursor: Cursor | null,
  kept: Store,
): Promise<Cursor> => {
  for (let page = await read(cursor); ; page = await read(JSON.parse(JSON.stringify(page.cursor)))) {
    for (const { externalId, raw } of page.items) kept.set(externalId, raw);
    if (page.isLast) return page.cursor;
  }
};

/** What is made of it: a contact's own last activity, for one, is no news of the conversation. */
const mapped = (kept: Store, settings: Settings) =>
  [...kept]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([id, raw]) => (raw ? chatwoot.map(raw, settings) : { id, deleted: true }));

describe.each(["community", "enterprise"] as const)("%s edition", (edition) => {
  test("a backfill and polls give what a full read again gives", async () => {
    const { fake, session, settings } = await start(edition);
    const kept: Store = new Map();
    let cursor = await follow<PollCursor>((at) => chatwoot.poll(session, at), null, kept);
    const all = { from: new Date(0), to: new Date(fake.clock.now()) };
    await follow<BackfillCursor>((at) => chatwoot.backfill(session, all, at), null, kept);
    for (let round = 0; round < 30; round++) {
      fake.clock.advance(83_000);
      cursor = await follow<PollCursor>((at) => chatwoot.poll(session, at), cursor, kept);
    }
    const again: Store = new Map();
    await follow<BackfillCursor>(
      (at) => chatwoot.backfill(session, { ...all, to: new Date("2100-01-01") }, at),
      null,
      again,
    );
    expect(again.size).toBeGreaterThan(60);
    expect(mapped(kept, settings)).toEqual(mapped(again, settings));
  });

  test("a quiet poll costs exactly one request", async () => {
    const { fake, session } = await start(edition, 20);
    let cursor = await follow<PollCursor>((at) => chatwoot.poll(session, at), null, new Map());
    fake.world.agenda = [];
    fake.clock.advance(40_000);
    cursor = await follow<PollCursor>((at) => chatwoot.poll(session, at), cursor, new Map());
    const before = fake.log.length;
    fake.clock.advance(40_000);
    await follow<PollCursor>((at) => chatwoot.poll(session, at), cursor, new Map());
    expect(fake.log.slice(before).map(({ url }) => url)).toEqual([
      `/api/v1/accounts/${fake.accountId}/conversations?status=all&assignee_type=all&updated_within=340`,
    ]);
  });

  test("every conversation is taken without a defect, and handoffs are found", async () => {
    const { fake, session, settings } = await start(edition);
    const kept: Store = new Map();
    const all = { from: new Date(0), to: new Date(fake.clock.now()) };
    await follow<BackfillCursor>((at) => chatwoot.backfill(session, all, at), null, kept);
    const now = new Date(fake.clock.now());
    const handoffs = [...kept.values()].flatMap((raw) => {
      if (!raw) return [];
      const parsed = parseRecord(chatwoot.map(raw, settings), { now, zone: "UTC", defaultSource: "chatwoot" });
      if (!parsed.ok) throw new Error(parsed.reason);
      expect(parsed.conversation.defects).toEqual([]);
      return assess(parsed.conversation, noHistory, { now, calendarOf: utcHours }).handoffs;
    });
    const provenances = handoffs.filter(({ isTakeover }) => !isTakeover).map(({ provenance }) => provenance);
    expect(provenances.length).toBeGreaterThan(10);
    expect(provenances.includes("exact")).toBe(edition === "enterprise");
  });
});

test("what discover asks for is there", async () => {
  const { session } = await start("enterprise", 5);
  const found = await chatwoot.discover(session);
  expect(found.agents.length).toBeGreaterThan(0);
  expect(found.inboxes.map(({ channel }) => channel)).toContain("web_chat");
});
