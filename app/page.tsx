import { redirect } from "next/navigation";
import { requireReader, theWorkspace } from "#app/_auth/session.ts";
import { LANDING } from "#lib/roles.ts";

export const dynamic = "force-dynamic";

export default async function Home() {
  const reader = await requireReader();
  const { setUpAt } = await theWorkspace();
  redirect(reader.role === "admin" && setUpAt === null ? "/welcome" : LANDING[reader.role]);
}
