/** The language in which phrases are written down, so that a phrase is data and no pattern can be made to hang.
 *
 *   word            this word; an apostrophe in it may be left out ("don't" also reads "dont")
 *   word*           a word that begins so, with at most 14 letters more
 *   #               a number in digits
 *   (a|b c|d)       one of these
 *   x?              may be missing, also after a bracket
 *   <4>             at most four words of any kind
 *   @name           one of the named list
 *   ^ and $         first and last in their sentence
 *
 * Words are lower case and stand apart by spaces, commas, dashes, brackets or quotes, never by the end of a sentence. */
export type Node = { isOptional: boolean } & (
  | { is: "word"; word: string; isPrefix: boolean }
  | { is: "number" }
  | { is: "gap"; most: number }
  | { is: "start" }
  | { is: "end" }
  | { is: "choice"; of: Node[][] }
);

/** Named lists of words or phrases, each written in the same language; a list may name lists that stand before it. */
export type Lists = Record<string, string[]>;

const PIECE = /\s*(?:<(\d)>|@([a-z_]+)|([(|)^$#])|([a-z0-9\u00c0-\u024f'&]+)(\*?))(\??)/y;

/** The tree of a pattern. Throws a plain sentence where it is not in the language: patterns are ours, and tests read all. */
export const parsePattern = (pattern: string, lists: Lists = {}): Node[] => {
  const reader = { pattern, lists, at: 0 };
  const [sequence, ...others] = readChoice(reader);
  if (reader.at < pattern.length) throw new Error(`Nothing reads “${pattern.slice(reader.at)}” in “${pattern}”.`);
  const of = [sequence ?? [], ...others];
  mustRead(of, pattern);
  return others.length === 0 ? (sequence ?? []) : [{ is: "choice", of, isOptional: false }];
};

type Reader = { pattern: string; lists: Lists; at: number };

/** Sequences parted by bars, up to a closing bracket or the end. */
const readChoice = (reader: Reader): Node[][] => {
  const choices: Node[][] = [[]];
  while (reader.at < reader.pattern.length) {
    PIECE.lastIndex = reader.at;
    const piece = PIECE.exec(reader.pattern);
    if (!piece || piece[3] === ")") return choices;
    reader.at = PIECE.lastIndex;
    if (piece[3] === "|") choices.push([]);
    else choices.at(-1)?.push(nodeOf(piece, reader));
  }
  return choices;
};

const SIGNS: Record<string, "start" | "end" | "number"> = { "^": "start", $: "end", "#": "number" };

const nodeOf = ([, most, list, sign, word, star, optional]: RegExpExecArray, reader: Reader): Node => {
  const isOptional = optional === "?";
  if (most) return { is: "gap", most: Number(most), isOptional: true };
  if (list) return { is: "choice", of: listed(list, reader), isOptional };
  if (word) return { is: "word", word, isPrefix: star === "*", isOptional };
  if (sign === "(") return bracket(reader);
  return { is: SIGNS[sign ?? ""] ?? "number", isOptional };
};

const bracket = (reader: Reader): Node => {
  const of = readChoice(reader);
  const close = /\s*\)(\??)/y;
  close.lastIndex = reader.at;
  const closed = close.exec(reader.pattern);
  if (!closed) throw new Error(`A bracket stays open in “${reader.pattern}”.`);
  reader.at = close.lastIndex;
  mustRead(of, reader.pattern);
  return { is: "choice", of, isOptional: closed[1] === "?" };
};

const mustRead = (choices: Node[][], pattern: string): void => {
  if (choices.some((nodes) => nodes.every(canBeMissing))) throw new Error(`A part of “${pattern}” would read nothing.`);
};

const listed = (name: string, { lists, pattern }: Reader): Node[][] => {
  const entries = lists[name];
  if (!entries) throw new Error(`“${pattern}” names the list @${name}, and there is none.`);
  const earlier = Object.fromEntries(Object.entries(lists).slice(0, Object.keys(lists).indexOf(name)));
  return entries.map((entry) => parsePattern(entry, earlier));
};

/** Whether a text can hold the pattern without holding this. */
export const canBeMissing = ({ is, isOptional }: Node): boolean => isOptional || is === "start" || is === "end";

const LETTER = "[a-z0-9\\u00c0-\\u024f_]";
const WORD = "[a-z0-9\\u00c0-\\u024f_'&]{1,40}";
/** Something besides an apostrophe, which is part of a word. */
const BETWEEN = "'?[^a-z0-9\\u00c0-\\u024f_.!?\\n']{1,6}'?";

/** The pattern as a regular expression over a lower-case sentence. Every repetition in it is bounded by a small number. */
export const regexOf = (nodes: Node[]): RegExp => new RegExp(`(?<!${LETTER}'?)${sequenceSource(nodes)}(?!'?${LETTER})`);

const sequenceSource = (nodes: Node[]): string => {
  // What may be missing before the first sure word brings the gap after it along, what may be missing later the one before.
  const sure = nodes.findIndex((node) => !canBeMissing(node));
  const parts = nodes.map((node, i) => {
    if (node.is === "start") return "(?<=^[^a-z0-9]{0,4})";
    if (node.is === "end") return "(?=[^a-z0-9]{0,8}$)";
    if (node.is === "gap")
      return i < sure ? `(?:${WORD}${BETWEEN}){0,${node.most}}?` : `(?:${BETWEEN}${WORD}){0,${node.most}}?`;
    const source = nodeSource(node);
    if (i === sure) return source;
    const [before, after] = i < sure ? ["", BETWEEN] : [BETWEEN, ""];
    return canBeMissing(node) ? `(?:${before}${source}${after})?` : `${before}${source}${after}`;
  });
  return parts.join("");
};

const nodeSource = (node: Node): string => {
  if (node.is === "word") return node.word.replaceAll("'", "'?") + (node.isPrefix ? `(?:${LETTER}|'){0,14}` : "");
  if (node.is === "choice") return `(?:${node.of.map(sequenceSource).join("|")})`;
  return "\\d{1,7}(?:[.,]\\d{1,3})?";
};
