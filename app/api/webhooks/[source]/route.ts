import { theWorkspace } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { acceptSigned } from "#app/api/_answer.ts";
import { takeIn } from "#app/api/v1/conversations/take-in.ts";
import { saveDelivery, saveHint } from "#db/hints.ts";
import { webhookSecrets } from "#db/secrets.ts";
import { type Source, sourceByKey } from "#db/sources.ts";
import { AppError } from "#lib/errors.ts";
import { jsonText, parseJson } from "#lib/import/json.ts";
import { isObject } from "#lib/import/reader.ts";
import * as chatwoot from "#lib/webhooks/chatwoot.ts";
import type { SignedCall, Verdict } from "#lib/webhooks/signed.ts";
import * as standard from "#lib/webhooks/standard.ts";

export const dynamic = "force-dynamic";

const LARGEST_BODY = 5 * 1024 * 1024;

const VERIFY: Record<string, (call: SignedCall) => Verdict> = { chatwoot: chatwoot.verify, push: standard.verify };

type Context = { params: Promise<{ source: string }> };

/** Takes a signed webhook. A vendor's is only a hint: what it speaks of is fetched; a sender of our own format sends the
 * conversation itself. One that is not signed as agreed changes nothing. */
export const POST = (request: Request, { params }: Context): Promise<Response> =>
  acceptSigned(request, async () => {
    const found = await sourceByKey(db(), (await params).source);
    // What came in while a source is removed would stay behind.
    const source = found?.state === "removing" ? null : found;
    const verify = VERIFY[source?.kind ?? ""];
    const body = await bytesOf(request);
    const now = new Date();
    const secrets = source && verify ? await webhookSecrets(db(), source.id, now) : [];
    const call = { headers: request.headers, body, secrets, now };
    const verdict = verify?.(call);
    if (!source || !verdict?.ok) throw new AppError("unauthorised", whyRefused(call));
    return source.kind === "push" ? pushed(source, body, verdict.deliveryId) : hinted(source, body, verdict.deliveryId);
  });

/** What is wrong by what came in alone, so that whoever has no secret cannot tell which sources are there. */
const whyRefused = (call: SignedCall & { headers: Headers }): string => {
  const isChatwoots = [...call.headers.keys()].some((name) => name.startsWith("x-chatwoot-"));
  const verdict = (isChatwoots ? chatwoot : standard).verify({ ...call, secrets: [] });
  return verdict.ok ? "No signature fits." : verdict.reason;
};

const hinted = async ({ id }: Source, body: Uint8Array, deliveryId: string) => {
  const now = new Date();
  const externalId = chatwoot.hintOf(body);
  const isNew =
    externalId === null
      ? await saveDelivery(db(), { sourceId: id, deliveryId, now })
      : await saveHint(db(), { sourceId: id, externalId, deliveryId, now });
  return { status: isNew ? "taken" : "known already" };
};

/** The payload of a Standard Webhook: what happened is in `data`, one conversation or several. */
const pushed = async ({ id, key }: Source, body: Uint8Array, deliveryId: string) => {
  const { mode, zone } = await theWorkspace();
  // Whoever signs for one source speaks for that one alone.
  const records = dataOf(body).map((one) => (isObject(one) ? { ...one, source: key } : one));
  const list = new TextEncoder().encode(jsonText(records));
  const taken = await takeIn(db(), chunk(list), { mode, zone, source: key, sender: key });
  await saveDelivery(db(), { sourceId: id, deliveryId, now: new Date() });
  return taken;
};

async function* chunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const dataOf = (body: Uint8Array): unknown[] => {
  const json = parseJson(new TextDecoder().decode(body));
  const data = isObject(json) ? json["data"] : null;
  if (data === undefined || data === null)
    throw new AppError("bad_input", "Send a JSON object with a conversation, or a list of them, as `data`.");
  return Array.isArray(data) ? data : [data];
};

const bytesOf = async (request: Request): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > LARGEST_BODY) throw new AppError("too_large", "The body is larger than 5 MB.");
    parts.push(part);
  }
  return Buffer.concat(parts);
};
