import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
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

const PREFIX = "whsec_";

/** The key in a secret `whsec_<base64>`; null when it is none. */
const keyOf = (secret: string): Uint8Array | null => {
  try {
    const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
    const key = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return key.length === 0 ? null : key;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
};

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

type Parts = { id: string; timestamp: string; body: string | Uint8Array };

const signatureBy = (key: Uint8Array, { id, timestamp, body }: Parts): string =>
  `v1,${base64(hmac(sha256, key, concatBytes(utf8ToBytes(`${id}.${timestamp}.`), bytesOf(body))))}`;

/** A new secret from 24 to 64 random bytes, as the receiver is given it. */
export const secretOf = (bytes: Uint8Array): string => `${PREFIX}${base64(bytes)}`;

/** The three headers of an outgoing call, signed by every secret that is valid now so that receivers can change over.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export const sign = (call: {
  id: string;
  at: Date;
  body: string | Uint8Array;
  secrets: readonly string[];
}): { "webhook-id": string; "webhook-timestamp": string; "webhook-signature": string } => {
  const timestamp = String(Math.floor(call.at.getTime() / 1000));
  const signatures = call.secrets.map((secret) => {
    const key = keyOf(secret);
    if (!key) throw new RangeError("a webhook secret must be whsec_ and base64");
    return signatureBy(key, { id: call.id, timestamp, body: call.body });
  });
  return { "webhook-id": call.id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
};

/** Whether a call was signed by one of the secrets, at most five minutes ago or ahead. */
export const verify = ({ headers, body, secrets, now }: SignedCall): Verdict => {
  const id = headerOf(headers, "webhook-id");
  const timestamp = headerOf(headers, "webhook-timestamp");
  const signatures = headerOf(headers, "webhook-signature");
  if (!id) return refused("The header webhook-id is missing.");
  if (!timestamp) return refused("The header webhook-timestamp is missing.");
  if (!signatures) return refused("The header webhook-signature is missing.");
  if (!isStorable(id)) return refused("The header webhook-id is too long.");
  if (!isTimely(timestamp, now)) return refused("The timestamp is more than five minutes from now.");
  const keys = secrets.map(keyOf).filter((key) => key !== null);
  const expected = keys.map((key) => signatureBy(key, { id, timestamp, body }));
  if (!isAnySame(signatures.split(" "), expected)) return refused("No signature fits.");
  return { ok: true, deliveryId: id };
};
