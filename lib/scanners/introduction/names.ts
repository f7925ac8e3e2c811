import type { Mark } from "../scanner.ts";

const NAME = String.raw`[A-Z][a-z\u00e0-\u024f]{1,20}(?: [A-Z][a-z\u00e0-\u024f]{1,20})?`;
const GREETED = new RegExp(
  String.raw`^\s{0,4}(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Gg]ood (?:morning|afternoon|evening)|[Tt]hanks|[Tt]hank you),? (?:Mr\.? |Mrs\.? |Ms\.? )?(${NAME})[,.!\s](?! ?(?:here|speaking|from|at the|on (?:the|duty)|with you)\b)`,
);
const INTRODUCED = new RegExp(
  String.raw`(?:\bI'm|\bI am|\bI’m|[Tt]his is|[Mm]y name is|[Mm]y name's|(?:speaking|chatting) (?:with|to)) (${NAME})\b`,
);
/** "Ines here", also right after the greeting. */
const HERE = new RegExp(
  String.raw`(?:^|[,.!\s])(${NAME}),? (?:here|speaking|at the desk|on duty|from (?:the )?(?:support|team|billing))\b`,
);
const SIGNED = /\^\s?([A-Z][A-Za-z]{0,14})\s*$/;
/** Words that begin with a capital after a greeting and are no name. */
const NO_NAME = /^(?:There|Sir|Madam|Team|Everyone|All|Again|Thanks|Thank|We|Sorry|How|What|Customer|Valued|Welcome)\b/;

/** Whose names a person says at the beginning: the customer's in the greeting, their own when they introduce themselves. */
export const namesIn = (text: string): Mark[] => [
  ...markOf(GREETED.exec(text), "names_customer"),
  ...markOf(INTRODUCED.exec(text) ?? HERE.exec(text) ?? SIGNED.exec(text), "names_agent"),
];

const markOf = (match: RegExpExecArray | null, label: string): Mark[] => {
  const name = match?.[1];
  if (!match || !name || NO_NAME.test(name)) return [];
  const start = match.index + match[0].indexOf(name);
  return [{ rule: `part.${label}`, label, start, end: start + name.length, confidence: 0.7 }];
};
