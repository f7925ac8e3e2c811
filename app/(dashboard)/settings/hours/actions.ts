"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { pageNow, requireAdmin } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import {
  assignQueue,
  calendarByKey,
  createCalendar,
  queues,
  recountSize,
  removeCalendar,
  saveCalendar,
} from "#db/hours.ts";
import { AppError } from "#lib/errors.ts";
import { localDate, WEEKDAYS } from "#lib/format.ts";
import { type Hours, versionAt, type WeeklyHours, WORKSPACE_HOURS } from "#lib/time/calendar.ts";
import { withException, withHours, withoutException, withoutHours } from "#lib/time/change-calendar.ts";
import { parseHours } from "#lib/time/hours-text.ts";
import { missingTime } from "#lib/time/missing-time.ts";
import { isDate, isZone } from "#lib/time/zone.ts";
import { changeHours, handoffs, textOf, theCalendar } from "./change.ts";

const nameText = z.string().trim().min(1, "Hours need a name.").max(60, "A name has at most 60 letters.");

const dateOf = (data: FormData, name: string): string => {
  const text = textOf(data, name);
  if (!isDate(text)) throw new AppError("bad_input", `“${text}” is no date like 2026-12-25.`);
  return text;
};

/** Hours as typed; `where` tells which field is wrong. */
const hoursOf = (text: string, where: string): Hours[] => {
  const read = parseHours(text);
  if ("problem" in read) throw new AppError("bad_input", `${where}: ${read.problem}`);
  return read.hours;
};

export const saveWeek = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const calendar = await theCalendar(data);
    if (String(calendar.revision) !== textOf(data, "revision")) {
      return { problem: "Somebody else has changed these hours meanwhile. Reload the page to see them." };
    }
    const zone = textOf(data, "zone");
    if (!isZone(zone)) return { problem: `“${zone}” is no time zone, such as Europe/Berlin.` };
    const windows = WEEKDAYS.flatMap((day, i): WeeklyHours[] =>
      hoursOf(textOf(data, `day${i + 1}`), day).map((hours) => ({ weekday: i + 1, ...hours })),
    );
    const versions = withHours(calendar.versions, { from: dateOf(data, "from"), zone, windows });
    return changeHours(calendar, versions, textOf(data, "confirmed"));
  });
};

export const takeBackWeek = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const calendar = await theCalendar(data);
    return changeHours(calendar, withoutHours(calendar.versions, dateOf(data, "from")), textOf(data, "confirmed"));
  });
};

export const saveDay = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const calendar = await theCalendar(data);
    const date = dateOf(data, "date");
    const hours = hoursOf(textOf(data, "hours"), localDate(date));
    const missing = missingTime(date, versionAt(calendar.versions, date).zone, hours);
    if (missing) return { problem: missing };
    const name = textOf(data, "name").slice(0, 80) || (hours.length === 0 ? "Closed" : "Other hours");
    return changeHours(calendar, withException(calendar.versions, { date, name, hours }), textOf(data, "confirmed"));
  });
};

export const removeDay = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const calendar = await theCalendar(data);
    return changeHours(calendar, withoutException(calendar.versions, dateOf(data, "date")), textOf(data, "confirmed"));
  });
};

export const renameHours = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const calendar = await theCalendar(data);
    const name = nameText.parse(textOf(data, "name"));
    await saveCalendar(db(), { ...calendar, name, since: undefined, now: pageNow() });
    return { done: "Saved." };
  });
};

export const makeHours = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  let key = "";
  const outcome = await attempt(async () => {
    const name = nameText.parse(textOf(data, "name"));
    const model = await calendarByKey(db(), WORKSPACE_HOURS);
    if (!model) throw new AppError("not_found", "There is no workspace yet.");
    key = await createCalendar(db(), { name, versions: model.versions, now: pageNow() });
    return {};
  });
  if (!outcome.problem) redirect(`/settings/hours/${key}`);
  return outcome;
};

export const removeHours = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  const outcome = await attempt(async () => {
    const calendar = await theCalendar(data);
    const n = await recountSize(db(), { key: calendar.key, since: null });
    if (n > 0 && textOf(data, "confirmed") !== calendar.key) {
      const sentence = `Its queues keep the workspace’s hours then, and numbers of the past change: ${handoffs(n)} counted again.`;
      return { ask: { sentence, value: calendar.key, submit: "Remove and count again" } };
    }
    await removeCalendar(db(), calendar, pageNow());
    return {};
  });
  if (!outcome.problem && !outcome.ask) redirect("/settings/hours");
  return outcome;
};

export const keepHours = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const [sourceId, team] = [textOf(data, "source"), data.has("team") ? String(data.get("team")) : null];
    const queue = (await queues(db())).find((one) => one.sourceId === sourceId && one.team === team);
    if (!queue) return { problem: "This queue is not there any more." };
    const calendarKey = textOf(data, "calendar");
    if (calendarKey === (queue.calendarKey ?? WORKSPACE_HOURS)) return { done: "It keeps these hours already." };
    const n = await recountSize(db(), { sourceId, team, since: null });
    if (n > 0 && textOf(data, "confirmed") !== calendarKey) {
      const sentence = `This changes numbers of the past: ${handoffs(n)} counted again.`;
      return { ask: { sentence, value: calendarKey, submit: "Change and count again" } };
    }
    await assignQueue(db(), { sourceId, team, calendarKey });
    return { done: n > 0 ? `Saved. ${handoffs(n)} counted again.` : "Saved." };
  });
};
