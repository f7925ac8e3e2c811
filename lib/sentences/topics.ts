import { count, label } from "../format.ts";

const conversations = (n: number): string => `${count(n)} ${n === 1 ? "conversation" : "conversations"}`;

/** How many groups of questions nobody has named. */
export const waitingSentence = (n: number): string => {
  if (n === 0) return "Nothing waits for a name";
  return n === 1 ? "One group waits for a name" : `${count(n)} groups wait for a name`;
};

/** What the groups are made of. leftToSort: texts that the newest classifier has not read yet. */
export const groupsSentence = (groups: number, leftToSort: number): string => {
  const made =
    groups === 0
      ? "Escalated conversations of twelve weeks that are about no topic are put together by their words, every night: groups of at least eight appear here."
      : "Escalated conversations of twelve weeks that are about no topic yet, put together by their words, every night. None of them is counted anywhere until somebody says what it is.";
  return leftToSort > 0 ? `${made} ${count(leftToSort)} texts are still to be sorted by what was learnt last.` : made;
};

/** How large a group is, and how new. firstSeen: as it is shown. */
export const sizeSentence = (size: number, newestWeek: number, firstSeen: string): string =>
  `${conversations(size)}, ${count(newestWeek)} in the last seven days; first seen ${firstSeen}`;

type Decided = {
  words: readonly string[];
  state: "confirmed" | "sorted" | "dismissed";
  topic: string | null;
  by: string | null;
};

/** What somebody said of a group. topic null = one that is gone, or none; by null = somebody who is gone. */
export const decidedSentence = ({ words, state, topic, by }: Decided): string => {
  const what = `“${words.slice(0, 3).join(", ")}”`;
  const who = by ?? "somebody who left";
  if (state === "dismissed") return `${what} is no topic, says ${who}.`;
  return `${what} ${state === "confirmed" ? "became" : "was sorted into"} ${topic === null ? "a topic that is gone" : label(topic)}, says ${who}.`;
};

/** What came of sorting conversations by hand. topic null = what was said of them is taken back. */
export const sortedSentence = (n: number, topic: string | null): string =>
  topic === null
    ? `Taken back for ${conversations(n)}: ${n === 1 ? "it is" : "they are"} sorted by the source and the classifier again.`
    : `${conversations(n)} ${n === 1 ? "is" : "are"} counted under ${label(topic)} now.`;

/** What a word of a source is counted as from now on. topic null = it stands for itself. */
export const mappedSentence = (word: string, topic: string | null): string =>
  topic === null
    ? `“${word}” stands for itself again; what it concerns is counted anew.`
    : `“${word}” is counted as ${label(topic)}; what it concerns is counted anew.`;
