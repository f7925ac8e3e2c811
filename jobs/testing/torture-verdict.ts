import type { Db } from "#db/client.ts";
import { sources } from "#db/schema/connections.ts";
import { sourceById } from "#db/sources.ts";
import { contentsOf } from "#db/testing/contents.ts";
import { assessPending } from "#jobs/assess.ts";
import { chatwoot } from "#jobs/connectors/chatwoot/connector.ts";
import type { Raw } from "#jobs/connectors/chatwoot/schema.ts";
import type { FakeChatwoot } from "#jobs/connectors/chatwoot/testing/fake.ts";
import type { Read } from "#jobs/connectors/connector.ts";
import { createHttp } from "#jobs/connectors/http.ts";
import { storeReads } from "#jobs/read-page.ts";

const TABLES = ["conversations", "messages", "data_defects", "episodes", "handoffs", "ratings", "findings"];
/** Of the payload, which tells of more than the conversation: when its contact was last seen, for one. */
const OF_PAYLOAD = "content_sha256";

/** Undead is what is deleted at the vendor and still there. */
export type Verdict = { lost: string[]; doubled: string[]; stale: string[]; undead: string[] };

/** Reads everything once more into an empty database, and assesses it. */
export const readAgain = async (fake: FakeChatwoot, stored: Db, again: Db, sourceIds: string[]): Promise<void> => {
  const settings = chatwoot.settings({ address: fake.url, accountId: fake.accountId, token: fake.token });
  const { signal } = new AbortController();
  const now = () => new Date();
  const http = createHttp({ ...chatwoot.access(settings), perSecond: 10_000, signal });
  const reads: Read<Raw>[] = [];
  for (const { displayId } of fake.world.conversations) {
    reads.push(await chatwoot.fetchOne({ settings, http, now, signal }, String(displayId)));
  }
  for (const id of sourceIds) {
    const source = await sourceById(stored, id);
    if (!source) throw new Error("a source is not there any more");
    await again.insert(sources).values(source).onConflictDoNothing();
    const target = { source, connector: chatwoot, settings, zone: "UTC" };
    const { refused } = await storeReads(again, target, reads, { also: [], isReread: false, now: now() });
    if (refused > 0) throw new Error(`${refused} conversations cannot be read`);
  }
  await assessPending(again, { now: now() });
};

/** Holds what is stored against what was read again, conversation by conversation. */
export const compare = async (stored: Db, again: Db): Promise<Verdict> => {
  const [mine, truth] = [await byConversation(stored), await byConversation(again)];
  const verdict: Verdict = { lost: [], doubled: [], stale: [], undead: [] };
  for (const id of new Set([...truth.keys(), ...mine.keys()])) {
    const [is, should] = [mine.get(id) ?? [], truth.get(id) ?? []];
    if (JSON.stringify(is) === JSON.stringify(should)) continue;
    verdict[kindOf(is, should)].push(is.length === 0 ? id : `${id}\n${difference(is, should)}`);
  }
  return verdict;
};

const kindOf = (is: string[], should: string[]): keyof Verdict => {
  if (is.length === 0) return "lost";
  if (should.length === 0) return "undead";
  return is.length > should.length && should.every((row) => is.includes(row)) ? "doubled" : "stale";
};

/** All rows about each conversation as text; of one that is deleted nothing: what remains says that it was there. */
const byConversation = async (db: Db): Promise<Map<string, string[]>> => {
  const contents = await contentsOf(db);
  const texts = new Map<string, string[]>();
  for (const table of TABLES) {
    for (const row of contents[table] ?? []) {
      const { conversation_id: id, [OF_PAYLOAD]: _, ...rest } = row as Record<string, unknown>;
      if (rest["deleted"] === true || rest["excluded"] === "deleted") continue;
      // How long somebody has been waiting depends on when that was asked.
      if (rest["outcome"] === "waiting") Object.assign(rest, { wait_seconds: null, wait_business_seconds: null });
      texts.set(String(id), [...(texts.get(String(id)) ?? []), `${table} ${JSON.stringify(rest)}`]);
    }
  }
  return texts;
};

const difference = (is: string[], should: string[]): string =>
  [
    ...is.filter((row) => !should.includes(row)).map((row) => `  is      ${row}`),
    ...should.filter((row) => !is.includes(row)).map((row) => `  should  ${row}`),
  ].join("\n");
