import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { v5 } from "uuid";

const NAMESPACE = "6f1d2a0e-6f0b-5c5e-9a55-7d2f0a3c9b11";

/** Always the same for the same source and external id, so that a re-read meets its own row. */
export const conversationId = (source: string, externalId: string): string =>
  v5(`${source}\u0000${externalId}`, NAMESPACE);

export const sourceId = (key: string): string => v5(`source\u0000${key}`, NAMESPACE);

export const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** An id made from content, for things that came without one. */
export const contentId = (...parts: (string | number)[]): string => hashOf(parts.join("\u0000")).slice(0, 20);
