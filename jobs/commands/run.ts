import type { Command } from "commander";
import { sentenceOf } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

/** Runs what a person typed. What can be expected to go wrong ends in one sentence and exit code 1, the rest in a log
 * line with the error. */
export const run = async (program: Command, main: (command: Command) => Promise<void>): Promise<void> => {
  try {
    program.parse();
    await main(program);
  } catch (error) {
    process.exitCode = 1;
    const sentence = sentenceOf(error);
    if (sentence) process.stderr.write(`${sentence}\n`);
    else log.error("command failed", error, { stack: error instanceof Error ? error.stack : undefined });
  }
};
