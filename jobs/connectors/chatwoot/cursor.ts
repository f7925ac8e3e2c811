/** The state of a conversation in a listing: the same again means that there is nothing new. */
export type Seen = { state: string; updatedAt: number };

/** A listing of changes that is still being read: conversations yet to be read, and from when it is. */
export type Listing = { waiting: [id: string, seen: Seen][]; listedAt: string; until: string };

/** After a long gap: conversations by their last activity, newest first, page by page; then those rated meanwhile. */
export type Walk = { part: "activity" | "ratings"; page: number; from: string; startedAt: string };

export type PollCursor = {
  /** Everything that changed before this has been read; by Chatwoot's clock. */
  until: string;
  skewMs: number;
  /** Conversations as they were when read, as long as they can be listed again. */
  seen: Record<string, Seen>;
  listing: Listing | null;
  walk: Walk | null;
  noEventsSince: string | null;
};

export type BackfillCursor = {
  page: number;
  /** Conversations of the last two pages, by which a list that has moved is found again. */
  recent: string[];
  /** When the last conversation read began, in milliseconds. */
  reached: number;
  done: number;
  total: number | null;
  noEventsSince: string | null;
};
