import type { Hit } from "./reading/phrase-index.ts";
import { askedAgainIn } from "./repetition/asked-again.ts";
import { resentIn } from "./repetition/resent.ts";
import type { Mark, Scanner } from "./scanner.ts";

const KEY = "context_repetition";

/** The customer has to say it again, in three ways (definitions 2.9). R1: they say so in words, after the first handoff; one
 * finding a message, the surest, then the earliest. R2: they give again what they had given before it. R3: a person asks for
 * what they had given. */
export const contextRepetition: Scanner = {
  key: KEY,
  name: "Context repetition",
  version: "4",
  acceptedFrom: 0.75,
  says: {
    "R1.": "The customer says that they have given this before.",
    "R1.complaint": "The customer complains of having to say it again.",
    "R1.provided": "The customer says that this was handed in before.",
    "R2.": "The customer gives again what they had given before the handoff.",
    "R2.sentence": "The customer says a sentence again that they had said before the handoff.",
    "R3.": "A person asks for what the customer had already given.",
    "R3.issue": "A person asks what it is about, which the customer had already described.",
    "R3.verification": "A person asks, to be sure of who it is, for what the customer had already given.",
  },
  looksAt: ({ role, isPublic, at }, { handoffs }) =>
    role === "customer" && isPublic && at !== null && handoffs[0] !== undefined && at > handoffs[0].at,
  inTurn: ({ role, reading }) => {
    const hit = role === "customer" ? reading.surest(KEY, "R1.") : null;
    return hit ? [markOf(hit)] : [];
  },
  inEpisode: (talk) => [...resentIn(talk), ...askedAgainIn(talk)],
};

const markOf = ({ phrase: { rule, label, confidence }, start, end }: Hit): Mark => ({
  ...{ rule, label, confidence, start, end },
});
