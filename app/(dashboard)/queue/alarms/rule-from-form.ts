import { watchedOf } from "#lib/alarms/queue.ts";
import { ALARM_KINDS, usualRule } from "#lib/alarms/rule.ts";

const numberOf = (data: FormData, name: string): number => {
  const text = String(data.get(name) ?? "")
    .trim()
    .replace(",", ".");
  return text === "" ? Number.NaN : Number(text);
};

/** What a form says of a rule, for `ruleSettings` to judge. Shares are typed in percent, a queue as `watchedKey` names it. */
export const ruleFrom = (data: FormData): unknown => {
  const kind = ALARM_KINDS.find((one) => one === data.get("kind")) ?? "oldest_wait";
  const isShare = kind === "answered_share";
  const limit = (name: string) => numberOf(data, name) / (isShare ? 100 : 1);
  return {
    name: String(data.get("name") ?? ""),
    kind,
    scope: scopeFrom(String(data.get("queue") ?? "")),
    fire: limit("fire"),
    clear: limit("clear"),
    forMinutes: numberOf(data, "for"),
    keepMinutes: numberOf(data, "keep"),
    // How late data is needs no data to be told.
    staleAfterMinutes: kind === "data_stale" ? usualRule(kind).staleAfterMinutes : numberOf(data, "stale"),
    escalateMinutes: [numberOf(data, "escalate1"), numberOf(data, "escalate2")],
    ackTimeoutMinutes: numberOf(data, "ack"),
    repeatMinutes: numberOf(data, "repeat"),
    hours: {
      kind: String(data.get("hours")),
      weekdays: data.getAll("weekday").map(Number),
      hours: String(data.get("ownHours") ?? ""),
    },
    isEnabled: data.get("isEnabled") === "on",
  };
};

const scopeFrom = (queue: string): unknown => {
  if (queue === "") return { kind: "all" };
  const { sourceId, team } = watchedOf(queue);
  return { kind: "queue", sourceId, team: team ?? null };
};
