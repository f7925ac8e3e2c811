import { expect, test } from "vitest";
import { introduction } from "../introduction.ts";
import { marksIn } from "../testing/scanned.ts";

const kindOf = (text: string) => {
  const [kind] = marksIn(introduction, ["human", text]);
  return [kind?.label, kind && text.slice(kind.start, kind.end)];
};

test.each([
  ["So sorry to hear about the cracked teapot, Ann.", "sorry to hear about the cracked"],
  ["We're sorry that your 6:20 ferry was cancelled.", "sorry that your 6:20 ferry"],
  ["Ok so your laptop hums all night?", "Ok so your laptop"],
  ["A beetle in your soup is not okay.", "beetle in your soup is not okay"],
  ["Is it the kettle that trips the fuse?", "Is it the kettle"],
])("a case is named by whatever noun it has: %s", (text, stretch) => {
  expect(kindOf(text)).toEqual(["warm_issue", stretch]);
});

test.each([
  "Sorry to hear that, please DM us your parcel number.",
  "Sorry to hear that Ann.",
  "Sorry, the shop is closed.",
  "We apologise for the delay in our reply about anything.",
  "If your ferry was cancelled, rebook it online.",
  "Is your app up to date?",
])("what is said to everybody names no case: %s", (text) => {
  expect(kindOf(text)[0]).toBe("neutral");
});

test("two words of the customer's own make a beginning warm, two that agents ask of everybody do not", () => {
  const told = "My teapot came with a dent in the spout, order number 7, account 9";
  const said = (text: string) => marksIn(introduction, ["customer", told], ["human", text])[0]?.rule;
  expect(said("Teapot spout: a new one leaves today.")).toBe("warm.issue.shared");
  expect(said("Order number and account, thanks.")).toBe("neutral.other");
});
