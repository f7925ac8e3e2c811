import type { Metric } from "../metric.ts";

type Told = Pick<Metric, "label" | "better" | "says" | "part" | "whole" | "nullMeans">;

const WROTE_AGAIN = "Handoff episodes in which the customer wrote again after the first public human reply";
const WROTE_AGAIN_READ = `${WROTE_AGAIN}, in a language that is scanned`;
const SAID_AGAIN = "Handoff episodes with a phrase such as “as I already told the bot” after the first handoff";
const BY_WORDS = {
  replacedOn: "2026-11-25",
  part: SAID_AGAIN,
  whole: WROTE_AGAIN,
  nullMeans: "No customer wrote again after a human had replied.",
};

const FIRST = "First handoffs of an episode in which the AI took part";

const repetition = (told: Pick<Told, "label" | "says" | "part">): Metric => ({
  version: 1,
  unit: "share",
  better: "lower",
  target: null,
  grain: "episode",
  whole: WROTE_AGAIN_READ,
  cohort: "the day the episode started",
  matureAfterDays: null,
  nullMeans: "No customer wrote again after a human had replied, or only in languages that are not scanned.",
  ...told,
});

const atSeam = (told: Told): Metric => ({
  version: 1,
  unit: "share",
  target: null,
  grain: "handoff",
  cohort: "the time of the handoff",
  matureAfterDays: null,
  ...told,
});

const introduction = (told: Pick<Told, "label" | "better" | "says" | "part">): Metric =>
  atSeam({
    whole: `${FIRST} that a person answered, without takeovers, in a language that is scanned`,
    nullMeans: "Nobody who was handed over was answered, or only in languages that are not scanned.",
    ...told,
  });

const message = (told: Pick<Told, "label" | "says" | "part">): Metric =>
  atSeam({
    better: "higher",
    whole: `${FIRST}, without takeovers, in a language that is scanned`,
    nullMeans: "Nobody was handed over, or only in languages that are not scanned.",
    ...told,
  });

const passedOn = (told: Pick<Told, "label" | "says" | "part">): Metric =>
  atSeam({
    better: "higher",
    whole: `${FIRST}, without takeovers, in a language that is scanned, of which the source tells whether it came along`,
    nullMeans: "The source does not tell what was passed on.",
    ...told,
  });

/** How well the seam held. */
export const QUALITY = {
  contextRepetition: {
    ...repetition({
      label: "Context repetition",
      says: "How many customers had to say again, after the handoff, what they had told the bot, or were asked for it again.",
      part: `${SAID_AGAIN} (R1), or in which a person asked for what had been given (R3)`,
    }),
    version: 2,
    target: 0.08,
    earlier: [
      {
        ...BY_WORDS,
        version: 1,
        change:
          "Being asked again for what was given counts as well as saying so, and what is in languages that are not scanned is left out.",
      },
    ],
  },
  explicitRepetition: {
    ...repetition({
      label: "Explicit repetition (R1)",
      says: "How many customers said, after the handoff, that they had already told the bot.",
      part: SAID_AGAIN,
    }),
    version: 2,
    earlier: [{ ...BY_WORDS, version: 1, change: "What is in languages that are not scanned is left out." }],
  },
  resent: repetition({
    label: "Given again (R2)",
    says: "How many customers gave, after the handoff, what they had given the bot, without saying so.",
    part: "Handoff episodes in which the customer sent again a number, an address or a sentence that the AI had been given",
  }),
  askedAgain: repetition({
    label: "Asked again (R3)",
    says: "How many customers were asked, after the handoff, for what they had given the bot.",
    part: "Handoff episodes in which a person asked for something that had been given before the handoff",
  }),
  contextHistory: passedOn({
    label: "Conversation history passed on",
    says: "With how many handoffs the conversation came along to the person.",
    part: "The history, or a summary of it, was passed on",
  }),
  contextAssessment: passedOn({
    label: "AI assessment passed on",
    says: "With how many handoffs came what the AI takes the issue to be and why it handed over.",
    part: "The AI’s assessment was passed on",
  }),
  contextAttempted: passedOn({
    label: "Attempted solutions passed on",
    says: "With how many handoffs came what the AI had already tried.",
    part: "The attempted solutions were passed on",
  }),
  contextCustomer: passedOn({
    label: "Customer context passed on",
    says: "With how many handoffs came who the customer is: account, plan, recent activity.",
    part: "The customer’s context was passed on",
  }),
  contextNextSteps: passedOn({
    label: "Next steps passed on",
    says: "With how many handoffs came what the AI suggests to do next.",
    part: "Suggested next steps were passed on",
  }),
  transferSaid: message({
    label: "Transfer announced",
    says: "How many of those handed over were told that they are being handed over.",
    part: "The customer was told of the handoff",
  }),
  noRepeatSaid: message({
    label: "No need to repeat, said",
    says: "How many of those handed over were told that they need not repeat anything.",
    part: "The customer was told that what they said comes along",
  }),
  waitGiven: message({
    label: "Wait given",
    says: "How many of those handed over were told how long it would take.",
    part: "The customer was given a length of time, by the words or by the source’s own announcement; “shortly” is none",
  }),
  warmIntroduction: introduction({
    label: "Warm introduction",
    better: "higher",
    says: "How many first replies of a person show that they know what went before.",
    part: "The first public human reply names the issue or the talk with the AI",
  }),
  neutralIntroduction: introduction({
    label: "Neutral introduction",
    better: "lower",
    says: "How many first replies of a person neither show that they know what went before nor start from scratch.",
    part: "The first public human reply is neither warm nor cold",
  }),
  coldIntroduction: introduction({
    label: "Cold introduction",
    better: "lower",
    says: "How many first replies of a person start from scratch, such as “how can I help you today?”.",
    part: "The first public human reply asks what it is about, as if nothing had been said",
  }),
  repeatedSolution: atSeam({
    label: "Repeated solution",
    better: "lower",
    says: "How often a person proposed what the AI had already proposed.",
    part: "A person proposes a solution that the AI had proposed",
    whole: `${FIRST} that a person answered, without takeovers, in a language that is scanned, before which the AI had given an answer`,
    nullMeans: "Nobody was answered by a person after the AI had, or only in languages that are not scanned.",
  }),
  triggerDisagreement: atSeam({
    label: "Trigger reads otherwise",
    better: "lower",
    says: "How often the words before a handoff tell another reason for it than the one that was declared.",
    part: "The family that is read is not the one that is declared",
    whole: `${FIRST} whose trigger is declared, and of which the words tell a reason`,
    nullMeans: "No trigger was declared, or no words tell of one.",
  }),
  notScanned: atSeam({
    label: "Not scanned",
    better: "lower",
    says: "How many handoffs are in languages that are not scanned, so that nothing is known of what was said in them.",
    part: "The conversation’s language has no phrases",
    whole: FIRST,
    nullMeans: "Nobody was handed over.",
  }),
} satisfies Record<string, Metric>;
