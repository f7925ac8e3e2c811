export type Measured = {
  key: string;
  scanner: string;
  name: string;
  /** Sentences judged, and those of them in which it is so. */
  n: number;
  so: number;
  /** In how many it is found, and in how many of those it is so. */
  found: number;
  right: number;
};

/** How our own labelled sentences (lib/scanners/golden) are read. Written by `npm run measure`; a test keeps it true. */
export const MEASURED: readonly Measured[] = [
  {
    ...{ key: "explicit", scanner: "context_repetition", name: "R1, says that it was said" },
    ...{ n: 1341, so: 676, found: 666, right: 659 },
  },
  { ...{ key: "cold", scanner: "introduction", name: "Cold" }, ...{ n: 1288, so: 272, found: 272, right: 272 } },
  { ...{ key: "warm", scanner: "introduction", name: "Warm" }, ...{ n: 1288, so: 386, found: 383, right: 383 } },
  {
    ...{ key: "ack_transfer", scanner: "expectation", name: "The transfer is announced" },
    ...{ n: 1158, so: 301, found: 297, right: 297 },
  },
  {
    ...{ key: "wait_estimate", scanner: "expectation", name: "The wait is given" },
    ...{ n: 1180, so: 160, found: 161, right: 160 },
  },
  {
    ...{ key: "vague_wait", scanner: "expectation", name: "The wait is announced without a length" },
    ...{ n: 1178, so: 115, found: 113, right: 113 },
  },
  {
    ...{ key: "no_repeat", scanner: "expectation", name: "“No need to repeat”" },
    ...{ n: 1173, so: 164, found: 163, right: 163 },
  },
  {
    ...{ key: "same_solution", scanner: "repeated_solution", name: "Same solution" },
    ...{ n: 177, so: 84, found: 83, right: 83 },
  },
  {
    ...{ key: "ask", scanner: "human_ask", name: "Asks for a person" },
    ...{ n: 1376, so: 700, found: 690, right: 685 },
  },
  {
    ...{ key: "frustration", scanner: "sentiment", name: "Frustration" },
    ...{ n: 2073, so: 923, found: 830, right: 778 },
  },
  { ...{ key: "anger", scanner: "sentiment", name: "Anger" }, ...{ n: 2073, so: 180, found: 188, right: 174 } },
  { ...{ key: "urgency", scanner: "sentiment", name: "Urgency" }, ...{ n: 2076, so: 169, found: 167, right: 160 } },
  {
    ...{ key: "helplessness", scanner: "sentiment", name: "Helplessness" },
    ...{ n: 2078, so: 108, found: 104, right: 102 },
  },
  {
    ...{ key: "threat_to_leave", scanner: "sentiment", name: "Threat to leave" },
    ...{ n: 2077, so: 158, found: 160, right: 153 },
  },
  {
    ...{ key: "resent", scanner: "context_repetition", name: "R2, gives it again" },
    ...{ n: 154, so: 35, found: 35, right: 35 },
  },
  {
    ...{ key: "asked_again", scanner: "context_repetition", name: "R3, is asked for it again" },
    ...{ n: 154, so: 46, found: 46, right: 46 },
  },
  {
    ...{ key: "reasons", scanner: "escalation_trigger", name: "Reasons in the customer’s words" },
    ...{ n: 159, so: 109, found: 109, right: 109 },
  },
  {
    ...{ key: "announced", scanner: "broken_handoff", name: "A handoff is announced" },
    ...{ n: 122, so: 60, found: 60, right: 60 },
  },
  {
    ...{ key: "courtesy", scanner: "broken_handoff", name: "Thanks and good-byes" },
    ...{ n: 154, so: 84, found: 84, right: 84 },
  },
  { ...{ key: "history", scanner: "context_passed", name: "History" }, ...{ n: 85, so: 7, found: 7, right: 7 } },
  {
    ...{ key: "ai_assessment", scanner: "context_passed", name: "AI assessment" },
    ...{ n: 85, so: 17, found: 17, right: 17 },
  },
  {
    ...{ key: "attempted_solutions", scanner: "context_passed", name: "Attempted solutions" },
    ...{ n: 85, so: 14, found: 14, right: 14 },
  },
  {
    ...{ key: "customer_context", scanner: "context_passed", name: "Customer context" },
    ...{ n: 85, so: 12, found: 12, right: 12 },
  },
  {
    ...{ key: "next_steps", scanner: "context_passed", name: "Next steps" },
    ...{ n: 85, so: 13, found: 13, right: 13 },
  },
];
