import type { ImportRecord } from "#lib/import/schema.ts";
import { isActivity } from "./authors.ts";
import { instantOf, isoOf, type Raw } from "./schema.ts";

type Events = NonNullable<ImportRecord["events"]>;

const RESOLVED = new Set(["conversation_resolved", "conversation_bot_resolved"]);

/** What happened to it. Where the edition keeps events they are exact; else the end is worked out: a conversation that is
 * resolved was so at the last notice of activity after the last word, or when it last changed. */
export const eventsOf = ({ conversation, messages, events }: Raw): Events => {
  if (events !== null) {
    const stated = events.flatMap((event): Events => {
      if (event.event_end_time == null) return [];
      const at = isoOf(event.event_end_time);
      if (RESOLVED.has(event.name)) return [{ id: `e${event.id}`, at, type: "resolved" }];
      // The first opening is the beginning, every later one has lasted since the conversation was resolved.
      const isReopened = event.name === "conversation_opened" && (event.value ?? 0) > 0;
      return isReopened ? [{ id: `e${event.id}`, at, type: "reopened" }] : [];
    });
    return onePerMoment(stated);
  }
  if (conversation.status !== "resolved") return [];
  const lastWord = messages.findLast((one) => !isActivity(one) && one.content_type !== "input_csat");
  const since = lastWord ? instantOf(lastWord.created_at) : 0;
  const notice = messages.find((one) => isActivity(one) && instantOf(one.created_at) >= since);
  const at = notice?.created_at ?? conversation.updated_at ?? conversation.last_activity_at;
  return at == null ? [] : [{ id: "resolved", at: isoOf(at), type: "resolved", data: { provenance: "derived" } }];
};

/** The end by a bot is told twice, as the bot's and as any. */
const onePerMoment = (events: Events): Events =>
  events.filter((event, i) => events.findIndex(({ at, type }) => at === event.at && type === event.type) === i);
