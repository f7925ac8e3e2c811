import { type Random, randomOf } from "#lib/random.ts";
import * as deeds from "./deeds.ts";
import { agentName, begin } from "./happen.ts";
import * as words from "./words.ts";
import type { FakeConversation, Step, World } from "./world.ts";

export type Kind = "bot" | "handoff" | "human";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The share that nobody ever closes. */
const FORGOTTEN = 0.04;

type Teller = {
  world: World;
  random: Random;
  topic: words.Topic;
  agentId: number;
  kind: Kind;
  /** What happens next, so long after what came before. */
  then: (after: number, deed: (conversation: FakeConversation, at: number) => void) => void;
};

/** One conversation from its first word to its last: all draws are made here, so that it is the same each time. */
export const storyOf = (world: World, number: number, startAt: number, contacts: number): Step[] => {
  const random = randomOf(world.seed, "story", number);
  const kind = random.weighted({ bot: 0.42, handoff: 0.38, human: 0.2 });
  const topic = random.pick(words.TOPICS);
  const inTeam = world.staff.agents.filter(({ teamId }) => teamId === topic.teamId);
  const steps: Step[] = [];
  let at = startAt;
  let conversation: FakeConversation | null = null;
  const opening = { inboxId: inboxOf(random, kind), contact: random.whole(1, contacts) };
  const asks = random.pick(topic.asks);
  steps.push({
    at,
    take: (now) => {
      conversation = begin(world, now, opening);
      deeds.customerSays(world, conversation, now, { text: asks });
    },
  });
  const then: Teller["then"] = (after, deed) => {
    at += Math.round(after);
    steps.push({ at, take: (now) => conversation && deed(conversation, now) });
  };
  const teller: Teller = { world, random, topic, agentId: random.pick(inTeam).id, kind, then };
  if (kind === "bot") tellBotOnly(teller);
  if (kind === "handoff") tellHandoff(teller, asks);
  if (kind === "human") tellHuman(teller);
  return steps;
};

const inboxOf = (random: Random, kind: Kind): number => {
  if (kind === "human") return random.chance(0.75) ? 4 : 1;
  return random.chance(0.7) ? 1 : 2;
};

const tellBotOnly = (teller: Teller): void => {
  const { world, random, then } = teller;
  tellBotAnswer(teller);
  if (random.chance(0.4)) {
    const asks = random.pick(teller.topic.asks);
    then(random.between(0.5, 4) * MINUTE, (c, at) => deeds.customerSays(world, c, at, { text: asks }));
    tellBotAnswer(teller);
  }
  const thanks = random.pick(words.THANKS);
  if (random.chance(FORGOTTEN)) return;
  if (random.chance(0.6)) then(MINUTE, (c, at) => deeds.customerSays(world, c, at, { text: thanks }));
  then(random.between(5, 60) * MINUTE, (c, at) => deeds.resolve(world, c, at, { by: "bot" }));
  tellRating(teller, 0.25, 3.8);
};

const tellBotAnswer = ({ world, random, topic, then }: Teller): void => {
  const text = random.pick(topic.botSays);
  then(random.between(2, 12) * SECOND, (c, at) => deeds.botSays(world, c, at, { text }));
};

const tellHandoff = (teller: Teller, asks: string): void => {
  const { world, random, then } = teller;
  tellBotAnswer(teller);
  const wants = random.pick(words.ASKS_FOR_PERSON);
  then(random.between(0.3, 3) * MINUTE, (c, at) => deeds.customerSays(world, c, at, { text: wants }));
  if (random.chance(0.04)) then(20 * SECOND, (c, at) => deeds.botFails(world, c, at, null));
  else tellBotHandsOff(teller);
  if (random.chance(0.08)) {
    then(24 * HOUR, (c, at) => deeds.resolve(world, c, at, { by: "system" }));
    return;
  }
  tellHumanAnswer(teller, asks);
  if (random.chance(0.1)) tellSecondHandoff(teller);
  tellClose(teller);
};

const tellBotHandsOff = ({ world, random, topic, then }: Teller): void => {
  const given = { reason: random.pick(words.REASONS), notice: random.pick(words.NOTICES), teamId: topic.teamId };
  then(random.between(2, 6) * SECOND, (c, at) => deeds.handOff(world, c, at, given));
};

const tellHumanAnswer = (teller: Teller, asks: string): void => {
  const { world, random, topic, then, agentId } = teller;
  const isRepeating = random.chance(0.3);
  const again = random.pick(words.SAYS_AGAIN) + asks;
  const text = random.pick(topic.humanSays);
  then(random.logNormal(4, 1) * MINUTE, (c, at) =>
    deeds.humanSays(world, c, at, { agentId, text: "Hello, how can I help?" }),
  );
  if (isRepeating) then(MINUTE, (c, at) => deeds.customerSays(world, c, at, { text: again }));
  then(random.logNormal(3, 0.7) * MINUTE, (c, at) => deeds.humanSays(world, c, at, { agentId, text }));
  const { label } = topic;
  then(5 * SECOND, (c, at) => deeds.addLabels(world, c, at, { labels: [label], by: agentName(world, agentId) }));
};

/** A person gives it back to the bot, which gives up once more. */
const tellSecondHandoff = (teller: Teller): void => {
  const { world, random, topic, then, agentId } = teller;
  const [asks, text] = [random.pick(topic.asks), random.pick(topic.humanSays)];
  then(10 * MINUTE, (c, at) => deeds.handBack(world, c, at, { agentId }));
  then(HOUR, (c, at) => deeds.customerSays(world, c, at, { text: asks }));
  tellBotAnswer(teller);
  tellBotHandsOff(teller);
  then(random.logNormal(6, 1) * MINUTE, (c, at) => deeds.humanSays(world, c, at, { agentId, text }));
};

const tellHuman = (teller: Teller): void => {
  const { world, random, topic, then, agentId } = teller;
  const text = random.pick(topic.humanSays);
  then(MINUTE, (c, at) => deeds.takeOver(world, c, at, { agentId }));
  then(random.logNormal(20, 1) * MINUTE, (c, at) => deeds.humanSays(world, c, at, { agentId, text }));
  tellClose(teller);
};

const tellClose = (teller: Teller): void => {
  const { world, random, topic, then, agentId } = teller;
  const thanks = random.pick(words.THANKS);
  const [isReopening, asks] = [random.chance(0.1), random.pick(topic.asks)];
  if (random.chance(0.7))
    then(random.logNormal(5, 1) * MINUTE, (c, at) => deeds.customerSays(world, c, at, { text: thanks }));
  if (random.chance(FORGOTTEN)) return;
  then(random.between(1, 30) * MINUTE, (c, at) => deeds.resolve(world, c, at, { by: agentId }));
  tellRating(teller, 0.4, teller.kind === "handoff" ? 3.4 : 4.2);
  if (!isReopening) return;
  then(random.between(3, 60) * HOUR, (c, at) => deeds.customerSays(world, c, at, { text: asks }));
  then(random.logNormal(15, 1) * MINUTE, (c, at) => deeds.humanSays(world, c, at, { agentId, text: "I look at it." }));
  then(HOUR, (c, at) => deeds.resolve(world, c, at, { by: agentId }));
};

const tellRating = ({ world, random, then, kind }: Teller, share: number, mean: number): void => {
  const rating = Math.min(5, Math.max(1, Math.round(mean + random.between(-2.4, 2.4))));
  const feedback = random.pick(rating >= 4 ? words.FEEDBACK.happy : words.FEEDBACK.unhappy);
  const isRated = random.chance(share);
  const after = random.exponential(0.7) * HOUR;
  if (!isRated) return;
  then(after, (c, at) => {
    const asked = c.messages.some(({ contentType }) => contentType === "input_csat");
    if (asked) deeds.rate(world, c, at, { rating, feedback: kind === "bot" ? null : feedback });
  });
};
