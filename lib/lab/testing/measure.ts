import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { measureOwn } from "./own-sentences.ts";

const FILE = join(import.meta.dirname, "../measured.ts");

const HEAD = `export type Measured = {
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

/** How our own labelled sentences (lib/scanners/golden) are read. Written by \`npm run measure\`; a test keeps it true. */
export const MEASURED: readonly Measured[] = [
`;

const lines = measureOwn().map(
  ({ key, scanner, name, n, so, found, right }) =>
    `  { ...${JSON.stringify({ key, scanner, name })}, ...${JSON.stringify({ n, so, found, right })} },\n`,
);
writeFileSync(FILE, `${HEAD}${lines.join("")}];\n`);
