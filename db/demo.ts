import { eq } from "drizzle-orm";
import type { Told } from "#lib/demo/story.ts";
import type { Db } from "./client.ts";
import { sources } from "./schema/connections.ts";

/** How far the demo has been told; null in a workspace without one. */
export const toldDemo = async (db: Db): Promise<Told | null> => {
  const [row] = await db.select({ cursor: sources.cursor }).from(sources).where(eq(sources.kind, "demo"));
  return (row?.cursor as Told | undefined) ?? null;
};
