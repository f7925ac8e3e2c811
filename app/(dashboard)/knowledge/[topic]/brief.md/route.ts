import { refusal, theWorkspace } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { reportNamed } from "#db/topic-reports.ts";
import { env, publicAddress } from "#lib/env.ts";
import { briefOf, fileNameOf } from "#lib/topics/board/brief.ts";

const PRIVATE = { "cache-control": "private, no-store" };

/** What a writer needs to close the gap of one topic, as a Markdown file. */
export const GET = async (_request: Request, { params }: { params: Promise<{ topic: string }> }): Promise<Response> => {
  const refused = await refusal();
  if (refused) return refused;
  const [{ topic }, { zone }] = await Promise.all([params, theWorkspace()]);
  const found = await reportNamed(db(), decoded(topic));
  if (!found) return new Response("This topic has no report yet.\n", { status: 404, headers: PRIVATE });
  const brief = briefOf({ ...found, zone, origin: publicAddress(env()) });
  return new Response(brief, {
    headers: {
      ...PRIVATE,
      "content-type": "text/markdown; charset=utf-8",
      "content-disposition": `attachment; filename="${fileNameOf(found.topic)}"`,
      // Whoever opens it in the browser sees text, whatever customers wrote.
      "x-content-type-options": "nosniff",
    },
  });
};

const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};
