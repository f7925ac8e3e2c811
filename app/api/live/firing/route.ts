import { currentReader } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { streamOf } from "#app/_stream.ts";
import { firingCount } from "#db/alarms/journal.ts";

export const dynamic = "force-dynamic";

/** GET /api/live/firing: how many alarms fire, as server-sent events, at the start and after each change. */
export async function GET(request: Request): Promise<Response> {
  const reader = await currentReader();
  if (!reader) return new Response("Sign in first.\n", { status: 401 });
  return streamOf(request, { key: "firing", readerId: reader.id, read: () => firingCount(db()) });
}
