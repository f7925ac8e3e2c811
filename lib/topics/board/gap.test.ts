import { expect, test } from "vitest";
import { changedGap, type Gap, type GapChange, measuredUntil, stageOf } from "./gap.ts";

const TODAY = "2026-11-20";
const named = { person: (id: string) => `person ${id}`, article: (id: string) => `article ${id}` };
const change = (gap: Gap | null, one: GapChange) => changedGap(gap, one, { today: TODAY, named });
const after = (...changes: GapChange[]) => changes.reduce<Gap | null>((gap, one) => change(gap, one).gap, null);

const OPEN = { is: "open" } as const;
const OWN = { is: "own", ownerId: "ines" } as const;
const PUBLISH = { is: "publish", publishedOn: "2026-11-02", articleId: "a" } as const;
const CLOSE = { is: "close", reason: " It worked. " } as const;

test("new, owned, published, measured from the seventh day, closed with a reason", () => {
  expect(after(OPEN)?.status).toBe("new");
  expect(after(OPEN, OWN)).toMatchObject({ status: "owned", ownerId: "ines" });
  const published = after(OPEN, OWN, PUBLISH);
  expect(published).toMatchObject({ status: "published", publishedOn: "2026-11-02", articleId: "a" });
  if (!published) throw new Error("nothing");
  expect(stageOf(published, "2026-11-08")).toBe("published");
  expect(stageOf(published, "2026-11-09")).toBe("measuring");
  expect(stageOf(published, "2027-11-09")).toBe("measuring");
  expect(measuredUntil("2026-11-02")).toBe("2026-11-30");
  expect(after(OPEN, OWN, PUBLISH, CLOSE)).toMatchObject({ status: "closed", closedReason: "It worked." });
});

test("each change says what was done", () => {
  expect(change(after(OPEN), OWN).sentence).toBe("person ines took it.");
  expect(change(after(OPEN, OWN), { is: "own", ownerId: null }).sentence).toBe("Nobody owns it now.");
  expect(change(after(OPEN), PUBLISH).sentence).toBe("“article a” was published on Mon 2 Nov 2026.");
  expect(change(after(OPEN), { ...PUBLISH, articleId: null }).sentence).toContain("An article was published");
  expect(change(after(OPEN), CLOSE).sentence).toBe("Closed: It worked.");
  expect(change(after(OPEN), { is: "due", dueOn: "2026-12-01" }).sentence).toBe("Due on Tue 1 Dec 2026.");
});

test("back again: a published one stays published under another owner, and a reopened one is where it was", () => {
  expect(after(OPEN, OWN, PUBLISH, { is: "own", ownerId: null })?.status).toBe("published");
  expect(after(OPEN, OWN, PUBLISH, { is: "unpublish" })).toMatchObject({ status: "owned", publishedOn: null });
  expect(after(OPEN, OWN, PUBLISH, CLOSE, { is: "reopen" })).toMatchObject({
    status: "published",
    closedReason: null,
  });
  expect(after(OPEN, CLOSE, { is: "reopen" })?.status).toBe("new");
});

test.each<[string, GapChange[], GapChange, string]>([
  ["twice on the board", [OPEN], OPEN, "This topic is on the board already."],
  ["not on the board", [], OWN, "This topic is not on the board."],
  ["closed", [OPEN, CLOSE], OWN, "It is closed: reopen it first."],
  ["open", [OPEN], { is: "reopen" }, "It is not closed."],
  ["no reason", [OPEN], { is: "close", reason: " " }, "Say why it is closed: whoever meets it next will ask."],
  ["tomorrow", [OPEN], { ...PUBLISH, publishedOn: "2026-11-21" }, "What is not published yet cannot be measured."],
  ["no day", [OPEN], { is: "due", dueOn: "soon" }, "The day is none of 2000 to 2099."],
])("%s is refused in a sentence", (_, before, next, sentence) => {
  expect(() => change(after(...before), next)).toThrow(sentence);
});
