import type { Scanner } from "./scanner.ts";

const KEY = "human_ask";

/** A customer asks for a person. */
export const humanAsk: Scanner = {
  key: KEY,
  name: "Asking for a person",
  version: "1",
  acceptedFrom: 0.5,
  says: { "": "The customer asks for a person." },
  looksAt: ({ role, isPublic }) => role === "customer" && isPublic,
  inTurn: ({ role, reading }) => {
    const [hit] = role === "customer" ? reading.hits(KEY) : [];
    return hit ? [{ ...hit.phrase, start: hit.start, end: hit.end }] : [];
  },
};
