import { Command, InvalidArgumentError } from "commander";
import { type FakeChatwoot, startFakeChatwoot } from "#jobs/connectors/chatwoot/testing/fake.ts";
import type { Edition } from "#jobs/connectors/chatwoot/testing/world.ts";

const count = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError("A whole number, please.");
  return number;
};

type Options = { port: number; conversations: number; weeks: number; edition: Edition; life?: boolean };

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const introduce = (fake: FakeChatwoot): void => {
  const post = (door: string, body: unknown): string =>
    `  curl -s -X POST ${fake.url}/__fake/${door} -d '${JSON.stringify(body)}'`;
  print(`A Chatwoot that behaves badly when asked to, with ${fake.world.conversations.length} conversations.

Type into Seam:
  address          ${fake.url}
  account id       ${fake.accountId}
  access token     ${fake.token}
  webhook secret   ${fake.webhookSecret}

What it has been asked, and its state:
  curl -s ${fake.url}/__fake

Let it fail:
${post("faults", { kind: "429", path: "/conversations", times: 3, retryAfter: 5 })}
${post("faults", { kind: "504", path: "/messages", probability: 0.2 })}
${post("faults", { kind: "hang" })}
${post("faults", "clear")}
  (kinds: 429 500 503 504 hang lost truncated html-200 html-502 repeat shuffle)

Let its clock be wrong, or its answers change shape:
${post("clock", { headerSkewSeconds: 600, dataSkewSeconds: -600 })}
${post("drift", { gained: { brand_new: 1 }, lost: ["uuid"], changed: { status: "parked" } })}

Let something happen:
${post("actions", { type: "new_conversation", text: "Where is my parcel?", lateSeconds: 20 })}
${post("actions", { type: "handoff", conversation: 1 })}
${post("actions", { type: "edit", conversation: 1, text: "Changed afterwards" })}
${post("actions", { type: "delete", conversation: 2 })}
${post("actions", { type: "subscribe", url: "http://127.0.0.1:3000/api/webhooks/SOURCE" })}
${post("actions", { type: "deliver", copies: 5, isShuffled: true, isBadlySigned: false })}
`);
};

/** Keeps the process: the server itself would not. Webhooks leave by themselves here, once somebody subscribed. */
const live = (fake: FakeChatwoot): void => {
  const beat = setInterval(() => {
    fake.webhooks.deliver().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  }, 1000);
  const stop = (): void => {
    clearInterval(beat);
    fake.close().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
};

const program = new Command("npm run fake --").description("Starts a vendor to try a source on, on this machine only.");
program
  .command("chatwoot")
  .option("--port <number>", "where to listen; 0 = any free port", count, 4010)
  .option("--conversations <count>", "how many there are", count, 500)
  .option("--weeks <count>", "over how many weeks, up to now", count, 8)
  .option("--edition <edition>", "enterprise or community, which has no reporting events", "enterprise")
  .option("--life", "conversations go on, and a new one begins every five seconds")
  .action(async (options: Options) => {
    const { life, ...given } = options;
    const everySeconds = life ? 5 : null;
    const fake = await startFakeChatwoot({ ...given, now: new Date(), everySeconds, isRunning: true });
    introduce(fake);
    live(fake);
  });

await program.parseAsync();
