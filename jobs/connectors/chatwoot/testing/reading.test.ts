import { expect, onTestFinished, test } from "vitest";
import { type FakeChatwoot, type FakeChatwootOptions, startFakeChatwoot } from "./fake.ts";

type Row = Record<string, unknown> & { id: number };

const start = async (options: FakeChatwootOptions = {}) => {
  const fake = await startFakeChatwoot(options);
  onTestFinished(fake.close);
  const get = async (path: string): Promise<Response> =>
    fetch(`${fake.url}/api/v1/accounts/3${path}`, { headers: { api_access_token: fake.token } });
  const list = async (query: string): Promise<Row[]> => {
    const { data } = (await (await get(`/conversations?${query}`)).json()) as { data: { payload: Row[] } };
    return data.payload;
  };
  const messages = async (id: number, query = ""): Promise<Row[]> =>
    ((await (await get(`/conversations/${id}/messages${query}`)).json()) as { payload: Row[] }).payload;
  return { fake, get, list, messages };
};

const ids = (rows: Row[]): number[] => rows.map(({ id }) => id);

test("the same seed gives the same past, another seed another", async () => {
  const past = async (seed: string): Promise<unknown> => (await start({ seed })).fake.world.conversations;
  expect(await past("a")).toEqual(await past("a"));
  expect(await past("a")).not.toEqual(await past("b"));
});

test("the past holds all three kinds, second handoffs, reopenings, ratings and unfinished ones", async () => {
  const { fake } = await start({ conversations: 500, weeks: 8 });
  const { conversations, ratings } = fake.world;
  const having = (test: (c: (typeof conversations)[number]) => boolean): number => conversations.filter(test).length;
  const said = (text: RegExp) => (c: (typeof conversations)[number]) => c.messages.some((m) => text.test(m.content));
  expect(conversations).toHaveLength(500);
  expect(having((c) => c.events.some(({ name }) => name === "conversation_bot_handoff"))).toBeGreaterThan(120);
  expect(having((c) => c.events.some(({ name }) => name === "conversation_bot_resolved"))).toBeGreaterThan(120);
  expect(having((c) => c.inboxId === 4)).toBeGreaterThan(50);
  expect(having(said(/marked as pending/))).toBeGreaterThan(5);
  expect(having(said(/was reopened/))).toBeGreaterThan(10);
  expect(having(said(/error with the agent bot/))).toBeGreaterThan(1);
  expect(having((c) => c.status !== "resolved")).toBeGreaterThan(0);
  expect(ratings.length).toBeGreaterThan(80);
  const [first, last] = [conversations[0]?.createdAt ?? 0, conversations.at(-1)?.createdAt ?? 0];
  expect((last - first) / 86_400_000).toBeGreaterThan(50);
});

test("the list shows open ones unless asked, 25 a page, and sorts by creation when asked", async () => {
  const { fake, list } = await start({ conversations: 60 });
  for (const row of await list("")) expect(row["status"]).toBe("open");
  const pages = [1, 2, 3, 4].map((page) => list(`status=all&sort_by=created_at_asc&page=${page}`));
  const rows = (await Promise.all(pages)).map(ids);
  expect(rows.map((page) => page.length)).toEqual([25, 25, 10, 0]);
  expect(rows.flat()).toEqual(fake.world.conversations.map(({ displayId }) => displayId));
  const unassigned = await list("status=all&assignee_type=unassigned&updated_within=99999999");
  expect(unassigned.every(({ meta }) => !(meta as Row)["assignee"])).toBe(true);
});

test("updated_within is everything, unpaginated, by the vendor's own clock", async () => {
  const { fake, list } = await start({ conversations: 60 });
  expect(await list("status=all&updated_within=99999999")).toHaveLength(60);
  fake.clock.advance(3600_000);
  const { conversation } = fake.act({ type: "new_conversation" });
  fake.clock.advance(30_000);
  expect(ids(await list("status=all&updated_within=31"))).toEqual([conversation]);
  expect(await list("status=all&updated_within=30")).toEqual([]);
  fake.clock.skew({ dataMs: 600_000 });
  expect(await list("status=all&updated_within=31")).toEqual([]);
});

test("messages: the latest 20; or up to 100 after an id, ordered by time and not by id", async () => {
  const { fake, messages } = await start({ conversations: 3 });
  const { conversation: id } = fake.act({ type: "new_conversation" });
  const late = fake.act({ type: "customer_message", conversation: id ?? 0, text: "late", lateSeconds: 60 });
  for (let i = 0; i < 120; i++) {
    fake.clock.advance(1);
    fake.act({ type: "customer_message", conversation: id ?? 0, text: `${i}` });
  }
  const latest = await messages(id ?? 0);
  expect(latest.map(({ content }) => content)).toEqual(Array.from({ length: 20 }, (_, i) => `${100 + i}`));
  expect(await messages(id ?? 0, "?after=1")).toHaveLength(100);
  const newest = Math.max(...ids(latest));
  expect(await messages(id ?? 0, `?after=${newest}`)).toEqual([]);
  fake.clock.advance(60_000);
  expect(await messages(id ?? 0, `?after=${newest}`)).toEqual([]);
  expect(ids(await messages(id ?? 0, "?after=1"))).toContain(late.message);
  expect(ids(await messages(id ?? 0, `?before=${(late.message ?? 0) + 1}`)).at(-1)).toBe(late.message);
});

test("a handoff of Captain: reason in a private note, notice, activity, team, one event and never a second", async () => {
  const { fake, get, messages } = await start({ conversations: 3 });
  const id = fake.act({ type: "new_conversation", inbox: 1 }).conversation ?? 0;
  fake.act({ type: "handoff", conversation: id, reason: "Wants a person." });
  const [, note, notice, opened] = await messages(id, "?after=1");
  expect(note).toMatchObject({ private: true, content: "Wants a person.", sender: { type: "captain_assistant" } });
  expect(notice).toMatchObject({ private: false, message_type: 1, sender: { type: "captain_assistant" } });
  expect(opened).toMatchObject({
    message_type: 2,
    content: "Conversation was marked open by Captain (Wants a person.)",
  });
  expect(opened).not.toHaveProperty("sender");
  fake.act({ type: "human_reply", conversation: id });
  fake.act({ type: "hand_back", conversation: id });
  fake.act({ type: "handoff", conversation: id });
  const events = (await (await get(`/conversations/${id}/reporting_events`)).json()) as Row[];
  expect(events.filter(({ name }) => name === "conversation_bot_handoff")).toHaveLength(1);
  expect(events[0]?.["conversation_id"]).not.toBe(id);
});

test("a person who opens what the bot had makes no handoff event", async () => {
  const { fake, get } = await start({ conversations: 3 });
  const id = fake.act({ type: "new_conversation", inbox: 2 }).conversation ?? 0;
  fake.act({ type: "take_over", conversation: id });
  expect(await (await get(`/conversations/${id}/reporting_events`)).json()).toEqual([]);
});

test("the community edition has no reporting events", async () => {
  const { get } = await start({ conversations: 3, edition: "community" });
  expect((await get("/reporting_events")).status).toBe(404);
  expect((await get("/conversations/1/reporting_events")).status).toBe(404);
  expect((await get("/conversations/1")).status).toBe(200);
});

test("ratings are cut by since and until together, and one alone is ignored", async () => {
  const { fake, get } = await start({ conversations: 200 });
  const at = fake.world.ratings.map(({ createdAt }) => createdAt / 1000).sort((a, b) => a - b)[9] ?? 0;
  const count = async (query: string): Promise<number> =>
    ((await (await get(`/csat_survey_responses?${query}`)).json()) as Row[]).length;
  expect(await count("")).toBe(25);
  expect(await count(`until=${at}`)).toBe(25);
  expect(await count(`since=0&until=${at}`)).toBe(9);
});

const change = async (fake: FakeChatwoot, body: unknown): Promise<Response> =>
  fetch(`${fake.url}/__fake/actions`, { method: "POST", body: JSON.stringify(body) });

test("edited after closing, deleted, merged: seen at the next reading, also when asked over HTTP", async () => {
  const { fake, get, list, messages } = await start({ conversations: 20 });
  const id = fake.act({ type: "new_conversation", contact: 900 }).conversation ?? 0;
  fake.act({ type: "new_conversation", contact: 901 });
  fake.act({ type: "bot_message", conversation: id });
  fake.act({ type: "resolve", conversation: id, by: "bot" });
  fake.act({ type: "csat", conversation: id, rating: 2 });
  fake.clock.advance(86_400_000);
  await change(fake, { type: "edit", conversation: id, text: "corrected" });
  expect(ids(await list("status=all&updated_within=60"))).toEqual([id]);
  const said = await messages(id, "?after=1");
  expect(said[1]).toMatchObject({ content: "corrected" });
  expect(said.at(-1)?.["content_attributes"]).toMatchObject({
    submitted_values: { csat_survey_response: { rating: 2 } },
  });
  await change(fake, { type: "merge_contact", base: 901, mergee: 900 });
  expect((await get("/contacts/900")).status).toBe(404);
  expect((await (await get(`/conversations/${id}`)).json()) as Row).toMatchObject({ meta: { sender: { id: 901 } } });
  await change(fake, { type: "delete", conversation: id });
  expect((await get(`/conversations/${id}`)).status).toBe(404);
  expect(ids(await list("status=all&updated_within=99999999"))).not.toContain(id);
  expect((await change(fake, { type: "delete", conversation: id })).status).toBe(422);
});

test("a row that commits late is dated before what was already seen", async () => {
  const { fake, get, list } = await start({ conversations: 3 });
  const late = fake.act({ type: "new_conversation", lateSeconds: 45 }).conversation ?? 0;
  fake.clock.advance(20_000);
  const prompt = fake.act({ type: "new_conversation" }).conversation ?? 0;
  expect(ids(await list("status=all&updated_within=60"))).toEqual([prompt]);
  expect((await get(`/conversations/${late}`)).status).toBe(404);
  fake.clock.advance(25_000);
  const rows = await list("status=all&updated_within=60&sort_by=created_at_asc");
  expect(ids(rows)).toEqual([late, prompt]);
  expect(rows[0]?.["updated_at"]).toBeLessThan(Number(rows[1]?.["updated_at"]));
});

test("life: what was under way goes on and new conversations begin as time passes", async () => {
  const { fake, list } = await start({ conversations: 20, everySeconds: 5 });
  fake.clock.advance(60_000);
  expect((await list("status=all&updated_within=99999999")).length).toBe(33);
  fake.clock.advance(86_400_000);
  await list("status=all");
  expect(fake.world.conversations.find(({ displayId }) => displayId === 21)?.messages.length).toBeGreaterThan(1);
});
