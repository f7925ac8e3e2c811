import type { Participant } from "./people.ts";

/** What an activity message tells. `unknown` = in a language or about a thing that is not known here. */
export type Activity = {
  what: "bot_error" | "resolved" | "pending" | "opened" | "assigned" | "self_assigned" | "other" | "unknown";
  /** Who is named in it, by participant id, in the order of the sentence: whom it is assigned to stands first. */
  humans: string[];
  bots: string[];
  namesTeam: boolean;
  /** What stands in brackets at its end: why the assistant opened the conversation. */
  reason: string | null;
};

/** Chatwoot tells what happened in a sentence of the account's language and nowhere else. These are stems of the words
 * it uses, in the languages it is used in most; without them the names in the sentence and the order of things decide. */
const STEMS: [Activity["what"], RegExp][] = [
  // A priority, a label, a mute: names people, and moves nothing.
  [
    "other",
    /\b(?:priority|priorität|priorité|prioridad\w*|priorità|prioriteit|sla|csat|muted|unmuted|snoozed|labels?)\b/,
  ],
  [
    "bot_error",
    /(?:\berror|fehler|erreur|errore|\berro\b|\bfout|błąd|błęd|ошибк|エラー|错误|錯誤|오류|hata).*bot|bot.*(?:\berror|fehler|erreur|errore|\berro\b|\bfout|błąd|błęd|ошибк|エラー|错误|錯誤|오류|hata)/,
  ],
  [
    "self_assigned",
    /self-?assigned|sich selbst|s.est (?:auto-?)?(?:assigné|attribué)|auto-?(?:asign|atribui|assegn)|zichzelf/,
  ],
  ["resolved", /resol[vu]ed|\bgelöst|erledigt|résolu|resuelt|resolvid|risolt|opgelost|rozwiązan|解決|已解决|해결/],
  [
    "pending",
    /\bpending\b|ausstehend|en attente|pendiente|pendente|in (?:sospeso|attesa)|in behandeling|oczekując|保留|待处理|대기/,
  ],
  [
    "opened",
    /reopened|re-opened|marked (?:as )?open\b|wieder ?(?:er)?öffnet|wiedereröffnet|als offen|ré-?ouvert|rouvert|comme ouvert|reabiert|reabrió|como abiert|reabert|reabriu|como abert|riapert|come apert|heropend|als open\b|ponownie otwar|再開|重新打开|다시 열/,
  ],
  [
    "other",
    /unassigned|zuweisung .*(?:entfernt|aufgehoben)|désassign|désattribu|desasign|não atribuíd|niet meer toegewezen/,
  ],
  [
    "assigned",
    /\bassigned\b|zugewiesen|assigné|attribué|asignad|atribuíd|assegnat|toegewezen|przypisan|割り当て|分配|배정/,
  ],
];

const mentions = (text: string, name: string | null): boolean => {
  if (!name || name.trim() === "") return false;
  const at = text.indexOf(name.toLowerCase());
  const isLetter = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? "");
  return at >= 0 && !isLetter(text[at - 1]) && !isLetter(text[at + name.length]);
};

const without = (text: string, names: (string | null)[]): string =>
  names.reduce<string>(
    (rest, name) => (name && mentions(rest, name) ? rest.replaceAll(name.toLowerCase(), "…") : rest),
    text,
  );

/** Reads one activity message. Names are taken out before the words are looked at: an agent may be called anything. */
export const readActivity = (
  content: string,
  participants: readonly Participant[],
  { team, labels }: { team: string | null; labels: readonly string[] },
): Activity => {
  const reason = /\(([^()]+)\)\.?\s*$/.exec(content)?.[1]?.trim() ?? null;
  const text = content.toLowerCase();
  const place = ({ name }: Participant): number => text.indexOf(name?.toLowerCase() ?? "");
  const named = participants
    .filter(({ kind, name }) => kind !== "customer" && mentions(text, name))
    .sort((a, b) => place(a) - place(b));
  const namesTeam = mentions(text, team);
  const sentence = without(reason === null ? text : text.slice(0, text.lastIndexOf("(")), [
    team,
    ...named.map(({ name }) => name),
  ]);
  const found = STEMS.find(([, stem]) => stem.test(sentence))?.[0];
  const isLabel = labels.some((label) => mentions(sentence, label));
  return {
    what: found ?? (isLabel ? "other" : "unknown"),
    humans: named.flatMap(({ kind, id }) => (kind === "human" ? id : [])),
    bots: named.flatMap(({ kind, id }) => (kind === "ai" ? id : [])),
    namesTeam,
    reason,
  };
};
