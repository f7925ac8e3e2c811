import { setTimeout as sleep } from "node:timers/promises";
import { db } from "#app/_db.ts";
import { serverVersion } from "#db/server.ts";

export const dynamic = "force-dynamic";

/** Open to everyone, so it says whether things work and nothing else. */
export const GET = async (): Promise<Response> => {
  const answers = await Promise.race([ask(), sleep(3000, false)]);
  return answers
    ? Response.json({ status: "ok", database: "ok" })
    : Response.json({ status: "unavailable", database: "does not answer" }, { status: 503 });
};

const ask = async (): Promise<boolean> => {
  try {
    await serverVersion(db());
    return true;
  } catch {
    return false;
  }
};
