import type { Pack } from "../phrase.ts";
import { type Reader, readerOf } from "../reading/reading.ts";
import { EN } from "./en.ts";

export const PACKS: Pack[] = [EN];

/** Languages that are read, as two letters. */
export const LANGUAGES = PACKS.map(({ language }) => language);

/** Made when first asked for: most of a second, which whoever scans nothing does without. */
const READERS = new Map(
  PACKS.map((pack) => {
    let reader: Reader | null = null;
    return [pack.language, () => (reader ??= readerOf(pack))];
  }),
);

/** Who reads texts of this language ("en-GB" is English); null = there is no pack, and nothing is scanned. Where a source
 * names no language, English is read. */
export const readerFor = (language: string | null): Reader | null =>
  READERS.get(language === null ? "en" : (language.toLowerCase().split(/[-_]/)[0] ?? ""))?.() ?? null;

/** Changes with any phrase of any language, so that what was read by others is read again. */
export const LEXICON = fingerprint(JSON.stringify(PACKS));

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
}
