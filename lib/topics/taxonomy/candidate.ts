/** open: waits in the inbox. confirmed: became a topic. sorted: its messages belong to a topic that was there. dismissed: no
 * topic. gone: no longer proposed. */
export const CANDIDATE_STATES = ["open", "confirmed", "sorted", "dismissed", "gone"] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

/** Fewer messages are not proposed as a topic. */
export const FEWEST_MEMBERS = 8;
