import { currentReader, pageNow } from "#app/_auth/session.ts";
import { queueBoard, readQueue } from "#app/_queue.ts";
import { streamOf } from "#app/_stream.ts";

export const dynamic = "force-dynamic";

/** GET /api/live?…: the queue that these filters leave, as server-sent events: all of it at the start and after each
 * change. */
export async function GET(request: Request): Promise<Response> {
  const reader = await currentReader();
  if (!reader) return new Response("Sign in first.\n", { status: 401 });
  const { search, searchParams } = new URL(request.url);
  const params = Object.fromEntries(searchParams);
  // Read anew each time: today is another day after midnight.
  const read = async () => queueBoard(await readQueue(params), pageNow());
  return streamOf(request, { key: search, readerId: reader.id, read });
}
