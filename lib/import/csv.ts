type Json = Record<string, unknown>;
export type CsvRow = Record<string, string>;

/** The four files and their exact headers; only the keys and times are needed, in any order of columns. */
export const CSV_HEADERS = {
  conversations:
    "conversation_id,source,revision,url,channel,language,subject,tags,topic,brand,status,created_at,updated_at,customer_id,customer_name,customer_plan,customer_vip,customer_created_at,csat_score,csat_scale_min,csat_scale_max,csat_at,csat_comment,csat_leg,flags,merged_into,deleted",
  messages:
    "conversation_id,message_id,message_at,author_kind,author_id,author_name,author_team,visibility,kind,automated,text,html,ai_confidence",
  events: "conversation_id,event_id,event_at,event_type,actor",
  handoffs:
    "conversation_id,handoff_id,handoff_at,provenance,from,trigger,reason,promised_wait_s,queue_position,to_team,accepted_at,accepted_by,context_summary",
} as const;
export type CsvKind = keyof typeof CSV_HEADERS;

const TELLTALE: [CsvKind, string][] = [
  ["messages", "message_at"],
  ["events", "event_at"],
  ["handoffs", "handoff_at"],
  ["conversations", "created_at"],
];

/** Which of the four files a header belongs to; null when it is none of them. */
export const csvKind = (header: string[]): CsvKind | null =>
  header.includes("conversation_id") ? (TELLTALE.find(([, column]) => header.includes(column))?.[0] ?? null) : null;

const list = (text: string | undefined): string[] =>
  (text ?? "")
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** An empty cell says nothing. */
const given = (entries: Json): Json =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== "" && value !== undefined));

const number = (text: string | undefined): number | string | undefined =>
  text === undefined || text === "" ? undefined : Number.isNaN(Number(text)) ? text : Number(text);

/** A row of conversations.csv as a handoff-import/1 record without its parts. Columns it does not know are kept. */
export const conversationOfRow = (row: CsvRow): Json => {
  const known = new Set(CSV_HEADERS.conversations.split(","));
  const extra = Object.fromEntries(Object.entries(row).filter(([key, value]) => !known.has(key) && value !== ""));
  const customer = given({
    id: row["customer_id"],
    name: row["customer_name"],
    plan: row["customer_plan"],
    vip: row["customer_vip"],
    created_at: row["customer_created_at"],
  });
  const plain =
    "source revision url channel language subject topic brand status created_at updated_at merged_into deleted".split(
      " ",
    );
  return {
    ...extra,
    ...given(Object.fromEntries(plain.map((key) => [key, row[key]]))),
    id: row["conversation_id"],
    tags: list(row["tags"]),
    flags: list(row["flags"]),
    ...(Object.keys(customer).length > 0 ? { customer } : {}),
    csat: row["csat_score"] ? [ratingOfRow(row)] : [],
    messages: [],
    handoffs: [],
    events: [],
    participants: [],
  };
};

const ratingOfRow = (row: CsvRow): Json =>
  given({
    id: "csat",
    score: number(row["csat_score"]),
    scale: [Number(row["csat_scale_min"] || 1), Number(row["csat_scale_max"] || 5)],
    at: row["csat_at"] || row["updated_at"] || row["created_at"],
    comment: row["csat_comment"],
    leg: row["csat_leg"],
  });

type PartKind = Exclude<CsvKind, "conversations">;

/** The record with a row of one of the other files added. Of the same conversation exported at the same time, the one
 * with more rows is the newer: a file that came too late completes it. */
export const withRow = (record: Json, kind: PartKind, row: CsvRow): Json => {
  const grown: Json = { ...record, [kind]: [...(record[kind] as Json[]), partOfRow(kind, row)] };
  return { ...grown, revision: revisionOf(grown) };
};

/** The stated revision, or the time of change, with the number of rows. */
export const revisionOf = (record: Json): string => {
  const stated = record["revision"] ?? record["updated_at"] ?? record["created_at"] ?? "";
  const rows = (["messages", "events", "handoffs"] as const).reduce(
    (sum, kind) => sum + (record[kind] as Json[]).length,
    0,
  );
  return `${String(stated).replace(/~\d+$/, "")}~${rows}`;
};

/** A row of one of the other three files as a part of its record. Columns it does not know stay in the payload. */
export const partOfRow = (kind: PartKind, row: CsvRow): Json => {
  const known = new Set(CSV_HEADERS[kind].split(","));
  const others = Object.fromEntries(Object.entries(row).filter(([key]) => !known.has(key)));
  if (kind === "messages") {
    return given({
      ...others,
      id: row["message_id"],
      at: row["message_at"],
      author: given({
        kind: row["author_kind"],
        id: row["author_id"],
        name: row["author_name"],
        team: row["author_team"],
      }),
      visibility: row["visibility"],
      kind: row["kind"],
      automated: row["automated"],
      text: row["text"],
      html: row["html"],
      ai: row["ai_confidence"] ? { confidence: number(row["ai_confidence"]) } : undefined,
    });
  }
  if (kind === "events")
    return given({ ...others, id: row["event_id"], at: row["event_at"], type: row["event_type"], actor: row["actor"] });
  const { conversation_id: _, handoff_id: id, handoff_at: at, context_summary: summary, ...rest } = row;
  return given({ ...rest, id, at, context: summary ? { summary } : undefined });
};
