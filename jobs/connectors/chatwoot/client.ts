import { type Http, HttpError, type Read, type Session } from "#jobs/connectors/connector.ts";
import {
  type Conversation,
  conversationSchema,
  instantOf,
  type Message,
  type Raw,
  type ReportingEvent,
  readAnswers,
  readEvents,
  readList,
  readMessages,
  type SurveyAnswer,
} from "./schema.ts";
import type { Settings } from "./settings.ts";

/** Messages come at most so many at once. */
const MESSAGES_A_PAGE = 100;
const MOST_MESSAGE_PAGES = 200;
const MOST_ANSWER_PAGES = 4;
const AT_ONCE = 6;

const accountPath = ({ accountId }: Settings): string => `api/v1/accounts/${accountId}`;

export const askList = async (
  { http, settings }: Session<Settings>,
  query: Record<string, string | number>,
): Promise<{ conversations: Conversation[]; total: number | null; skewMs: number | null }> => {
  const path = `${accountPath(settings)}/conversations`;
  // Without a status only open ones are listed, without an assignee type only one's own.
  const { json, skewMs } = await http.get(path, { status: "all", assignee_type: "all", ...query });
  return { ...readList(json), skewMs };
};

/** One conversation with all its messages, events and survey answers; gone when the vendor does not know it. */
export const readWhole = async (session: Session<Settings>, id: string): Promise<Read<Raw>> => {
  const { http, settings } = session;
  const path = `${accountPath(settings)}/conversations/${encodeURIComponent(id)}`;
  try {
    const { json } = await http.get(path);
    const conversation = conversationSchema.parse(json);
    const messages = await allMessages(http, path);
    const events = await eventsOf(http, path);
    const answers = await answersOf(session, conversation, messages);
    return { externalId: String(conversation.id), raw: { conversation, messages, events, answers }, isGone: false };
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return { externalId: id, raw: null, isGone: true };
    throw error;
  }
};

/** Several, a few at a time. */
export const readMany = async (session: Session<Settings>, ids: string[]): Promise<Read<Raw>[]> => {
  const found: Read<Raw>[] = [];
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    session.signal.throwIfAborted();
    found.push(...(await Promise.all(ids.slice(i, i + AT_ONCE).map((id) => readWhole(session, id)))));
  }
  return found;
};

/** Pages go by id while each is ordered by time, so the largest id of a page leads to the next. */
const allMessages = async (http: Http, path: string): Promise<Message[]> => {
  const byId = new Map<string, Message>();
  let after = 0;
  for (let page = 0; page < MOST_MESSAGE_PAGES; page++) {
    const { json } = await http.get(`${path}/messages`, { after });
    const found = readMessages(json);
    for (const message of found) byId.set(String(message.id), message);
    const largest = Math.max(after, ...found.map((message) => Number(message.id)));
    if (found.length < MESSAGES_A_PAGE || largest === after) break;
    after = largest;
  }
  return [...byId.values()];
};

/** Only one edition keeps reporting events; the other does not know the address. */
const eventsOf = async (http: Http, path: string): Promise<ReportingEvent[] | null> => {
  try {
    const { json } = await http.get(`${path}/reporting_events`);
    return readEvents(json);
  } catch (error) {
    if (error instanceof HttpError && (error.status === 404 || error.status === 403)) return null;
    throw error;
  }
};

const isAnsweredSurvey = ({ content_type: type, content_attributes: attributes }: Message): boolean =>
  type === "input_csat" && attributes?.["submitted_values"] != null;

/** When a survey was answered stands only in the list of answers, which has to be asked for a stretch of time. */
const answersOf = async (
  { http, settings, now }: Session<Settings>,
  conversation: Conversation,
  messages: Message[],
): Promise<SurveyAnswer[]> => {
  const surveys = messages.filter(isAnsweredSurvey);
  if (surveys.length === 0) return [];
  const since = Math.floor(Math.min(...surveys.map((one) => instantOf(one.created_at))) / 1000);
  const until = Math.ceil(now().getTime() / 1000) + 86_400;
  const mine: SurveyAnswer[] = [];
  for (let page = 1; page <= MOST_ANSWER_PAGES && mine.length < surveys.length; page++) {
    const query = { since, until, page, sort: "created_at", inbox_id: String(conversation.inbox_id ?? "") };
    const found = readAnswers((await http.get(`${accountPath(settings)}/csat_survey_responses`, query)).json);
    mine.push(...found.filter((answer) => String(answer.conversation_id) === String(conversation.id)));
    if (found.length === 0) break;
  }
  return mine;
};
