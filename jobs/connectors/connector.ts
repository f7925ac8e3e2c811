import type { ImportRecord } from "#lib/import/schema.ts";
import type { GivenArticle } from "#lib/topics/articles/article.ts";

/** How a vendor is asked. Paths are below the connection's base address; limits, retries and time-outs are its business.
 * `json` is null for an empty body. Throws `HttpError` for what was not to be had. */
export type Http = {
  get: (path: string, query?: Record<string, string | number>) => Promise<HttpAnswer>;
  post: (path: string, body: unknown) => Promise<HttpAnswer>;
};

export type HttpAnswer = {
  status: number;
  json: unknown;
  /** The vendor's clock minus ours in milliseconds, from the answer's Date; null when it did not say. */
  skewMs: number | null;
};

/** Why an answer was not to be had, in one sentence fit for a person. status null = there was no answer at all. */
export class HttpError extends Error {
  readonly status: number | null;
  /** Refused by a page and not in JSON: whatever stands in front of the vendor may have said it. */
  readonly isPage: boolean;
  constructor(status: number | null, message: string, options: ErrorOptions & { isPage?: boolean } = {}) {
    super(message, options);
    this.name = "HttpError";
    this.status = status;
    this.isPage = options.isPage ?? false;
  }
}

/** One connection while it is being read. */
export type Session<Settings> = {
  settings: Settings;
  http: Http;
  now: () => Date;
  signal: AbortSignal;
};

/** One conversation as the vendor gave it, whole; or the news that it is gone there. */
export type Read<Raw> =
  | { externalId: string; raw: Raw; isGone: false }
  | { externalId: string; raw: null; isGone: true }
  // It is there and the vendor cannot give it, whatever it can give of others: why, in one sentence.
  | { externalId: string; raw: null; isGone: false; problem: string };

/** What one read returns. It is stored together with its cursor, in one transaction, before the next is asked for. */
export type ConnectorPage<Raw, Cursor> = {
  items: Read<Raw>[];
  /** Where to go on; read again from here, nothing is lost. */
  cursor: Cursor;
  /** There is nothing more for now. */
  isLast: boolean;
  /** The time up to which everything has been read once this page is stored; null while that is not known. */
  completeUntil: Date | null;
  /** How far along a backfill is, in conversations; total null = the vendor does not say. */
  progress: { done: number; total: number | null } | null;
};

export type Discovered = {
  account: string;
  teams: { id: string; name: string }[];
  agents: { id: string; name: string }[];
  inboxes: { id: string; name: string; channel: string }[];
};

/** Everything that is particular to a vendor. Cursors are JSON. A `from` or `to` is half-open. */
export type Connector<Settings, Raw, PollCursor, PastCursor> = {
  kind: string;
  /** Reads stored settings and secrets; throws `AppError` with one sentence when they cannot be used. */
  settings: (given: Record<string, unknown>) => Settings;
  /** Base address and headers of every request. */
  access: (settings: Settings) => { base: string; headers: Record<string, string>; perSecond: number };
  /** Who and what is there. Also the check of new credentials, so it asks for all that will be needed. */
  discover: (session: Session<Settings>) => Promise<Discovered>;
  /** Everything of the past that began in a stretch of time, oldest first; cursor null = from its beginning. */
  backfill: (
    session: Session<Settings>,
    range: { from: Date; to: Date },
    cursor: PastCursor | null,
  ) => Promise<ConnectorPage<Raw, PastCursor>>;
  /** Everything that changed since the cursor, with a lookback over what was not visible then; cursor null = begin now. */
  poll: (session: Session<Settings>, cursor: PollCursor | null) => Promise<ConnectorPage<Raw, PollCursor>>;
  fetchOne: (session: Session<Settings>, externalId: string) => Promise<Read<Raw>>;
  /** The published articles of its help centre; null = there is none for us to see. Absent where the vendor has none. */
  articles?: (session: Session<Settings>) => Promise<GivenArticle[] | null>;
  /** The vendor's words in ours. Pure: equal input gives equal output. */
  map: (raw: Raw, settings: Settings) => ImportRecord;
};
