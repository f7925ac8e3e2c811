import { expect, test } from "vitest";
import { openReceiver } from "#jobs/notify/testing/receivers.ts";
import { createHeartbeat } from "./heartbeat.ts";

const rule = { allowsLoopback: true, allowedHosts: [] };

test("who waits for it is asked each time, and a failure is told once until it works again", async () => {
  const receiver = await openReceiver();
  const notes: string[] = [];
  const beat = createHeartbeat(receiver.url, { rule, note: ({ message }) => notes.push(message) });
  await beat();
  receiver.answer = () => ({ status: 500 });
  await beat();
  await beat();
  receiver.answer = () => ({});
  await beat();
  receiver.answer = () => ({ status: 404 });
  await beat();
  await receiver.close();
  await beat();
  expect(receiver.posted).toHaveLength(5);
  expect(notes).toEqual(["it answered 500", "it answered 404"]);
});

test("without an address nobody is asked, and one of the inner network is not called", async () => {
  await createHeartbeat(undefined)();
  const notes: string[] = [];
  const strict = { allowsLoopback: false, allowedHosts: [] };
  const note = ({ message }: Error) => notes.push(message);
  await createHeartbeat("http://127.0.0.1:49151/secret-word", { rule: strict, note })();
  await createHeartbeat("http://localhost:49151/secret-word", { rule: strict, note })();
  expect(notes).toEqual([expect.stringContaining("inner network"), expect.stringContaining("inner network")]);
  expect(notes.join()).not.toContain("secret-word");
});
