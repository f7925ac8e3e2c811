import { expect, test } from "vitest";
import { customerText } from "./customer-text.ts";

const turn = (minute: number, text: string, asksForHuman = false) => ({
  text,
  at: new Date(Date.UTC(2026, 0, 5, 9, minute)),
  asksForHuman,
});
const HANDOFF = new Date(Date.UTC(2026, 0, 5, 9, 10));

test("the first and the last turn before the handoff are what it is about, not the request for a human nor what came after", () => {
  const turns = [
    turn(1, "Hello, my card was declined"),
    turn(2, "yes"),
    turn(3, "it is a debit card"),
    turn(4, "let me talk to a person", true),
    turn(20, "thanks, now about my refund"),
  ];
  expect(customerText(turns, HANDOFF)).toBe("my card was declined\nit is a debit card");
});

test("where only a human was asked for that is all there is, and where nothing was said there is nothing", () => {
  expect(customerText([turn(1, "Agent", true)], HANDOFF)).toBe("agent");
  expect(customerText([turn(1, "Hi!"), turn(11, "refund")], HANDOFF)).toBeNull();
  expect(customerText([turn(11, "refund")], null)).toBe("refund");
});
