import { createReadStream } from "node:fs";
import { open as openFile, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError } from "#lib/errors.ts";

export type Input = {
  name: string;
  /** Size on disk, for the progress bar; null for standard input. */
  bytes: number | null;
  bytesRead: () => number;
  stream: AsyncIterable<Buffer>;
};

/** Opens a file, or standard input for "-", and unpacks gzip by its first bytes. Throws `bad_input` with one sentence. */
export const openInput = async (path: string): Promise<Input> => {
  if (path === "-") return input("standard input", null, process.stdin);
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new AppError("bad_input", sentenceFor(path, error), { cause: error });
  });
  if (facts.isDirectory()) throw new AppError("bad_input", `${path} is a directory; name the files in it.`);
  const file = await openFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new AppError("bad_input", sentenceFor(path, error), { cause: error });
  });
  await file.close();
  return input(path, facts.size, createReadStream(path, { highWaterMark: 1 << 20 }));
};

const sentenceFor = (path: string, error: NodeJS.ErrnoException): string => {
  if (error.code === "ENOENT") return `${path} does not exist.`;
  if (error.code === "EACCES" || error.code === "EPERM") return `${path} may not be read by this user.`;
  return `${path} cannot be read (${error.code ?? error.message}).`;
};

const input = (name: string, bytes: number | null, source: Readable): Input => {
  let read = 0;
  source.on("data", (chunk: Buffer) => {
    read += chunk.length;
  });
  source.pause();
  return { name, bytes, bytesRead: () => read, stream: whole(name, source) };
};

async function* whole(name: string, source: Readable): AsyncGenerator<Buffer> {
  try {
    yield* unpacked(source);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError("bad_input", `${name} is damaged or cut off (${why}); what came before was taken.`, {
      cause: error,
    });
  }
}

async function* unpacked(source: Readable): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  if (first.done) return;
  const rest = async function* () {
    yield first.value;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  };
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* rest();
    return;
  }
  const gunzip = createGunzip();
  const pump = (async () => {
    for await (const chunk of rest()) if (!gunzip.write(chunk)) await new Promise((done) => gunzip.once("drain", done));
    gunzip.end();
  })();
  pump.catch((error: Error) => gunzip.destroy(error));
  yield* gunzip as AsyncIterable<Buffer>;
  await pump;
}
