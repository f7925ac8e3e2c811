import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type MailServer, sendEmail } from "./email.ts";
import { outgoing } from "./testing/outgoing.ts";
import { headerOf, openMailServer } from "./testing/receivers.ts";

const FROM = "Seam <seam@example.com>";
const held: { server: Awaited<ReturnType<typeof openMailServer>> | null } = { server: null };
const there = () => {
  if (!held.server) throw new Error("no mail server");
  return held.server;
};

beforeAll(async () => {
  held.server = await openMailServer();
});
afterAll(() => there().close());
beforeEach(() => Object.assign(there(), { answer: () => ({}), recipient: () => null, mails: [] }));

const send = (more: Partial<MailServer> & { team?: string; to?: string[] } = {}) => {
  const { team = "Billing EU", to = ["tom@example.com"], ...server } = more;
  return sendEmail(() => ({ url: there().url, from: FROM, ...server }))(outgoing({ queue: { source: "desk", team } }), {
    settings: { kind: "email", to },
    secret: null,
  });
};

test("a mail has the alarm as its subject, text and simple HTML with the link, and goes to all recipients", async () => {
  expect(await send({ to: ["tom@example.com", "ines@example.com"] })).toEqual({ kind: "sent", problem: null });
  const [mail] = there().mails;
  if (!mail) throw new Error("no mail");
  expect(mail).toMatchObject({ from: "seam@example.com", to: ["tom@example.com", "ines@example.com"] });
  expect(headerOf(mail, "Subject")).toBe("Billing EU: oldest wait 17 min (limit 15), as of 14:05");
  expect(headerOf(mail, "Auto-Submitted")).toBe("auto-generated");
  expect(mail.raw).toMatch(/Content-Type: text\/plain/);
  expect(mail.raw).toMatch(/Content-Type: text\/html/);
  expect(mail.raw.replaceAll("=\r\n", "")).toContain(
    "https://seam.example.com/queue?incident=3D018f0000-0000-7000-8000-00000000000a",
  );
});

test("the id of a mail is made of its key, the same at each attempt", async () => {
  await send();
  await send();
  const ids = there().mails.map((mail) => headerOf(mail, "Message-ID"));
  expect(ids[0]).toBe(`<${outgoing().key.replaceAll(":", ".")}@example.com>`);
  expect(ids[1]).toBe(ids[0]);
  const [mail] = there().mails;
  expect(mail && headerOf(mail, "References")).toBe("<018f0000-0000-7000-8000-00000000000a@example.com>");
});

test("the name of a team brings in no header, no recipient and no HTML", async () => {
  await send({ team: "Billing\r\nBcc: x@example.com\r\n\r\n<script>" });
  const [mail] = there().mails;
  expect(mail?.to).toEqual(["tom@example.com"]);
  expect(mail && headerOf(mail, "Bcc")).toBeNull();
  expect(mail?.raw).not.toContain('<p style=3D"font-size:17px;font-weight:600">Billing Bcc: x@example.com <script>');
  expect(mail?.raw.replaceAll("=\r\n", "")).toContain("&lt;script&gt;");
});

test("a server that does not take it now may later, one that refuses it for good does not", async () => {
  there().answer = () => ({ code: 451 });
  expect(await send()).toEqual({
    kind: "failed",
    sentence: "The mail server does not take the message now (451).",
    notBefore: null,
  });
  there().answer = () => ({ code: 554 });
  expect(await send()).toEqual({ kind: "refused", sentence: "The mail server refuses the message (554)." });
});

test("one that takes the mail and never answers may have it: it is tried again", async () => {
  there().answer = () => ({ hangs: true });
  expect(await send({ timeoutMs: 2000 })).toMatchObject({
    kind: "failed",
    sentence: expect.stringMatching(/ETIMEDOUT/),
  });
  expect(there().mails).toHaveLength(1);
});

test("one that takes the mail and cuts the line may have it: it is tried again under the same id", async () => {
  there().answer = (_, n) => (n === 1 ? { drops: true } : {});
  expect(await send({ timeoutMs: 60_000 })).toMatchObject({ kind: "failed", notBefore: null });
  expect(await send({ timeoutMs: 60_000 })).toMatchObject({ kind: "sent" });
  const [first, second] = there().mails.map((mail) => headerOf(mail, "Message-ID"));
  expect([second, there().mails.length]).toEqual([first, 2]);
});

test("nobody there is tried again", async () => {
  const gone = await openMailServer();
  await gone.close();
  expect(await send({ url: gone.url })).toMatchObject({ kind: "failed" });
});

test("a recipient that is refused keeps the others from nothing, and is named", async () => {
  there().recipient = (address) => (address === "gone@example.com" ? 550 : null);
  expect(await send({ to: ["tom@example.com", "gone@example.com"] })).toEqual({
    kind: "sent",
    problem: "The mail server does not take gone@example.com.",
  });
  expect(there().mails.map(({ to }) => to)).toEqual([["tom@example.com"]]);
  expect(await send({ to: ["gone@example.com"] })).toMatchObject({ kind: "refused" });
});

test("user and password come from the address of the server, and a wrong one is refused without being said", async () => {
  const locked = await openMailServer({ password: "let-me-in" });
  try {
    expect(await send({ url: `smtp://seam:let-me-in@127.0.0.1:${locked.port}` })).toMatchObject({ kind: "sent" });
    const verdict = await send({ url: `smtp://seam:wrong-word@127.0.0.1:${locked.port}` });
    expect(verdict).toMatchObject({ kind: "refused", sentence: expect.stringMatching(/user and password \(535\)/) });
    expect(JSON.stringify(verdict)).not.toContain("wrong-word");
  } finally {
    await locked.close();
  }
});

test("without a mail server a mail is refused with what to set", async () => {
  const verdict = await sendEmail(() => null)(outgoing(), { settings: { kind: "email", to: [] }, secret: null });
  expect(verdict).toMatchObject({ kind: "refused", sentence: expect.stringContaining("SEAM_SMTP_URL") });
});
