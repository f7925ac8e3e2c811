import { importJsonSchema } from "#lib/import/schema.ts";

export const dynamic = "force-static";

/** The import format as JSON Schema; open to everyone, it holds no data. */
export const GET = (): Response =>
  Response.json(importJsonSchema(), { headers: { "content-type": "application/schema+json" } });
