import { readFileSync } from "node:fs";

/** The code blocks of one language below a heading of the README, exactly as they stand there. */
export const readmeBlocks = (heading: string, language: string): string[] => {
  const [, section = ""] = readFileSync("README.md", "utf8").split(`\n## ${heading}\n`);
  const [body = ""] = section.split("\n## ");
  return [...body.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "gm"))].map(([, code = ""]) => code);
};
