import type { RatingLeg } from "#lib/conversation/types.ts";
import type { ImportRecord } from "#lib/import/schema.ts";
import { kindOfSender } from "./authors.ts";
import { instantOf, isoOf, type Message, type Raw } from "./schema.ts";
import type { Settings } from "./settings.ts";

/** Surveys and what came back. One that was sent before any person had written is about the AI. */
export const surveysOf = (raw: Raw, settings: Settings): Pick<ImportRecord, "surveys" | "csat"> => {
  const sent = raw.messages.filter(({ content_type: type }) => type === "input_csat");
  const aboutOf = (survey: Message): RatingLeg => {
    const people = raw.messages.filter((one) => one.private !== true && kindOfSender(one, settings) === "human");
    return people.some((one) => instantOf(one.created_at) <= instantOf(survey.created_at)) ? "whole" : "ai";
  };
  return {
    surveys: sent.map((one) => ({ id: `m${one.id}`, sent_at: isoOf(one.created_at), about: aboutOf(one) })),
    csat: sent.flatMap((one) => ratingOf(one, raw, aboutOf(one))),
  };
};

type Submitted = { csat_survey_response?: { rating?: unknown; feedback_message?: unknown } };

/** The answer itself stands in the survey; when it was given, in the list of answers. */
const ratingOf = (survey: Message, { answers }: Raw, leg: RatingLeg): NonNullable<ImportRecord["csat"]> => {
  const submitted = survey.content_attributes?.["submitted_values"] as Submitted | null | undefined;
  const answer = answers.find(({ message_id: id }) => String(id) === String(survey.id)) ?? answers.at(-1);
  const rating = submitted?.csat_survey_response?.rating ?? answer?.rating;
  if (typeof rating !== "number") return [];
  const comment = submitted?.csat_survey_response?.feedback_message ?? answer?.feedback_message;
  return [
    {
      id: `m${survey.id}`,
      survey_id: `m${survey.id}`,
      score: rating,
      scale: [1, 5],
      at: isoOf(answer?.created_at ?? survey.updated_at ?? survey.created_at),
      comment: typeof comment === "string" && comment !== "" ? comment : null,
      leg,
    },
  ];
};
