import { expect, test } from "vitest";
import type { Message } from "#lib/conversation/types.ts";
import { ai, at, customer, human, note } from "#lib/testing/build.ts";
import { caseOf, type EscalatedConversation } from "./case.ts";
import { libraryOf } from "./library.ts";
import { ARTICLES, FROM_ARTICLES } from "./testing/help-centre.ts";

const library = libraryOf(
  ARTICLES.map((article) => ({ ...article, externalId: article.id })),
  [],
);
const [, FROM_REFUND = ""] = FROM_ARTICLES[1] ?? [];
const cites = (id: string): Partial<Message> => ({
  ai: { confidence: null, retrieval: [{ id, title: null, url: null, score: null }] },
});
const read = (messages: Message[], more: Partial<EscalatedConversation> = {}, canned: string[] = []) =>
  caseOf(
    { id: "c", handedAt: at("10:05"), asked: "where is my refund", isSolved: true, messages, names: [], ...more },
    library,
    new Set(canned),
  );

test("what the AI cited and said before, and what people answered after the handoff", () => {
  const messages = [
    ai("09:59", "Welcome", { ...cites("invoice"), kind: "greeting" }),
    customer("10:00", "Where is my refund?"),
    ai("10:01", "It takes five days.", cites("refund-time")),
    ai("10:03", "Please look at order 12345.", cites("refund-time")),
    ai("10:04", "I hand over.", { ...cites("invoice"), kind: "transfer_notice" }),
    note("10:06", "is this a bug?"),
    human("10:07", "Hello, I have a look."),
    human("10:09", FROM_REFUND),
    ai("10:10", "Was this helpful?", cites("invoice")),
  ];
  expect(read(messages)).toMatchObject({
    ...{ conversationId: "c", question: "where is my refund", cited: ["refund-time"], answeredFrom: "refund-time" },
    aiAnswer: "please look at order ….",
    humanAnswer: expect.stringMatching(/^the refund goes back|thanks for waiting! the refund/),
  });
});

test("only the first three replies of people are read, and no canned one", () => {
  const replies = ["Hello, I am Ray.", "Which order is it?", "I have a look."].map((text, i) =>
    human(`10:0${6 + i}`, text),
  );
  expect(read([customer("10:00"), ...replies, human("10:09", FROM_REFUND)]).answeredFrom).toBeNull();
  const canned = human("10:06", "An agent will be with you");
  const more = [canned, ...replies.slice(1), human("10:09", FROM_REFUND)];
  expect(read([customer("10:00"), ...more], {}, ["an agent will be with you"]).answeredFrom).toBe("refund-time");
});

test("where nobody solved it there is no answer to learn from, but what it was taken from counts", () => {
  const messages = [customer("10:00"), human("10:07", FROM_REFUND)];
  expect(read(messages, { isSolved: false })).toMatchObject({ humanAnswer: null, answeredFrom: "refund-time" });
  expect(read([])).toMatchObject({ humanAnswer: null, aiAnswer: null, answeredFrom: null, cited: [] });
});

test("names of who takes part are not shown, and what is looked for stays whole", () => {
  const messages = [
    customer("10:00"),
    human("10:07", "Anna, this is Jo Ray. Your gift card has 20 euros left, Mrs. O'Neill."),
  ];
  const one = read(messages, {
    asked: "i am anna o'neill, order <num> <num> is late",
    names: ["Anna O'Neill", "Jo Ray"],
  });
  expect(one.question).toBe("i am … o'…, order … is late");
  expect(one.asked).toContain("anna");
  expect(one.humanAnswer).not.toMatch(/anna|ray|neill/i);
});
