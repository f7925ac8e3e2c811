import { describe, expect, test } from "vitest";
import { chatwoot } from "./connector.ts";
import { HOUR, Plain, pollAll, type Said } from "./testing/plain.ts";

describe("one conversation", () => {
  test("all its messages, a hundred at a time, without an empty page at the end", async () => {
    const plain = new Plain();
    plain.begin(1);
    for (let n = 0; n < 249; n++) plain.say(1, String(n));
    const { raw } = await chatwoot.fetchOne(plain.session(), "1");
    expect(raw?.messages).toHaveLength(250);
    expect(plain.log.filter((line) => line.includes("messages"))).toHaveLength(3);
  });

  test("messages whose ids are not in the order of their times are all read, each once", async () => {
    const plain = new Plain();
    const conversation = plain.begin(1);
    for (let n = 1; n < 250; n++) plain.say(1, String(n), plain.seconds() + n);
    for (const [one, other] of [
      [99, 103],
      [98, 110],
      [180, 185],
    ] as const) {
      const [a, b] = [conversation.messages[one], conversation.messages[other]];
      if (a && b) [a.created_at, b.created_at] = [b.created_at, a.created_at];
    }
    const { raw } = await chatwoot.fetchOne(plain.session(), "1");
    const idsOf = (messages: unknown): number[] => (messages as Said[]).map(({ id }) => id).sort((a, b) => a - b);
    expect(idsOf(raw?.messages)).toEqual(idsOf(conversation.messages));
  });

  test("the community edition is asked for events once, and again a day later", async () => {
    const plain = new Plain();
    plain.begin(1);
    const asked = () => plain.log.filter((line) => line.includes("reporting_events")).length;
    expect((await chatwoot.fetchOne(plain.session(), "1")).raw?.events).toBeNull();
    await chatwoot.fetchOne(plain.session(), "1");
    expect(asked()).toBe(1);
    plain.after(25 * HOUR);
    plain.edition = "enterprise";
    expect((await chatwoot.fetchOne(plain.session(), "1")).raw?.events).toEqual([]);
    expect(asked()).toBe(2);
  });

  test("that the edition has no events outlives a restart", async () => {
    const plain = new Plain();
    plain.begin(1);
    const { cursor } = await pollAll(plain, null);
    const restarted = new Plain();
    restarted.after(60);
    restarted.begin(1);
    await pollAll(restarted, cursor);
    expect(restarted.log.filter((line) => line.includes("reporting_events"))).toEqual([]);
  });

  test("the answer to its survey is looked for only when there is one", async () => {
    const plain = new Plain();
    plain.begin(1);
    const answered = { submitted_values: { csat_survey_response: { rating: 4 } } };
    plain.say(1, "Rate us", plain.seconds(), { message_type: 3, content_type: "input_csat" });
    await chatwoot.fetchOne(plain.session(), "1");
    expect(plain.log.join()).not.toContain("csat");
    plain.say(1, "Rate us", plain.seconds(), {
      message_type: 3,
      content_type: "input_csat",
      content_attributes: answered,
    });
    const mine = { id: 9, rating: 4, message_id: 3, conversation_id: 1, created_at: plain.seconds() + 50 };
    const others = Array.from({ length: 30 }, (_, i) => ({
      id: i,
      message_id: 100 + i,
      conversation_id: 2,
      rating: 1,
    }));
    plain.ratings = [...others, mine];
    const { raw } = await chatwoot.fetchOne(plain.session(), "1");
    expect(raw?.ratings).toEqual([mine]);
    expect(plain.log.filter((line) => line.includes("csat"))).toHaveLength(2);
  });

  test("one that is not there is gone", async () => {
    expect(await chatwoot.fetchOne(new Plain().session(), "5")).toEqual({ externalId: "5", raw: null, isGone: true });
  });
});
