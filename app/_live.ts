import { db } from "#app/_db.ts";
import { listenForChanges } from "#db/live.ts";

type Board = {
  read: () => Promise<unknown>;
  viewers: Set<(text: string) => void>;
  last: string | null;
  isReading: boolean;
  isChanged: boolean;
};

type Hub = { boards: Map<string, Board>; ready: Promise<unknown> | null };

const held = globalThis as typeof globalThis & { seamLive?: Hub };

/** A storm of changes is read once a second, and ages pass thresholds even when nothing changes. */
const PAUSE_MS = 1000;
const BEAT_MS = 15_000;

const hub = (): Hub => {
  if (held.seamLive) return held.seamLive;
  const made: Hub = { boards: new Map(), ready: null };
  setInterval(changed, BEAT_MS).unref();
  held.seamLive = made;
  return made;
};

const changed = (): void => {
  for (const board of hub().boards.values()) void refresh(board);
};

/** Reads a board once for all who look at it; what changes meanwhile is read afterwards. */
const refresh = async (board: Board): Promise<void> => {
  board.isChanged = true;
  if (board.isReading) return;
  board.isReading = true;
  while (board.isChanged && board.viewers.size > 0) {
    board.isChanged = false;
    // The database may be away for a while: the page then says how old it is, and the next beat tries again.
    const text = await board.read().then(JSON.stringify, () => null);
    if (text !== null) {
      board.last = text;
      for (const send of board.viewers) send(text);
    }
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
  board.isReading = false;
};

/** Shows a board to one more viewer: all of it at once, and again whenever it changes. `key` names what is the same for
 * all who see it. The returned function ends it. */
export const view = (key: string, read: () => Promise<unknown>, send: (text: string) => void): (() => void) => {
  const { boards } = hub();
  hub().ready ??= listenForChanges(db(), changed).catch(() => {
    hub().ready = null;
  });
  const board = boards.get(key) ?? { read, viewers: new Set(), last: null, isReading: false, isChanged: false };
  boards.set(key, board);
  board.viewers.add(send);
  if (board.last !== null) send(board.last);
  void refresh(board);
  return () => {
    board.viewers.delete(send);
    if (board.viewers.size === 0) boards.delete(key);
  };
};
