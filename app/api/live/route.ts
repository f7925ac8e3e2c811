import { currentReader, pageNow } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { view } from "#app/_live.ts";
import { queueBoard, readQueue } from "#app/_queue.ts";
import { userById } from "#db/users.ts";

export const dynamic = "force-dynamic";

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

/** GET /api/live?…: the queue that these filters leave, as server-sent events: all of it at the start and after each
 * change. */
export async function GET(request: Request): Promise<Response> {
  const reader = await currentReader();
  if (!reader) return new Response("Sign in first.\n", { status: 401 });
  const { search, searchParams } = new URL(request.url);
  const params = Object.fromEntries(searchParams);
  // Read anew each time: today is another day after midnight.
  const read = async () => queueBoard(await readQueue(params), pageNow());
  const encoder = new TextEncoder();
  let isGone = false;
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      write("retry: 2000\n\n");
      const leave = view(search, read, (text) => write(`data: ${text}\n\n`));
      const ping = setInterval(async () => {
        const isStill = await userById(db(), reader.id).catch(() => reader);
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
}
