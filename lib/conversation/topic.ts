import type { Conversation } from "./types.ts";

/** What a conversation is about, until people have confirmed topics: the source's topic, else its first tag. Null =
 * neither is given. */
export const topicOf = ({ topic, tags }: Pick<Conversation, "topic" | "tags">): string | null =>
  topic ?? tags[0] ?? null;
