import { describe, expect, test } from "vitest";
import { HttpError } from "../connector.ts";
import { chatwoot } from "./connector.ts";
import type { PollCursor } from "./cursor.ts";
import { HOUR, type Page, Plain, pollAll, SECOND, type Store, store, whole } from "./testing/plain.ts";

describe("poll", () => {
  test("a quiet source costs one request", async () => {
    const plain = new Plain();
    const { cursor } = await pollAll(plain, null);
    plain.log = [];
    plain.after(60);
    const page = await pollAll(plain, cursor);
    expect(plain.log).toEqual(["/accounts/1/conversations?status=all&assignee_type=all&updated_within=360"]);
    expect(page).toMatchObject({ items: [], isLast: true, completeUntil: new Date(plain.now) });
  });

  test.each(["community", "enterprise"] as const)(
    "%s: what changed a moment ago is listed again and not read again",
    async (edition) => {
      const plain = new Plain();
      plain.edition = edition;
      let { cursor } = await pollAll(plain, null);
      plain.after(60);
      plain.begin(1);
      plain.after(40);
      ({ cursor } = await pollAll(plain, cursor));
      plain.log = [];
      plain.after(60);
      const page = await pollAll(plain, cursor);
      expect([plain.log.length, page.items]).toEqual([1, []]);
      plain.say(1, "Are you there?");
      expect((await pollAll(plain, page.cursor)).items).toMatchObject([{ externalId: "1" }]);
    },
  );

  test("with reporting events a conversation that has just changed is read once more", async () => {
    const plain = new Plain();
    plain.edition = "enterprise";
    plain.begin(1);
    const first = await pollAll(plain, null);
    plain.events = [{ id: 1, name: "conversation_bot_handoff" }];
    plain.after(60);
    const second = await pollAll(plain, first.cursor);
    expect(second.items).toMatchObject([{ raw: { events: [{ id: 1 }] } }]);
    plain.after(60);
    expect((await pollAll(plain, second.cursor)).items).toEqual([]);
  });

  test("a new state without a new time is seen", async () => {
    const plain = new Plain();
    const conversation = plain.begin(1);
    const { cursor } = await pollAll(plain, null);
    conversation.status = "resolved";
    plain.after(10);
    expect((await pollAll(plain, cursor)).items).toHaveLength(1);
  });

  test("what becomes visible late, within the lookback, is still read", async () => {
    const plain = new Plain();
    let { cursor } = await pollAll(plain, null);
    plain.after(240);
    ({ cursor } = await pollAll(plain, cursor));
    plain.begin(1, plain.seconds() - 200);
    plain.after(20);
    expect((await pollAll(plain, cursor)).items).toHaveLength(1);
  });

  test.each([-600, 600])(
    "with clocks %i s apart nothing is lost, and it says complete no later than is true",
    async (s) => {
      const plain = new Plain();
      const { cursor } = await pollAll(plain, null);
      const kept: Store = new Map();
      plain.begin(0);
      plain.after(30);
      plain.skewMs = s * SECOND;
      plain.begin(1);
      const page = await pollAll(plain, cursor, kept);
      expect(page.completeUntil?.getTime()).toBe(plain.now + Math.min(0, plain.skewMs));
      plain.after(30);
      plain.begin(2);
      plain.after(200);
      const { cursor: next } = await pollAll(plain, page.cursor, kept);
      plain.after(250);
      plain.begin(3);
      plain.after(400);
      await pollAll(plain, next, kept);
      expect([...kept.keys()].sort()).toEqual(["0", "1", "2", "3"]);
    },
  );

  test("many changes come by fifty, listed once, and what is still to be read stands in the cursor", async () => {
    const plain = new Plain();
    for (let id = 1; id <= 120; id++) plain.begin(id);
    const kept: Store = new Map();
    const sizes: number[] = [];
    let cursor: PollCursor | null = null;
    for (let isLast = false; !isLast; ) {
      const page: Page = await chatwoot.poll(plain.session(), cursor);
      sizes.push(page.items.length);
      store(kept, page);
      expect(page.completeUntil === null).toBe(!page.isLast);
      ({ isLast } = page);
      cursor = JSON.parse(JSON.stringify(page.cursor));
    }
    expect(sizes).toEqual([50, 50, 20]);
    expect(kept).toEqual(await whole(plain));
    expect(plain.log.filter((line) => line.includes("updated_within"))).toHaveLength(1);
    expect(plain.mostAtOnce).toBe(6);
  });

  test("after a long gap the list is walked by pages, with what was rated meanwhile, and then listed", async () => {
    const plain = new Plain();
    plain.begin(500, plain.seconds() - 90 * HOUR);
    for (let id = 1; id <= 10; id++) plain.begin(id, plain.seconds() - 48 * HOUR);
    const { cursor } = await pollAll(plain, null);
    plain.after(10 * HOUR);
    for (let id = 11; id <= 70; id++) plain.begin(id, plain.seconds() - HOUR);
    plain.ratings = [{ id: 1, conversation_id: 500, message_id: 1, rating: 5 }];
    const kept: Store = new Map();
    plain.log = [];
    const page = await pollAll(plain, cursor, kept);
    const expected = Array.from({ length: 60 }, (_, i) => i + 11);
    expect([...kept.keys()].map(Number).sort((a, b) => a - b)).toEqual([...expected, 500]);
    expect(page.completeUntil).toEqual(new Date(plain.now));
    expect(plain.log.filter((line) => line.includes("updated_within"))).toEqual([
      "/accounts/1/conversations?status=all&assignee_type=all&updated_within=300",
    ]);
  });

  test("a conversation gone between list and read is said to be gone", async () => {
    const plain = new Plain();
    plain.begin(1);
    plain.statuses = { "/conversations/1": 404 };
    expect((await pollAll(plain, null)).items).toEqual([{ externalId: "1", raw: null, isGone: true }]);
  });

  test("an error ends the page and leaves the cursor where it was", async () => {
    const plain = new Plain();
    plain.begin(1);
    plain.statuses = { messages: 503 };
    await expect(chatwoot.poll(plain.session(), null)).rejects.toThrow(HttpError);
  });
});
