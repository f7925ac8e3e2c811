import type { Assessment } from "#lib/conversation/assessed.ts";
import { topicOf } from "#lib/conversation/topic.ts";
import type { Conversation } from "#lib/conversation/types.ts";
import { type Classifier, type Sorted, sorterOf } from "./classifier/classifier.ts";
import { currentTopic, EMPTY_TAXONOMY, type Taxonomy } from "./taxonomy/taxonomy.ts";
import { type TopicText, topicTextOf } from "./text/topic-text.ts";

/** A trained classifier in use. Its topics are ids. */
export type Model = { id: string; sort: (text: string) => Sorted };

export const modelOf = (id: string, classifier: Classifier): Model => ({ id, sort: sorterOf(classifier) });

/** What conversations are sorted by. */
export type Sorting = {
  taxonomy: Taxonomy;
  /** The topic that a source's word stands for; null = nobody said so. */
  topicOfTag: (sourceId: string, tag: string) => number | null;
  /** Null = none was trained yet. */
  model: Model | null;
};

export const NO_SORTING: Sorting = { taxonomy: EMPTY_TAXONOMY, topicOfTag: () => null, model: null };

/** What a conversation was sorted by, and what is kept to sort it again. */
export type SortedConversation = {
  /** Name of the topic it is counted under; null = not yet sorted. */
  topic: string | null;
  /** Null = it is counted nowhere. */
  text: (TopicText & BySorter) | null;
};

type BySorter = {
  modelId: string | null;
  /** As the model knows it: it is counted where that one is today. Null = the model was not sure enough. */
  topicId: number | null;
  confidence: number | null;
};

type Unsorted = Pick<Conversation, "topic" | "tags"> & {
  sourceId: string;
  text: TopicText | null;
  /** The topic that a person sorted it into; null = nobody has. */
  exampleOf: number | null;
};

/** The topic of a conversation: what a person said, else what its source's words are mapped to, else what the classifier is
 * sure of, else what the source calls it. */
export const sortConversation = (one: Unsorted, { taxonomy, topicOfTag, model }: Sorting): SortedConversation => {
  const sorted = one.text && model ? sortedBy(model, one.text.text) : null;
  const tags = one.topic === null ? one.tags : [one.topic, ...one.tags];
  const ids = [one.exampleOf, ...tags.map((tag) => topicOfTag(one.sourceId, tag)), sorted?.topicId ?? null];
  const known = ids.flatMap((id) => (id === null ? [] : (currentTopic(taxonomy, id) ?? [])));
  return {
    topic: known[0]?.name ?? topicOf(one),
    text: one.text && { ...one.text, ...(sorted ?? { modelId: null, topicId: null, confidence: null }) },
  };
};

type Assessed = { conversation: Conversation; sourceId: string; exampleOf: number | null };

/** The same for what was just assessed. */
export const sortAssessed = (
  { conversation, sourceId, exampleOf }: Assessed,
  assessment: Assessment,
  sorting: Sorting,
): SortedConversation => {
  const { topic, tags } = conversation;
  return sortConversation({ topic, tags, sourceId, exampleOf, text: topicTextOf(conversation, assessment) }, sorting);
};

/** What a model makes of a text. */
export const sortedBy = (model: Model, text: string): BySorter => {
  const { topic, confidence } = model.sort(text);
  return { modelId: model.id, topicId: topic === null ? null : Number(topic), confidence };
};
