/** What the name of a channel's field begins with. */
export const CHANNEL_FIELD = "channel ";
