import { type Connector, HttpError, type Read } from "#jobs/connectors/connector.ts";
import type { AnyConnector } from "#jobs/connectors/registry.ts";
import { AppError } from "#lib/errors.ts";
import type { ImportRecord } from "#lib/import/schema.ts";

/** What the vendor has of one conversation, and from when on each state of it can be seen. */
export type Change = {
  id: string;
  at: number;
  visibleAt: number;
  text: string;
  isPoison?: boolean;
  isGone?: boolean;
  /** It is on no list: it is there, or is gone, for who asks for it by name. */
  isUnlisted?: boolean;
};

type PollCursor = { until: number; after: string | null };
type PastCursor = { after: string | null; done: number };
type Raw = { id: string; began: string; revision: string; text: string; isPoison: boolean };

type Listed = { change: Change; key: string };

const PAGE = 5;

/** A vendor in memory with whole-second times and rows that show late. `clock` is the only thing that moves it. */
export class Vendor {
  readonly changes: Change[] = [];
  clock = 0;
  asked = 0;
  problem: Error | null = null;
  /** From this request on it does not answer. */
  failsFrom = Number.POSITIVE_INFINITY;
  /** What is asked for by name and not for us to see. */
  hidden = new Set<string>();
  /** What was asked for by name, in that order. */
  named: string[] = [];
  /** What is there and fails whenever it is read. */
  broken = new Set<string>();
  account = "Acme";

  /** Each state that can be seen now: the last visible one of each conversation, in the order of their times. */
  visible(): Change[] {
    const last = new Map<string, Change>();
    for (const change of this.changes.toSorted((a, b) => a.at - b.at)) {
      if (change.visibleAt <= this.clock) last.set(change.id, change);
    }
    return [...last.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  /** Those of a list, with the time by which it is ordered. */
  private listed(timeOf: (change: Change) => number): Listed[] {
    const all = this.visible().filter(({ isUnlisted }) => !isUnlisted);
    return all
      .map((change) => ({ change, key: keyOf(timeOf(change), change.id) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  private began({ id }: Change): number {
    return Math.min(...this.changes.filter((change) => change.id === id).map(({ at }) => at));
  }

  connector({ lookback = 60_000, step = () => {} }: { lookback?: number; step?: () => void } = {}): AnyConnector {
    const ask = () => {
      step();
      this.asked += 1;
      if (this.problem) throw this.problem;
      if (this.asked >= this.failsFrom) throw new HttpError(503, "It answers with an error (503).");
    };
    const read = (change: Change): Read<Raw> =>
      this.broken.has(change.id)
        ? { externalId: change.id, raw: null, isGone: false, problem: "It answers 500 to this one." }
        : change.isGone
          ? { externalId: change.id, raw: null, isGone: true }
          : { externalId: change.id, raw: rawOf(change, this.began(change)), isGone: false };
    const page = (found: Listed[], after: string | null) => {
      const rest = found.filter(({ key }) => after === null || key > after);
      const now = rest.slice(0, PAGE);
      return {
        items: now.map(({ change }) => read(change)),
        after: now.at(-1)?.key ?? after,
        isLast: rest.length <= PAGE,
      };
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
        const changed = this.listed(({ at }) => at).filter(({ change }) => change.at >= until - lookback);
        const { items, isLast, after: next } = page(changed, after);
        return {
          items,
          cursor: isLast ? { until: began, after: null } : { until, after: next },
          isLast,
          completeUntil: isLast ? new Date(began) : null,
          progress: null,
        };
      },
      backfill: async (__, { from, to }, cursor) => {
        ask();
        const isWithin = (at: number) => at >= from.getTime() && at < to.getTime();
        const past = this.listed((change) => this.began(change)).filter(({ change }) => isWithin(this.began(change)));
        const { items, isLast, after } = page(past, cursor?.after ?? null);
        const done = (cursor?.done ?? 0) + items.length;
        return {
          items,
          cursor: { after, done },
          isLast,
          completeUntil: null,
          progress: { done, total: null },
        };
      },
      fetchOne: async (_, externalId) => {
        ask();
        this.named.push(externalId);
        if (this.hidden.has(externalId)) throw new HttpError(403, "It may not be seen.");
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

const keyOf = (at: number, id: string): string => `${String(at).padStart(15, "0")} ${id}`;
const rawOf = ({ id, at, text, isPoison = false }: Change, began: number): Raw => ({
  id,
  began: new Date(began).toISOString(),
  revision: new Date(at).toISOString(),
  text,
  isPoison,
});

const recordOf = ({ id, began, revision, text }: Raw): ImportRecord => ({
  id,
  revision,
  created_at: began,
  customer: { id: `c-${id}` },
  messages: [{ id: "m1", at: began, author: { kind: "customer", id: `c-${id}` }, text }],
});
