"use server";

import { randomBytes } from "node:crypto";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireAdmin } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { addConnection, changeConnection, disconnectSource } from "#db/connections.ts";
import { saveHint } from "#db/hints.ts";
import { refusedOf } from "#db/import-runs.ts";
import { saveInactivityHours } from "#db/inactivity.ts";
import { askForReading } from "#db/readings.ts";
import { saveSecret, WEBHOOK_SECRET } from "#db/secrets.ts";
import { moveSource, nudge, nudgeAssess, readNow, type Source, sourceByKey } from "#db/sources.ts";
import { CHANNEL_CLASSES, USUAL_INACTIVITY_HOURS } from "#lib/conversation/channels.ts";
import { AppError } from "#lib/errors.ts";
import { count } from "#lib/format.ts";
import { descriptorOf } from "#lib/sources/catalogue.ts";
import { isElsewhere, type SourceDescriptor } from "#lib/sources/descriptor.ts";
import { secretOf } from "#lib/webhooks/standard.ts";

const DAY_MS = 86_400_000;
const MOST_DAYS = 3650;

const keyText = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "A name has small letters, digits and dashes, at most 40.");
const days = z.coerce.number().int().min(0).max(MOST_DAYS);

const textOf = (data: FormData, name: string): string => String(data.get(name) ?? "").trim();

const theSource = async (data: FormData): Promise<Source> => {
  const source = await sourceByKey(db(), textOf(data, "source"));
  if (!source || source.state === "removing") {
    throw new AppError("not_found", "This source is not there any more.");
  }
  return source;
};

const theDescriptor = (kind: string): SourceDescriptor => {
  const descriptor = descriptorOf(kind);
  if (!descriptor) throw new AppError("not_found", "This source cannot be connected.");
  return descriptor;
};

/** What was typed into the fields of a descriptor. A secret left empty stays what it was. */
const given = ({ fields }: SourceDescriptor, data: FormData, { isNew }: { isNew: boolean }) => {
  const missing = fields.find(({ name, isRequired, isSecret }) => {
    return isRequired && textOf(data, name) === "" && (isNew || !isSecret);
  });
  if (missing) throw new AppError("bad_input", `${missing.label} is missing.`);
  const pick = (isSecret: boolean) =>
    fields
      .filter((field) => field.isSecret === isSecret && !(isSecret && textOf(data, field.name) === ""))
      .map(({ name }) => [name, textOf(data, name)]);
  return { settings: Object.fromEntries(pick(false)), secrets: Object.fromEntries(pick(true)) };
};

const newSecret = (): string => secretOf(randomBytes(32));
const COPY = "Copy the signing secret now; it is not shown again.";

export const connect = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  const kind = textOf(data, "kind");
  const outcome = await attempt(async () => {
    const key = keyText.parse(textOf(data, "key"));
    const now = new Date();
    if (kind === "push") {
      const secret = newSecret();
      const secrets = { [WEBHOOK_SECRET]: secret };
      await addConnection(db(), { key, kind, settings: {}, secrets, backfillFrom: null, now });
      return { done: COPY, secret };
    }
    const past = days.parse(textOf(data, "days"));
    const backfillFrom = past === 0 ? null : new Date(now.getTime() - past * DAY_MS);
    await addConnection(db(), { key, kind, ...given(theDescriptor(kind), data, { isNew: true }), backfillFrom, now });
    return {};
  });
  if (outcome.problem || outcome.secret) return outcome;
  redirect(`/sources/${textOf(data, "key")}`);
};

export const change = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const { id, kind, settings } = await theSource(data);
    const descriptor = theDescriptor(kind);
    const changed = given(descriptor, data, { isNew: false });
    const elsewhere = isElsewhere(descriptor, settings, changed.settings);
    await changeConnection(db(), id, { ...changed, isElsewhere: elsewhere, now: new Date() });
    return { done: "Saved." };
  });
};

export const renewSecret = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const { id } = await theSource(data);
    const secret = newSecret();
    await saveSecret(db(), { sourceId: id, name: WEBHOOK_SECRET, value: secret, now: new Date() });
    return { done: `${COPY} The one before it is taken for a day more.`, secret };
  });
};

export const pause = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    await moveSource(db(), (await theSource(data)).id, ["active"], "paused");
    return {};
  });
};

export const resume = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const { id } = await theSource(data);
    if (await moveSource(db(), id, ["paused"], "active")) await readNow(db(), id, new Date());
    return {};
  });
};

export const tryAgain = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const { id, state } = await theSource(data);
    if (state === "refused") await moveSource(db(), id, ["refused"], "checking");
    else await readNow(db(), id, new Date());
    return {};
  });
};

export const readAgain = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const { id } = await theSource(data);
    const now = new Date();
    const from = new Date(now.getTime() - days.parse(textOf(data, "days")) * DAY_MS);
    await askForReading(db(), { sourceId: id, reason: "asked", from, to: now, isReread: true, now });
    await nudge(db(), id);
    return { done: "It is being read again." };
  });
};

export const retryRefused = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const { id } = await theSource(data);
    const one = textOf(data, "conversation");
    const now = new Date();
    const refused = await refusedOf(db(), id, 10_000);
    const asked = refused.flatMap(({ externalId }) => (externalId && (!one || externalId === one) ? [externalId] : []));
    for (const externalId of asked) await saveHint(db(), { sourceId: id, externalId, deliveryId: null, now });
    return { done: asked.length === 1 ? "It is being fetched again." : `${asked.length} are being fetched again.` };
  });
};

const hours = z.coerce
  .number("Hours are a number.")
  .int("Hours are whole.")
  .min(1, "At least one hour of silence.")
  .max(720, "At most 720 hours, a month.");

export const changeInactivity = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const { id } = await theSource(data);
    const given = CHANNEL_CLASSES.map((kind) => [kind, hours.parse(textOf(data, kind))] as const);
    const others = given.filter(([kind, some]) => some !== USUAL_INACTIVITY_HOURS[kind]);
    const n = await saveInactivityHours(db(), id, Object.fromEntries(others));
    await nudgeAssess(db());
    return { done: n === 0 ? "Saved." : `Saved; ${count(n)} conversations are counted again.` };
  });
};

export const disconnect = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  const outcome = await attempt(async () => {
    await disconnectSource(db(), (await theSource(data)).id);
    return {};
  });
  if (outcome.problem) return outcome;
  redirect("/sources");
};

export const removeWithData = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  const outcome = await attempt(async () => {
    const { id, key, kind } = await theSource(data);
    if (kind === "demo") throw new AppError("conflict", "The demo is left in Settings, under “Start with my data”.");
    if (textOf(data, "confirm") !== key) throw new AppError("bad_input", `Type ${key} to remove it.`);
    await moveSource(db(), id, ["checking", "refused", "active", "paused"], "removing");
    return {};
  });
  if (outcome.problem) return outcome;
  redirect("/sources");
};
