import type { Db } from "#db/client.ts";
import { savePage } from "#db/save-page.ts";
import { assessPending } from "#jobs/assess.ts";
import { parseRecord } from "#lib/import/record.ts";
import { changeTopics, loadTaxonomy } from "../taxonomy.ts";

export const NOW = new Date("2026-11-20T12:00:00Z");
export const by = { byId: null, now: NOW };

type Given = { topic?: string | null; tags?: string[]; text?: string };

/** Handoffs of one source and the topics they are counted under. */
export const topicDesk = (held: { readonly db: Db }) => {
  const store = async (id: string, { topic = null, tags = [], text = "My parcel is late" }: Given = {}) => {
    const json = {
      ...{ format: "handoff-import/1", id, revision: "1", channel: "web_chat", language: "en", topic, tags },
      created_at: "2026-11-10T10:00:00Z",
      participants: [
        { id: "u", kind: "customer" },
        { id: "b", kind: "ai" },
        { id: "a", kind: "human" },
      ],
      messages: [
        { id: "1", author: { id: "u", kind: "customer" }, at: "2026-11-10T10:00:00Z", text },
        { id: "2", author: { id: "b", kind: "ai" }, at: "2026-11-10T10:00:05Z", text: "Let me see." },
        { id: "3", author: { id: "a", kind: "human" }, at: "2026-11-10T10:03:00Z", text: "I have a look." },
      ],
      handoffs: [{ id: "h", at: "2026-11-10T10:01:00Z", from: "b", trigger: "low_confidence" }],
    };
    const parsed = parseRecord(json, { now: NOW, zone: "UTC", defaultSource: "desk" });
    if (!parsed.ok) throw new Error(parsed.reason);
    const item = { conversation: parsed.conversation, payload: JSON.stringify(json), eventId: id };
    await savePage(held.db, { source: { key: "desk", kind: "import" }, items: [item], now: NOW });
    return parsed.conversation.id;
  };

  const assessed = () => assessPending(held.db, { now: NOW });
  const topics = async (): Promise<Record<string, string | null>> => {
    const rows = await held.db.$client<{ id: string; topic: string | null }[]>`
      select c.external_id as id, h.topic from conversations c join handoffs h using (conversation_id) order by 1`;
    return Object.fromEntries(rows.map(({ id, topic }) => [id, topic]));
  };
  const sourceId = async (): Promise<string> => {
    const [row] = await held.db.$client<{ id: string }[]>`select id from sources where key = 'desk'`;
    return row?.id ?? "";
  };
  const version = async () => (await loadTaxonomy(held.db.$client)).version;
  const add = async (name: string): Promise<number> => {
    const { made } = await changeTopics(held.db, { is: "add", name }, { ...by, seen: await version() });
    return made[0] ?? 0;
  };
  const forgetAll = async (): Promise<void> => {
    await held.db
      .$client`truncate taxonomies, topics, topic_changes, topic_names, topic_examples, topic_tags, topic_models,
    topic_texts, topic_candidates, conversations, assessments, messages, raw_payloads, sources, episodes, handoffs,
    ratings, findings, annotations`;
  };
  return { store, assessed, topics, sourceId, version, add, forgetAll };
};
