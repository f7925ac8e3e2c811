// What a list is sorted by and searched in, on the rows that it lists.
import { boolean, doublePrecision, smallint, text } from "drizzle-orm/pg-core";
import type { Resolution, WaitOutcome } from "#lib/conversation/assessed.ts";
import type { Trigger } from "#lib/conversation/types.ts";

/** Repeated on each assessed row, so that a page of a list joins only the rows that it shows. As `Listed` explains it. */
export const listed = () => ({
  customer: text("customer").notNull().default(""),
  aiSeconds: doublePrecision("ai_seconds"),
  wrongCount: smallint("wrong_count").notNull().default(0),
  ratingShare: doublePrecision("rating_share"),
  searched: text("searched").notNull().default(""),
});

/** Whether `searched` and `customer` are only as much of them as an index holds, and the whole text then; else null. */
export const cutListed = () => ({
  isCut: boolean("is_cut").notNull().default(false),
  searchedWhole: text("searched_whole"),
});

/** The first handoff of a row's episode, for the same reason; null = there was none. */
export const firstListed = () => ({
  firstTrigger: text("first_trigger").$type<Trigger>(),
  firstOutcome: text("first_outcome").$type<WaitOutcome>(),
  firstWaitBusinessSeconds: doublePrecision("first_wait_business_seconds"),
});

/** How the episode of a handoff or a rating ended. */
export const resolutionOfEpisode = () => text("resolution").$type<Resolution>();
