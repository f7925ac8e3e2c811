import { LEXICON } from "#lib/scanners/lexicon/packs.ts";
import { SCANNERS } from "#lib/scanners/registry.ts";
import { ASSESS_VERSION } from "./assess.ts";

/** The versions with which everything is assessed; another value makes everything pending. Of other hours only the waits
 * they concern become pending, when they are saved. */
export const ASSESSED_WITH = [
  `assess ${ASSESS_VERSION}`,
  ...SCANNERS.map(({ key, version }) => `${key} ${version}`),
  `lexicon ${LEXICON}`,
].join(", ");
