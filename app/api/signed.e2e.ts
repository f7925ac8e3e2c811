import { expect, test } from "@playwright/test";
import { type OwnApp, startOwnApp } from "#app/testing/own-app.ts";
import { addSender, callOf, conversation, ownSender, send } from "#app/testing/senders.ts";
import { stored } from "#app/testing/stored.ts";

let app: OwnApp;

test.beforeAll(async () => {
  app = await startOwnApp();
  await addSender(app, ownSender, "desk");
});
test.afterAll(() => app.stop());

const sendBody = (body: string, to = "desk") => send(app, to, callOf(ownSender, { body }));
const sendData = (data: unknown, to = "desk") => sendBody(JSON.stringify({ type: "conversation.updated", data }), to);

for (const key of ["a desk", "100%", "50%25", "a/b", "Büro"]) {
  test(`a source may be named ${key}`, async () => {
    await addSender(app, ownSender, key);
    const { answer } = await sendData(conversation("named"), key);
    expect(answer).toMatchObject({ results: [{ source: key, id: "named", verdict: "created" }] });
  });
}

test("who signs for one source speaks for that one alone, in whatever format", async () => {
  const vcon = { vcon: "0.0.2", uuid: "u-1", created_at: "2026-10-01T10:00:00Z", parties: [], dialog: [] };
  const { answer } = await sendData([conversation("mine", { source: "other" }), vcon]);
  expect(answer).toMatchObject({
    results: [
      { source: "desk", id: "mine" },
      { source: "desk", id: "u-1" },
    ],
  });
});

test("each of a list is told by its place, and the good ones are taken", async () => {
  const { status, answer } = await sendData([conversation("l-1"), "x", null, {}, conversation("l-2")]);
  expect({ status, answer }).toMatchObject({ status: 200, answer: { received: 5, created: 2, refused: 3 } });
  expect(answer["results"]).toMatchObject([
    { line: 1, id: "l-1", verdict: "created" },
    { line: 2, verdict: "refused", reason: "not a JSON object" },
    { line: 3, verdict: "refused", reason: "not a JSON object" },
    { line: 4, verdict: "refused", field: "id" },
    { line: 5, id: "l-2", verdict: "created" },
  ]);
});

test("ids of many digits keep them all", async () => {
  const body = JSON.stringify({ data: [conversation("A"), conversation("B")] });
  const { answer } = await sendBody(body.replace('"A"', "12345678901234567890").replace('"B"', "12345678901234567891"));
  expect(answer).toMatchObject({ results: [{ id: "12345678901234567890" }, { id: "12345678901234567891" }] });
});

test("nesting without end is cut, not an error", async () => {
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const body = JSON.stringify({ data: conversation("deep", { customer: { id: "c", attributes: { a: "DEEP" } } }) });
  expect(await sendBody(body.replace('"DEEP"', deep))).toMatchObject({ status: 200, answer: { created: 1 } });
});

for (const body of ["", "{", "null", "[]", "{}", '{"data":null}', '{"data":[]}', "\u0000\ufffd"]) {
  test(`a signed body that holds no conversation is refused: ${JSON.stringify(body.slice(0, 15))}`, async () => {
    const before = await stored(app.db);
    expect(await sendBody(body)).toMatchObject({ status: 400, answer: { error: { code: "bad_input" } } });
    expect(await stored(app.db)).toEqual(before);
  });
}
