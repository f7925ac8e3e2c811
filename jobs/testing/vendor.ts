import type { Connector, Read } from "#jobs/connectors/connector.ts";
import type { AnyConnector } from "#jobs/connectors/registry.ts";
import { AppError } from "#lib/errors.ts";
import type { ImportRecord } from "#lib/import/schema.ts";

/** What the vendor has of one conversation, and from when on each state of it can be seen. */
export type Change = { id: string; at: number; visibleAt: number; text: string; isPoison?: boolean; isGone?: boolean };

type PollCursor = { until: number; after: string | null };
type PastCursor = { after: string | null; done: number };
type Raw = { id: string; revision: string; text: string; isPoison: boolean };

const PAGE = 5;

/** A vendor in memory with whole-second times and rows that show late. `clock` is the only thing that moves it. */
export class Vendor {
  readonly changes: Change[] = [];
  clock = 0;
  asked = 0;
  problem: Error | null = null;
  account = "Acme";

  /** Each state that can be seen now: the last visible one of each conversation, in the order of their times. */
  visible(): Change[] {
    const last = new Map<string, Change>();
    for (const change of this.changes.toSorted((a, b) => a.at - b.at)) {
      if (change.visibleAt <= this.clock) last.set(change.id, change);
    }
    return [...last.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  connector({ lookback = 60_000, step = () => {} }: { lookback?: number; step?: () => void } = {}): AnyConnector {
    const ask = () => {
      step();
      this.asked += 1;
      if (this.problem) throw this.problem;
    };
    const read = (change: Change): Read<Raw> =>
      change.isGone
        ? { externalId: change.id, raw: null, isGone: true }
        : { externalId: change.id, raw: rawOf(change), isGone: false };
    const page = (found: Change[], after: string | null) => {
      const rest = found.filter((change) => after === null || keyOf(change) > after);
      return { now: rest.slice(0, PAGE), isLast: rest.length <= PAGE };
    };
    const connector: Connector<object, Raw, PollCursor, PastCursor> = {
      kind: "test",
      settings: (given) => given,
      access: () => ({ base: "http://127.0.0.1:9", headers: {}, perSecond: 1000 }),
      discover: async () => {
        ask();
        return { account: this.account, teams: [], agents: [], inboxes: [] };
      },
      poll: async (_, cursor) => {
        ask();
        const began = this.clock;
        const { until, after } = cursor ?? { until: began, after: null };
        const { now, isLast } = page(
          this.visible().filter(({ at }) => at >= until - lookback),
          after,
        );
        const last = now.at(-1);
        return {
          items: now.map(read),
          cursor: isLast ? { until: began, after: null } : { until, after: last ? keyOf(last) : after },
          isLast,
          completeUntil: isLast ? new Date(began) : null,
          progress: null,
        };
      },
      backfill: async (__, { from, to }, cursor) => {
        ask();
        const { now, isLast } = page(
          this.visible().filter(({ at }) => at >= from.getTime() && at < to.getTime()),
          cursor?.after ?? null,
        );
        const done = (cursor?.done ?? 0) + now.length;
        const last = now.at(-1);
        return {
          items: now.map(read),
          cursor: { after: last ? keyOf(last) : (cursor?.after ?? null), done },
          isLast,
          completeUntil: null,
          progress: { done, total: null },
        };
      },
      fetchOne: async (_, externalId) => {
        ask();
        const found = this.visible().find(({ id }) => id === externalId);
        return found ? read(found) : { externalId, raw: null, isGone: true };
      },
      map: (raw) => {
        if (raw.isPoison) throw new AppError("bad_input", "this one is poison");
        return recordOf(raw);
      },
    };
    return connector;
  }
}

const keyOf = ({ at, id }: Change): string => `${String(at).padStart(15, "0")} ${id}`;
const rawOf = ({ id, at, text, isPoison = false }: Change): Raw => ({
  id,
  revision: new Date(at).toISOString(),
  text,
  isPoison,
});

const recordOf = ({ id, revision, text }: Raw): ImportRecord => ({
  id,
  revision,
  created_at: "2026-11-02T10:00:00Z",
  customer: { id: `c-${id}` },
  messages: [{ id: "m1", at: "2026-11-02T10:00:00Z", author: { kind: "customer", id: `c-${id}` }, text }],
});
