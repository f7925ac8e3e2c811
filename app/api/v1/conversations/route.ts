import { theWorkspace } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { accept } from "#app/api/_answer.ts";
import { AppError } from "#lib/errors.ts";
import { takeIn } from "./take-in.ts";

export const dynamic = "force-dynamic";

/** Takes conversations in the import format: one, a list, or JSON lines of any length. The answer says of each what became
 * of it; sent again, nothing changes. */
export const POST = (request: Request): Promise<Response> =>
  accept(request, async ({ name }) => {
    const { mode, zone } = await theWorkspace();
    const source = new URL(request.url).searchParams.get("source")?.trim() ?? "push";
    if (source === "" || source.includes("\u0000")) throw new AppError("bad_input", "source must be a name.");
    return takeIn(db(), request.body, { mode, zone, source, sender: name });
  });
