import type { Random } from "#lib/random.ts";
import type { Fact } from "./fact.ts";
import { PLANTED } from "./story.ts";
import { HOUR } from "./turns.ts";

/** Lets some whose conversation was closed come back in another one of the same day, about the same. */
export const letReturn = (facts: Fact[], random: Random): void => {
  const inOrder = facts.toSorted((a, b) => a.startedAt - b.startedAt);
  for (const first of inOrder) {
    const comes = random.chance(PLANTED.repeatContacts.share);
    if (!comes || first.endedBy !== "closed" || first.returnsAt !== null || first.isSpam || first.hasMergedTwin)
      continue;
    const next = inOrder.find((other) => canFollow(other, first));
    if (!next) continue;
    first.followedAt = next.startedAt;
    next.sameCustomerAs = first.sameCustomerAs ?? first.id;
    next.customer = first.customer;
    next.tier = first.tier;
  }
};

const canFollow = (other: Fact, first: Fact): boolean =>
  other.startedAt > first.endedAt + HOUR / 2 &&
  other.topic === first.topic &&
  other.language === first.language &&
  other.sameCustomerAs === null &&
  !other.isSpam &&
  !other.hasMergedTwin;
