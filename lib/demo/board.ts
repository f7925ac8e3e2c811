import { Temporal } from "temporal-polyfill";
import { PLANTED, type Story, TOPICS } from "./story.ts";

const dateOf = ({ startedIn }: Story, week: number, day = 0): string =>
  Temporal.PlainDate.from(startedIn)
    .add({ days: week * 7 + day })
    .toString();

const at = (story: Story, week: number): Date => new Date(`${dateOf(story, week)}T08:00:00Z`);

/** The desk's words that the knowledge-base owner has confirmed: all but the one that is new. */
export const CONFIRMED = Object.keys(TOPICS).filter((topic) => topic !== PLANTED.newTopic.topic);

const OPEN = { articleId: null, publishedOn: null, closedReason: null, dueOn: null, note: null };

/** What the knowledge-base owner has on the board when somebody first looks. */
export const boardOf = (story: Story) => [
  {
    ...{ ...OPEN, topic: PLANTED.knowledgeFix.topic, status: "published" as const, isOwned: true },
    publishedOn: dateOf(story, PLANTED.knowledgeFix.fromWeek),
    since: at(story, PLANTED.knowledgeFix.fromWeek),
    note: "What a refund takes, by way of payment; checked with Billing",
  },
  {
    ...{ ...OPEN, topic: PLANTED.knowledgeGap.topic, status: "owned" as const, isOwned: true },
    dueOn: dateOf(story, 1, 4),
    since: at(story, -2),
    note: "Asked Technical what the new format needs",
  },
  { ...OPEN, topic: "gift_cards", status: "new" as const, isOwned: false, since: at(story, -1) },
  {
    ...{ ...OPEN, topic: "loyalty", status: "closed" as const, isOwned: true, since: at(story, -9) },
    closedReason: "Not a gap: points can only be added by hand",
  },
];

/** When the topics were confirmed: before everything that is told. */
export const confirmedAt = (story: Story): Date => at(story, -60);

/** When an article went online, by its topic and its place among all: long before everything that is told, but for the one
 * that was planted. */
export const onlineSince = (story: Story, topic: string, place: number): Date =>
  at(story, topic === PLANTED.knowledgeFix.topic ? PLANTED.knowledgeFix.fromWeek : -120 + 4 * place);
