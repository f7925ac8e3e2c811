import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import {
  bytesOf,
  headerOf,
  isAnySame,
  isStorable,
  isTimely,
  refused,
  type SignedCall,
  type Verdict,
} from "./signed.ts";

/** Chatwoot's own signature: `sha256=` and the hex HMAC-SHA256 of "timestamp.body". */
export const signatureOf = (secret: string, timestamp: string, body: string | Uint8Array): string =>
  `sha256=${bytesToHex(hmac(sha256, utf8ToBytes(secret), concatBytes(utf8ToBytes(`${timestamp}.`), bytesOf(body))))}`;

/** Whether Chatwoot sent this call, at most five minutes ago or ahead. The delivery id is not part of what is signed: it
 * tells a repetition from something new, and proves nothing. */
export const verify = ({ headers, body, secrets, now }: SignedCall): Verdict => {
  const deliveryId = headerOf(headers, "x-chatwoot-delivery");
  const timestamp = headerOf(headers, "x-chatwoot-timestamp");
  const signature = headerOf(headers, "x-chatwoot-signature");
  if (!deliveryId) return refused("The header X-Chatwoot-Delivery is missing.");
  if (!timestamp) return refused("The header X-Chatwoot-Timestamp is missing.");
  if (!signature) return refused("The header X-Chatwoot-Signature is missing.");
  if (!isStorable(deliveryId)) return refused("The header X-Chatwoot-Delivery is too long.");
  if (!isTimely(timestamp, now)) return refused("The timestamp is more than five minutes from now.");
  const expected = secrets.filter((secret) => secret !== "").map((secret) => signatureOf(secret, timestamp, body));
  return isAnySame([signature], expected) ? { ok: true, deliveryId } : refused("The signature does not fit.");
};

/** The conversation (its display id) that a call says has changed; null when it speaks of none, or only of typing. What
 * the call says of it is not used: it is read again from Chatwoot. */
export const hintOf = (body: string | Uint8Array): string | null => {
  const payload = objectIn(typeof body === "string" ? body : new TextDecoder().decode(body));
  const event = payload["event"];
  if (typeof event !== "string" || event.startsWith("conversation_typing")) return null;
  if (isObject(payload["conversation"])) return idIn(payload["conversation"]);
  return event.startsWith("conversation_") ? idIn(payload) : null;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const objectIn = (text: string): Record<string, unknown> => {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
};

const idIn = ({ id }: Record<string, unknown>): string | null =>
  typeof id === "number" || (typeof id === "string" && id !== "") ? String(id) : null;
