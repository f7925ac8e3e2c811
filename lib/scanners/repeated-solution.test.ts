import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Message } from "#lib/conversation/types.ts";
import { ai, closed, conversation, customer, handoff, human, note } from "#lib/testing/build.ts";
import { readLine } from "./line.ts";
import { repeatedSolution } from "./repeated-solution.ts";
import { linkKey } from "./solutions/links.ts";
import { marksIn, scanned } from "./testing/scanned.ts";

type Row = { triple: [string, string, string]; label: string; binary: 0 | 1 };

const golden = readFileSync(join(import.meta.dirname, "golden/repeated-solution.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line): Row => {
    const { text, label, binary } = JSON.parse(line) as { text: string; label: string; binary: 0 | 1 };
    return { triple: JSON.parse(text) as Row["triple"], label, binary };
  });

const marksOf = ([first, answer, later]: Row["triple"]) =>
  marksIn(repeatedSolution, ["ai", first], ["customer", answer], ["human", later]);
const isFound = ({ triple }: Row) =>
  marksOf(triple).some(({ confidence }) => confidence >= repeatedSolution.acceptedFrom);

describe("the golden set", () => {
  test("holds enough triples of both kinds, each once", () => {
    expect(golden.filter(({ binary }) => binary === 1).length).toBeGreaterThanOrEqual(70);
    expect(golden.filter(({ binary }) => binary === 0).length).toBeGreaterThanOrEqual(70);
    expect(new Set(golden.map(({ triple }) => triple.join("\n"))).size).toBe(golden.length);
  });

  test("is read with a precision of 0.97 and a recall of 0.95 at least", () => {
    const found = golden.filter(isFound);
    const right = found.filter(({ binary }) => binary === 1).length;
    expect(right / found.length).toBeGreaterThanOrEqual(0.97);
    expect(right / golden.filter(({ binary }) => binary === 1).length).toBeGreaterThanOrEqual(0.95);
  });

  test("whether something was tried is asked: shown, and not counted", () => {
    const asked = golden.filter(({ label }) => label === "asks_if_tried");
    expect(asked.length).toBeGreaterThan(3);
    for (const { triple } of asked) {
      expect(Math.max(...marksOf(triple).map(({ confidence }) => confidence))).toBe(0.4);
    }
  });
});

test("a mark names the step, where it stands, and the message that it repeats", () => {
  const later = "Hi Kim, please reboot your phone.";
  const [mark] = marksOf(["Please restart your phone.", "did", later]);
  expect(mark).toMatchObject({ rule: "step.restart", label: "same_solution", earlier: "t0" });
  expect(later.slice(mark?.start, mark?.end)).toBe("reboot");
});

test("who asks how it is done is told again without being counted", () => {
  const [mark] = marksOf(["Please restart the modem.", "How do I do that?", "Please restart the modem by its switch."]);
  expect(mark?.confidence).toBeLessThan(repeatedSolution.acceptedFrom);
});

test("a link is the same however it is written, and a home page or an inbox is none", () => {
  const article = linkKey("https://www.help.example.com/hc/en-us/articles/360012-Restart?utm_source=x#top");
  expect(article).toBe(linkKey("http://help.example.com/hc/articles/360012-restart-your-box"));
  expect(linkKey("https://example.com/a/b.html")).toBe(linkKey("www.example.com/a/b/"));
  expect(linkKey("https://www.example.com/")).toBeNull();
  expect(linkKey("https://twitter.com/messages/compose?recipient_id=1")).toBeNull();
});

test("a turn is judged against an agent's where no AI spoke, as in triples of two agents", () => {
  const before = [
    { role: "agent", text: "Please restart the phone." },
    { role: "customer", text: "no" },
  ];
  const line = { id: 1, role: "agent", text: "Try restarting the phone.", before };
  expect(readLine(line).filter(({ scanner }) => scanner === "repeated_solution")).toHaveLength(1);
});

const FIRST = "Please clear the cache of your browser.";
const AGAIN = "Please clear your browser's cache.";
const found = (messages: Message[], opening: Message = ai("10:01", FIRST)) =>
  scanned(
    repeatedSolution,
    conversation([customer("10:00", "The page is blank"), opening, customer("10:02", "did that"), ...messages], {
      handoffs: [handoff("10:05")],
    }),
  );

test("the first three public replies after the handoff are looked at", () => {
  const talk = (...texts: string[]) => found(texts.map((text, i) => human(`10:1${i}`, text)));
  expect(talk("Hi", "Hm", AGAIN)).toMatchObject([{ messageId: "human-10:12", earlier: "ai-10:01" }]);
  expect(talk("Hi", "Hm", "One moment", AGAIN)).toEqual([]);
  expect(found([note("10:10", AGAIN)])).toEqual([]);
  expect(found([human("10:10", AGAIN, { automated: true })])).toEqual([]);
  expect(found([customer("10:10", AGAIN)])).toEqual([]);
});

test("what the AI proposed in another episode does not count", () => {
  const messages = [
    customer("10:00", "The page is blank"),
    ai("10:01", FIRST),
    customer("+2d 10:00", "Now my invoice is wrong"),
    ai("+2d 10:01", "Let me see."),
    human("+2d 10:10", AGAIN),
  ];
  const more = { events: [closed("10:20")], handoffs: [handoff("+2d 10:05")] };
  expect(scanned(repeatedSolution, conversation(messages, more))).toEqual([]);
});

test("an article that the AI answered from is known by its link", () => {
  const retrieval = [{ id: "kb-1", title: "Blank pages", url: "https://help.example.com/blank-pages", score: 0.8 }];
  const opening = ai("10:01", "Blank pages have many causes.", { ai: { confidence: 0.8, retrieval } });
  const [finding] = found([human("10:10", "Have a look: https://help.example.com/blank-pages")], opening);
  expect(finding).toMatchObject({ rule: "link.same", earlier: "ai-10:01" });
});

test("long messages take time in proportion to their length", () => {
  const long = "please restart your phone and then clear the cache of it, or ".repeat(16_000);
  const from = performance.now();
  marksOf([long, "no", long]);
  expect(performance.now() - from).toBeLessThan(30_000);
});
