/** by_hand: somebody wrote it down; bot_release: a source names another version of its AI; definition: a metric counts
 * otherwise; scanner: texts are read by another version of a scanner; topics: people changed the topics. */
export const ANNOTATION_KINDS = ["by_hand", "bot_release", "definition", "scanner", "topics"] as const;
/** article: one was published for a topic, which the board says and nobody writes down besides. */
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number] | "article";

export const LONGEST_ANNOTATION = 80;

/** Something that happened and may explain what a chart shows. It has a local date, or an instant when a machine saw it. */
export type Annotation = {
  id: string;
  kind: AnnotationKind;
  date: string | null;
  at: Date | null;
  text: string;
  /** Who wrote it; null = nobody, or somebody who is gone. */
  author: string | null;
};

/** A text no longer than an annotation may be. */
export const shortened = (text: string): string => {
  const letters = [...text];
  return letters.length <= LONGEST_ANNOTATION ? text : `${letters.slice(0, LONGEST_ANNOTATION - 1).join("")}…`;
};
