import { utf8ToBytes } from "@noble/hashes/utils.js";

/** A call as it came in. `body` is exactly what was received: parsed and written again it no longer fits its signature. */
export type SignedCall = {
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  body: string | Uint8Array;
  /** All that are valid now: during a rotation the new one and the old one. */
  secrets: readonly string[];
  now: Date;
};

/** `deliveryId` is the sender's name for this delivery: the same again means the same news again. */
export type Verdict = { ok: true; deliveryId: string } | { ok: false; reason: string };

export const refused = (reason: string): Verdict => ({ ok: false, reason });

export const bytesOf = (body: string | Uint8Array): Uint8Array => (typeof body === "string" ? utf8ToBytes(body) : body);

/** One header whatever its case; null when it is missing, empty, or there more than once. */
export const headerOf = (headers: SignedCall["headers"], name: string): string | null => {
  if (headers instanceof Headers) return headers.get(name) || null;
  const values = Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name.toLowerCase())
    .flatMap(([, value]) => value ?? []);
  return values.length === 1 ? values[0] || null : null;
};

const LONGEST_ID = 200;

/** Whether a sender's name for a delivery can be remembered: an index holds no text of any length. */
export const isStorable = (deliveryId: string): boolean => deliveryId.length <= LONGEST_ID;

const TOLERANCE_SECONDS = 300;

/** Whether a sender's unix time in seconds is within five minutes of ours, early or late, the fifth minute included. */
export const isTimely = (timestamp: string, now: Date): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() - Number(timestamp) * 1000) <= TOLERANCE_SECONDS * 1000;

/** Takes the same time wherever two texts of one length differ, so that nobody can feel a way to the right signature. */
export const isSame = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
};

/** Whether any pair fits. All pairs are compared, for the same reason. */
export const isAnySame = (given: readonly string[], expected: readonly string[]): boolean => {
  let fits = false;
  for (const one of given) for (const other of expected) fits = isSame(one, other) || fits;
  return fits;
};
