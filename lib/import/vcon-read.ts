import { jsonText } from "./json.ts";
import { isObject } from "./reader.ts";

type Json = Record<string, unknown>;

/** Name of the vCon extension that carries what vCon has no word for. */
export const OURS = "handoff_quality";

/** Whether a JSON value is meant as a vCon, or as one of the call records that travel under its name. */
export const isVcon = (value: unknown): value is Json =>
  isObject(value) &&
  value["messages"] === undefined &&
  ("vcon" in value ||
    ("uuid" in value && "parties" in value) ||
    ("parties" in value && "dialog" in value) ||
    isCallRecord(value));

const isCallRecord = (value: Json): boolean => "startDateTime" in value && "participants" in value && "id" in value;

const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** A vCon as a handoff-import/1 record, read leniently: any syntax version, roles in `meta`, `mimetype`, missing times,
 * redacted or empty bodies. Transcripts kept as analysis become messages. One without an id gets `fallbackId`. */
export const recordOfVcon = (vcon: Json, fallbackId: string | null): Json => {
  if (isCallRecord(vcon)) return recordOfCall(vcon);
  const parties = list(vcon["parties"]);
  const dialogs = list(vcon["dialog"]);
  const analyses = list(vcon["analysis"]);
  const ours = isObject(vcon[OURS]) ? vcon[OURS] : {};
  const kinds = kindsOf(parties);
  const spoken = withOwnIds(dialogs.flatMap((dialog, i) => messagesOfDialog(dialog, i, kinds)));
  const written =
    spoken.length > 0 ? [] : analyses.flatMap((analysis) => transcriptOf(analysis, dialogs, parties, kinds));
  const start = text(vcon["created_at"]) ?? text(dialogs[0]?.["start"]);
  return {
    id: text(vcon["uuid"]) ?? text(vcon["id"]) ?? fallbackId,
    subject: vcon["subject"],
    channel: written.length > 0 ? "phone" : channelOf(dialogs),
    created_at:
      dialogs.flatMap(({ start: at }) => text(at) ?? []).sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? start,
    updated_at: vcon["updated_at"],
    customer: customerOf(parties, kinds, vcon),
    participants: parties.map((party, i) => ({
      id: partyId(i),
      kind: kinds[i],
      name: party["name"],
      team: party["dept"],
    })),
    messages: [...spoken, ...written],
    handoffs: dialogs.flatMap((dialog, i) =>
      dialog["type"] === "transfer" ? [handoffOf(dialog, i, analyses, kinds)] : [],
    ),
    csat: analyses.filter(({ type }) => type === "csat").map(({ body }) => jsonOf(body)),
    ...ours,
  };
};

/** Mail threads in circulation repeat a message id for different mails. */
const withOwnIds = (messages: Json[]): Json[] => {
  const seen = new Set<unknown>();
  return messages.map((message, i) => {
    const id = seen.has(message["id"]) ? `${message["id"]}#${i}` : message["id"];
    seen.add(id);
    return { ...message, id };
  });
};

const partyId = (index: number): string => `party-${index}`;

type Kind = "customer" | "ai" | "human";

/** Who is who: stated roles first; without any the first party is the customer and the others are people. */
const kindsOf = (parties: Json[]): Kind[] => {
  const stated = parties.map((party): Kind | null => {
    const meta = isObject(party["meta"]) ? party["meta"] : {};
    const role = text(party["role"]) ?? text(meta["role"]);
    if (party["type"] === "bot" || "agent_session" in meta) return "ai";
    if (role === "customer") return "customer";
    return role ? "human" : null;
  });
  const hasCustomer = stated.includes("customer");
  return stated.map((kind, i) => kind ?? (!hasCustomer && i === 0 ? "customer" : "human"));
};

const mediatypeOf = (dialog: Json): string => text(dialog["mediatype"]) ?? text(dialog["mimetype"]) ?? "text/plain";

const channelOf = (dialogs: Json[]): string => {
  if (dialogs.some(({ type }) => type === "recording")) return "phone";
  const mediatype = mediatypeOf(dialogs[0] ?? {});
  return dialogs.some(({ message_id: id }) => text(id)?.includes("@")) || mediatype.startsWith("multipart")
    ? "email"
    : "web_chat";
};

const customerOf = (parties: Json[], kinds: Kind[], vcon: Json): Json | undefined => {
  const index = kinds.indexOf("customer");
  const party = parties[index];
  if (!party) return undefined;
  const context = list(vcon["attachments"]).find(({ purpose }) => purpose === "customer_context");
  const id =
    text(party["uuid"]) ?? text(party["mailto"]) ?? text(party["tel"]) ?? text(party["name"]) ?? partyId(index);
  return {
    id,
    name: party["name"],
    ...(isObject(jsonOf(context?.["body"])) ? (jsonOf(context?.["body"]) as Json) : {}),
  };
};

const speakerOf = (dialog: Json): number => {
  if (typeof dialog["originator"] === "number") return dialog["originator"];
  const parties = dialog["parties"];
  const first: unknown = Array.isArray(parties) ? parties.flat()[0] : parties;
  return typeof first === "number" ? first : 0;
};

const messagesOfDialog = (dialog: Json, index: number, kinds: Kind[]): Json[] => {
  if (dialog["type"] !== "text") return [];
  const body = decoded(dialog);
  if (body === null) return [];
  const speaker = speakerOf(dialog);
  const ours = isObject(dialog[OURS]) ? dialog[OURS] : {};
  const mediatype = mediatypeOf(dialog);
  const content = mediatype.startsWith("multipart")
    ? plainPart(body, mediatype)
    : { text: body, isHtml: mediatype.startsWith("text/html") };
  return [
    {
      id: text(dialog["message_id"]) ?? `dialog-${index}`,
      at: dialog["start"],
      author: { kind: kinds[speaker] ?? "system", id: partyId(speaker) },
      ...(content.isHtml ? { html: content.text, text: "" } : { text: content.text }),
      ...ours,
    },
  ];
};

const decoded = (dialog: Json): string | null => {
  const { body, encoding } = dialog;
  if (typeof body !== "string") return isObject(body) || Array.isArray(body) ? jsonText(body) : null;
  if (encoding !== "base64url" && encoding !== "base64") return body;
  const base64 = body
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replace(/[\s=]+/g, "");
  if (/[^A-Za-z0-9+/]/.test(base64) || base64.length % 4 === 1) return body;
  const binary = atob(base64);
  return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
};

/** The readable part of a multipart mail: plain text before HTML, nested parts included. */
const plainPart = (body: string, mediatype: string, levels = 20): { text: string; isHtml: boolean } => {
  const boundary = /boundary="?([^";\n]+)"?/.exec(mediatype)?.[1];
  if (!boundary) return { text: body, isHtml: false };
  const parts = body.split(`--${boundary}`).map((part) => {
    const [head = "", ...rest] = part.replace(/^\r?\n/, "").split(/\r?\n\r?\n/);
    return {
      type: /content-type:\s*([^\n]+(?:\n[ \t]+[^\n]+)*)/i.exec(head)?.[1] ?? "",
      head,
      content: rest.join("\n\n").trim(),
    };
  });
  const nested = parts.find(({ type }) => type.startsWith("multipart"));
  if (nested && levels > 0) return plainPart(nested.content, nested.type, levels - 1);
  const part =
    parts.find(({ type }) => type.startsWith("text/plain")) ?? parts.find(({ type }) => type.startsWith("text/html"));
  if (!part) return { text: "", isHtml: false };
  return { text: unquoted(part.head, part.content), isHtml: part.type.startsWith("text/html") };
};

const unquoted = (head: string, content: string): string => {
  if (!/quoted-printable/i.test(head)) return content;
  const bytes = content
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0) & 0xff));
};

/** A transcript kept as analysis: a list of turns, or lines that begin with a party's name. */
const transcriptOf = (analysis: Json, dialogs: Json[], parties: Json[], kinds: Kind[]): Json[] => {
  if (!text(analysis["type"])?.startsWith("transcript")) return [];
  const start = dialogs[0]?.["start"];
  const body = jsonOf(analysis["body"]);
  if (Array.isArray(body)) {
    return list(body).map((turn, i) => {
      const speaker = typeof turn["parties"] === "number" ? turn["parties"] : 0;
      return {
        id: `turn-${i}`,
        at: turn["start"] ?? start,
        author: { kind: kinds[speaker] ?? "system", id: partyId(speaker) },
        text: turn["text"],
      };
    });
  }
  if (typeof body !== "string") return [];
  return body.split(/\n\s*\n|\n(?=[^\n:]{2,60}: )/).flatMap((turn, i) => {
    const speaker = parties.findIndex(({ name }) => typeof name === "string" && turn.startsWith(`${name}:`));
    const said = turn.slice(turn.indexOf(":") + 1).trim();
    return speaker < 0
      ? []
      : [{ id: `turn-${i}`, at: start, author: { kind: kinds[speaker], id: partyId(speaker) }, text: said }];
  });
};

const handoffOf = (dialog: Json, index: number, analyses: Json[], kinds: Kind[]): Json => {
  const reason = analyses.find((one) => one["type"] === "handoff_reason" && one["dialog"] === index);
  const from = typeof dialog["transferor"] === "number" ? dialog["transferor"] : kinds.indexOf("ai");
  const ours = isObject(dialog[OURS]) ? dialog[OURS] : {};
  return {
    id: `transfer-${index}`,
    at: dialog["start"],
    from: from < 0 ? null : partyId(from),
    ...(isObject(jsonOf(reason?.["body"])) ? (jsonOf(reason?.["body"]) as Json) : { reason: reason?.["body"] }),
    ...ours,
  };
};

const jsonOf = (value: unknown): unknown => {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return value;
    throw error;
  }
};

/** A call record without content: that there was a call, and between whom. */
const recordOfCall = (call: Json): Json => ({
  id: call["id"],
  channel: "phone",
  created_at: call["startDateTime"],
  updated_at: call["lastModifiedDateTime"] ?? call["endDateTime"],
  messages: [],
  call_type: call["type"],
  joined: list(call["participants"]).length,
});
