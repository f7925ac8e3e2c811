import type { ImportRecord } from "#lib/import/schema.ts";
import { authorOf, humanAssignee, userId } from "./people.ts";
import type { Vendor, VendorMessage, VendorRating } from "./schema.ts";
import type { Settings } from "./settings.ts";
import { inOrder } from "./steps.ts";
import { instantOf, isoOf } from "./time.ts";

type Rated = Required<Pick<ImportRecord, "surveys" | "csat">>;
type Leg = "ai" | "whole";

/** Surveys sent, and the answers to them. Chatwoot asks about the conversation and not about who answered, so a rating is
 * of the whole of it, and of the bot alone when no agent ever had it. */
export const ratingsOf = (vendor: Vendor, settings: Settings): Rated => {
  const rated: Required<{ surveys: NonNullable<Rated["surveys"]>; csat: NonNullable<Rated["csat"]> }> = {
    surveys: [],
    csat: [],
  };
  const messages = inOrder(vendor.messages);
  const surveys = messages.filter(({ content_type }) => content_type === "input_csat");
  for (const survey of surveys) {
    const id = String(survey.id);
    const sentAt = instantOf(survey.created_at);
    if (sentAt === null) continue;
    const answer = vendor.ratings.find(({ message_id }) => String(message_id) === id) ?? null;
    const isLast = survey === surveys.at(-1);
    const agent = userId(answer?.assigned_agent?.id) ?? (isLast ? humanAssignee(vendor, settings) : null);
    const leg = legOf(messages.slice(0, messages.indexOf(survey)), agent, settings);
    rated.surveys.push({ id, sent_at: isoOf(sentAt), about: leg });
    const given = givenIn(survey, answer);
    if (!given) continue;
    rated.csat.push({
      id,
      survey_id: id,
      ...given,
      scale: [1, 5],
      at: isoOf(Math.max(sentAt, instantOf(answer?.created_at) ?? instantOf(survey.updated_at) ?? sentAt)),
      leg,
      about: leg === "ai" ? { kind: "ai" } : agent === null ? null : { kind: "human", id: agent },
    });
  }
  return rated;
};

const legOf = (before: readonly VendorMessage[], agent: string | null, settings: Settings): Leg => {
  if (agent !== null) return "whole";
  const kinds = new Set(
    before.filter((message) => message.private !== true).map((one) => authorOf(one, settings)?.kind),
  );
  return kinds.has("ai") && !kinds.has("human") ? "ai" : "whole";
};

/** The answer stands on the survey's own message too, there without its time. */
const givenIn = (
  survey: VendorMessage,
  answer: VendorRating | null,
): { score: number; comment: string | null } | null => {
  if (typeof answer?.rating === "number") return { score: answer.rating, comment: answer.feedback_message || null };
  const submitted = objectIn(objectIn(survey.content_attributes)["submitted_values"])["csat_survey_response"];
  const { rating, feedback_message } = objectIn(submitted);
  const score = Number(rating);
  if (rating === null || rating === undefined || !Number.isFinite(score)) return null;
  return { score, comment: typeof feedback_message === "string" && feedback_message !== "" ? feedback_message : null };
};

const objectIn = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** Whether a message, as it came, is an answered survey: only then is its time worth a request. */
export const isAnsweredSurvey = (message: unknown): boolean => {
  const { content_type, content_attributes } = objectIn(message);
  if (content_type !== "input_csat") return false;
  return "csat_survey_response" in objectIn(objectIn(content_attributes)["submitted_values"]);
};
