import { db } from "#app/_db.ts";
import { view } from "#app/_live.ts";
import { userById } from "#db/users.ts";

/** Proxies cut a line on which nothing is said; and whoever was removed meanwhile sees no more. */
const PING_MS = 20_000;

const streams = globalThis as typeof globalThis & { seamStreams?: Set<() => void> };

/** All that are open, ended when the server is to stop: it would wait for them. */
const open = (): Set<() => void> => {
  if (!streams.seamStreams) {
    const ends = new Set<() => void>();
    process.once("SIGTERM", () => {
      for (const end of ends) end();
    });
    streams.seamStreams = ends;
  }
  return streams.seamStreams;
};

/** Server-sent events for a reader: what `read` gives, at the start and after each change. `key` names what is the same for
 * all who ask for it. */
export const streamOf = (
  request: Request,
  { key, readerId, read }: { key: string; readerId: string; read: () => Promise<unknown> },
): Response => {
  const encoder = new TextEncoder();
  let isGone = false;
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      write("retry: 2000\n\n");
      const leave = view(key, read, (text) => write(`data: ${text}\n\n`));
      const ping = setInterval(async () => {
        const isStill = await userById(db(), readerId).catch(() => true);
        if (!isStill) end();
        else if (open().has(end)) write(": still here\n\n");
      }, PING_MS);
      end = () => {
        if (!open().delete(end)) return;
        clearInterval(ping);
        leave();
        if (!isGone) controller.close();
      };
      open().add(end);
    },
    cancel: () => {
      isGone = true;
      end();
    },
  });
  request.signal.addEventListener("abort", () => end());
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      // Without no-transform the server would compress, and hold back what it has until a block is full.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
};
