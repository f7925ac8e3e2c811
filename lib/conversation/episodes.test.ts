import { describe, expect, test } from "vitest";
import {
  ai,
  at,
  closed,
  conversation,
  customer,
  event,
  handoff,
  human,
  noHistory,
  rating,
} from "#lib/testing/build.ts";
import { attempt, handed, look } from "#lib/testing/look.ts";
import { withMerged } from "./merge.ts";

describe("one ruling for each edge case", () => {
  test("two handoffs in one episode count once and wait twice", () => {
    const { episodes, handoffs } = look(
      handed(
        { handoffs: [handoff("10:03"), handoff("10:30")], events: [event("10:20", "handed_back"), closed("11:00")] },
        human("10:07"),
        customer("10:15"),
        ai("10:22"),
        human("10:32"),
      ),
    );
    expect(episodes).toMatchObject([{ segment: "handoff", rule: 2, executedHandoffs: 2, tags: ["ping_pong"] }]);
    expect(handoffs.map(({ ordinal, waitSeconds }) => [ordinal, waitSeconds])).toEqual([
      [1, 240],
      [2, 120],
    ]);
  });

  test("a reopened conversation is a new episode, and the one before counts as reopened", () => {
    const { episodes } = look(
      handed(
        { events: [closed("10:30"), closed("+2d 10:30")] },
        human("10:07"),
        customer("+2d 10:00", "It broke again"),
        human("+2d 10:05"),
      ),
    );
    expect(episodes).toMatchObject([
      { segment: "handoff", resolution: "reopened" },
      { segment: "human_only", startedAt: at("+2d 10:00"), resolution: "resolved" },
    ]);
  });

  test("thanks after the close neither reopen nor open an episode", () => {
    const { episodes } = look(
      handed({ events: [closed("10:30")] }, human("10:07"), customer("+1d 10:00", "Thanks a lot!")),
    );
    expect(episodes).toMatchObject([{ resolution: "resolved" }]);
  });

  test("a conversation over weeks keeps the dates of its parts", () => {
    const { episodes, handoffs } = look(
      conversation([...attempt, customer("+9d 10:00", "Any news?"), human("+9d 10:30")], {
        channel: "email",
        handoffs: [handoff("10:03")],
        events: [closed("+10d 10:00")],
      }),
    );
    expect(episodes).toMatchObject([
      { startedAt: at("10:00"), endedAt: at("+10d 10:00"), resolutionAt: at("+10d 10:00") },
    ]);
    expect(handoffs[0]?.at).toEqual(at("10:03"));
  });

  test("a merged child stands outside, its facts count once with the survivor", () => {
    const child = handed({ externalId: "c-2", mergedInto: "c-1", ratings: [rating("10:50", 4)] });
    const survivor = handed({ events: [closed("10:30")] }, human("10:07"));
    expect(look(child).episodes[0]?.excluded).toBe("merged");
    const { episodes, handoffs, ratings } = look(withMerged(survivor, [child]));
    expect(episodes).toHaveLength(1);
    expect(handoffs).toHaveLength(1);
    expect(ratings).toMatchObject([{ counts: true, episode: 0 }]);
  });
});

describe("what else the definitions say", () => {
  test("a wait over the weekend keeps its episode open", () => {
    const { episodes } = look(
      conversation([customer("+3d 17:50"), ai("+3d 17:51"), human("+6d 09:00")], { handoffs: [handoff("+3d 18:00")] }),
    );
    expect(episodes).toHaveLength(1);
  });

  test("repetition counts customers who spoke after the person's first reply", () => {
    const spoke = look(handed({}, human("10:07"), customer("10:08", "As I already told the bot, 4471")));
    expect(spoke.episodes[0]?.customerSpokeAfterHuman).toBe(true);
    expect(spoke.findings).toContainEqual(expect.objectContaining({ rule: "R1.reference.as_said", episode: 0 }));
    expect(look(handed({}, human("10:07"))).episodes[0]?.customerSpokeAfterHuman).toBe(false);
  });

  test("a new conversation about the same within a week makes the first one reopened", () => {
    const contact = { conversationId: "x", topic: "billing", startedAt: at("+2d 10:00") };
    const closedOne = handed({ events: [closed("10:30")] }, human("10:07"));
    expect(look(closedOne, { history: { ...noHistory, contacts: [contact] } }).episodes[0]?.resolution).toBe(
      "reopened",
    );
    const other = { ...contact, topic: "shipping" };
    expect(look(closedOne, { history: { ...noHistory, contacts: [other] } }).episodes[0]?.resolution).toBe("resolved");
  });
});
