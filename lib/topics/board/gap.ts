/** A fix is measured once it is published; nothing leaves the board by itself. */
export const GAP_STATUSES = ["new", "owned", "published", "measuring", "closed"] as const;
export type GapStatus = (typeof GAP_STATUSES)[number];
