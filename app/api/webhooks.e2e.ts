import { expect, test } from "@playwright/test";
import { type OwnApp, startOwnApp } from "#app/testing/own-app.ts";
import { addSender, type Call, callOf, chatwootSender, ownSender, type Sender, send } from "#app/testing/senders.ts";
import { stored } from "#app/testing/stored.ts";
import { saveSecret, WEBHOOK_SECRET } from "#db/secrets.ts";
import { sourceId } from "#lib/import/ids.ts";

let app: OwnApp;

test.beforeAll(async () => {
  app = await startOwnApp();
  await addSender(app, ownSender, "leaving");
  for (const sender of [ownSender, chatwootSender]) {
    // Replaced an hour ago the first secret is still taken, replaced 25 hours ago it is not.
    for (const [key, hours] of [[sender.kind, 1] as const, [`${sender.kind}-late`, 25] as const]) {
      await addSender(app, sender, key);
      const now = new Date(Date.now() - hours * 3_600_000);
      await saveSecret(app.db, { sourceId: sourceId(key), name: WEBHOOK_SECRET, value: sender.secret(2), now });
    }
  }
});
test.afterAll(() => app.stop());

/** Expects what `act` does to leave one conversation or hint, and its delivery, or nothing at all. */
const expectLeft = async (sender: Sender, n: 0 | 1, act: () => Promise<unknown>): Promise<void> => {
  const before = await stored(app.db);
  await act();
  const more = { webhook_deliveries: before.webhook_deliveries + n, [sender.leaves]: before[sender.leaves] + n };
  expect(await stored(app.db)).toEqual({ ...before, ...more });
};

const withHeader = ({ headers, body }: Call, at: number, change: (value: string) => string): Call => {
  const [name = ""] = Object.keys(headers).slice(at);
  return { body, headers: { ...headers, [name]: change(headers[name] ?? "") } };
};
const withoutHeader = ({ headers, body }: Call, at: number): Call => ({
  body,
  headers: Object.fromEntries(Object.entries(headers).filter((_, i) => i !== at)),
});
const otherDigit = (text: string): string => text.replace(/[0-9a-f](?=.{5})/, (one) => (one === "1" ? "2" : "1"));
const writtenAgain = (call: Call): Call => ({ ...call, body: JSON.stringify(JSON.parse(call.body), null, 1) });

for (const sender of [ownSender, chatwootSender]) {
  const { kind } = sender;

  const valid: [how: string, call: () => Call][] = [
    ["with the new secret", () => callOf(sender, { secret: 2 })],
    ["with the old one, within a day", () => callOf(sender, { secret: 1 })],
    ["299 s late", () => callOf(sender, { secret: 2, seconds: -299 })],
    ["299 s early", () => callOf(sender, { secret: 2, seconds: 299 })],
  ];
  for (const [how, make] of valid) {
    test(`${kind}: what is signed ${how} is taken, once`, async () => {
      const call = make();
      await expectLeft(sender, 1, async () => expect(await send(app, kind, call)).toMatchObject({ status: 200 }));
      await expectLeft(sender, 0, async () => expect(await send(app, kind, call)).toMatchObject({ status: 200 }));
    });
  }

  test(`${kind}: what comes many times at once is taken once`, async () => {
    const call = callOf(sender);
    await expectLeft(sender, 1, async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => send(app, kind, call)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    });
  });

  const refused: { why: string; call: () => Call; to?: string; status?: number }[] = [
    { why: "a changed byte of the body", call: () => ({ ...callOf(sender), body: sender.body(0) }) },
    { why: "a body parsed and written again", call: () => writtenAgain(callOf(sender)) },
    { why: "a changed digit of the signature", call: () => withHeader(callOf(sender), 2, otherDigit) },
    { why: "a timestamp that was not signed", call: () => withHeader(callOf(sender), 1, (at) => `${Number(at) - 1}`) },
    { why: "a secret replaced more than a day ago", call: () => callOf(sender), to: `${kind}-late` },
    { why: "a secret that never was", call: () => callOf(sender, { secret: 3 }) },
    { why: "a call 301 s late", call: () => callOf(sender, { seconds: -301 }) },
    { why: "a call 301 s early", call: () => callOf(sender, { seconds: 301 }) },
    { why: "a call without its id", call: () => withoutHeader(callOf(sender), 0) },
    { why: "a call without its timestamp", call: () => withoutHeader(callOf(sender), 1) },
    { why: "a call without its signature", call: () => withoutHeader(callOf(sender), 2) },
    { why: "an id as long as a page", call: () => callOf(sender, { id: "0123456789abcdef".repeat(500) }) },
    { why: "a source that is not there", call: () => callOf(sender), to: "nobody" },
    { why: "a source of another kind", call: () => callOf(sender), to: kind === "push" ? "chatwoot" : "push" },
    { why: "more than 5 MB", call: () => callOf(sender, { body: " ".repeat(5 * 1024 * 1024 + 1) }), status: 413 },
  ];
  for (const { why, call, to = kind, status = 401 } of refused) {
    test(`${kind}: ${why} is refused, and nothing is stored`, async () => {
      await expectLeft(sender, 0, async () => expect(await send(app, to, call())).toMatchObject({ status }));
    });
  }
}

test("an address that is not there answers as one that is", async () => {
  const wrong = callOf(ownSender, { secret: 3 });
  expect(await send(app, "nobody", wrong)).toEqual(await send(app, "push", wrong));
  expect(await send(app, "nobody", withoutHeader(wrong, 0))).toEqual(await send(app, "push", withoutHeader(wrong, 0)));
});

for (const sender of [ownSender, chatwootSender]) {
  const bare: Call = { body: "{}", headers: {} };
  const calls: [what: string, call: () => Call][] = [
    ["with nothing", () => bare],
    ["with a wrong signature", () => callOf(sender, { secret: 3 })],
    ...[0, 1, 2].map((at) => [`without header ${at}`, () => withoutHeader(callOf(sender, { secret: 3 }), at)] as const),
    ["too late", () => callOf(sender, { secret: 3, seconds: -400 })],
    ["with too much", () => ({ ...bare, body: " ".repeat(5 * 1024 * 1024 + 1) })],
  ].map(([what, call]) => [what, call] as [string, () => Call]);
  for (const [what, make] of calls) {
    test(`who calls ${what} as ${sender.kind} does cannot tell what is there`, async () => {
      const call = make();
      const answers = [];
      for (const to of ["nobody", "push", "chatwoot"]) answers.push(await send(app, to, call));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    });
  }
}

test("a source that is being removed takes nothing in any more", async () => {
  await app.db.$client`update sources set state = 'removing' where key = 'leaving'`;
  await expectLeft(ownSender, 0, async () =>
    expect(await send(app, "leaving", callOf(ownSender))).toMatchObject({ status: 401 }),
  );
});
