import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Finding, Review } from "#lib/conversation/assessed.ts";

type Found = Pick<Finding, "start" | "end" | "evidence">;

/** By what a review knows the words of a finding again: the first 16 bytes of the SHA-256 of its span in small letters with
 * single blanks, or of its evidence where it has no words. */
export const spanKey = ({ start, end, evidence }: Found, text: string): string => {
  const words = end > start ? text.slice(start, end) : (evidence ?? "");
  return bytesToHex(sha256(utf8ToBytes(words.toLowerCase().replace(/\s+/g, " ").trim())).slice(0, 16));
};

/** The findings as people judged them: one confirmed is certain (1), one dismissed is none (0), the others stay as the
 * rules left them. */
export const withReviews = (
  findings: Finding[],
  reviews: readonly Review[],
  textOf: (messageId: string) => string,
): Finding[] => {
  if (reviews.length === 0) return findings;
  const verdicts = new Map(reviews.map((review) => [keyOf(review), review.verdict]));
  return findings.map((finding) => {
    const messageId = finding.messageId ?? "";
    const verdict = verdicts.get(keyOf({ ...finding, messageId, span: spanKey(finding, textOf(messageId)) }));
    return verdict ? { ...finding, confidence: verdict === "confirmed" ? 1 : 0 } : finding;
  });
};

const keyOf = ({ messageId, scanner, label, span }: Omit<Review, "verdict">): string =>
  JSON.stringify([messageId, scanner, label, span]);
