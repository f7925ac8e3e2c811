/** What a message promises about the wait. seconds: until an answer, the longest that was named; position: place in a queue. A null value is a template's blank. */
export type Promised = { is: "wait" | "position"; value: number | null; start: number; end: number };

const SECONDS: Record<string, number> = {
  second: 1,
  sec: 1,
  minute: 60,
  min: 60,
  m: 60,
  hour: 3600,
  hr: 3600,
  h: 3600,
  day: 86_400,
  week: 604_800,
};

const WORDS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fifteen: 15,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twenty: 20,
  thirty: 30,
  forty: 40,
  "forty-five": 45,
  sixty: 60,
  ninety: 90,
  half: 0.5,
  "a couple of": 2,
  "couple of": 2,
  "a few": 5,
  few: 5,
  several: 5,
};

/** What templates leave to be filled in. */
const BLANK = String.raw`\{\{?[^}\n]{1,24}\}\}?|\[[^\]\n]{1,24}\]|<[^>\n]{1,24}>|\$\w{1,24}|%\w`;
const NUMBER = String.raw`${BLANK}|\d{1,4}(?:[.,]\d)?|a couple of|couple of|a few|few|several|half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty(?:-five)?|sixty|ninety`;
const UNIT = "(?:business |working )?(seconds?|secs?|minutes?|mins?|(?<=\\d)m|hours?|hrs?|h|days?|weeks?)";
const LENGTH = new RegExp(
  String.raw`(?<![\w$€£#.,])(?:(${NUMBER})\s?(?:-|–|to|or|and)\s?)?(${NUMBER})(?:[\s-]?ish)?[\s-]?(?:more |full |short |small )?${UNIT}\b`,
  "g",
);

const POSITIONS: [RegExp, number][] = [
  [
    /(?:\bnumber|\bno\.?|#|\bcaller number|\bposition(?: in (?:the )?(?:queue|line))?(?: is)?:?)\s{0,2}#?(\d{1,4})\b(?=[^.\n]{0,30}(?:queue|line|waiting|position|$))/g,
    0,
  ],
  [/\b(?:caller number|position|place|spot)(?: in (?:the )?(?:queue|line))?(?: is| is now|:)?\s{0,2}#?(\d{1,4})\b/g, 0],
  [
    /\byou(?:'re| are)(?: now| currently)? (?:number |no\.? |#|in position )?#?(\d{1,4})(?:st|nd|rd|th)? (?:in|on) (?:the |our )?(?:queue|line)/g,
    0,
  ],
  [
    /(\$\w{1,24}|\{\{?[^}\n]{1,24}\}\}?|\b\d{1,4}|\bone|two|three|four|five|six|seven|eight|nine|ten) (?:other |more )?(?:people|person|customers?|others?|callers?|chats?)(?: is| are)?(?: waiting)? (?:ahead of|before|in front of) you/g,
    1,
  ],
  [
    /\byou(?:'re| are)(?: now| currently)? (?:the )?(?:number |no\.? )?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|one|two|three|four|five|six|seven|eight|nine|ten) (?:in|on)(?: the| our)? (?:line|queue)/g,
    0,
  ],
  [/\byou(?:'re| are) (?:the )?(next)(?: (?:in|on)(?: the| our)? (?:line|queue)|(?= ?(?:[!.]|$)))/g, 0],
];

/** Lengths and places that a text promises, in its order; the longer end of "5 to 10 minutes". Offsets are of the given
 * text, which is lower case. Whether they speak of the answer is for the phrases around them to say. */
export const promisesIn = (own: string): Promised[] => {
  const waits = [...own.matchAll(LENGTH)].flatMap((match): Promised[] => {
    const [all, , number = "", unit = ""] = match;
    const value = secondsOf(number, unit);
    return value === undefined ? [] : [{ is: "wait", value, start: match.index, end: match.index + all.length }];
  });
  const places = POSITIONS.flatMap(([pattern, more]) =>
    [...own.matchAll(pattern)].flatMap((match): Promised[] => {
      const [all, number = ""] = match;
      const place = number === "next" ? 1 : numberOf(number);
      return place === undefined
        ? []
        : [
            {
              is: "position",
              value: place === null ? null : place + more,
              start: match.index,
              end: match.index + all.length,
            },
          ];
    }),
  );
  return [...waits, ...places.slice(0, 1)].sort((a, b) => a.start - b.start);
};

const secondsOf = (number: string, unit: string): number | null | undefined => {
  const count = number.startsWith("half") ? 0.5 : numberOf(number);
  const one = SECONDS[unit] ?? SECONDS[unit.replace(/s$/, "")];
  if (one === undefined) return undefined;
  return typeof count === "number" ? count * one : count;
};

/** Null = a blank, undefined = no number. */
const numberOf = (text: string): number | null | undefined => {
  if (/^[{[<$%]/.test(text)) return null;
  const digits = Number(text.replace(",", "."));
  return Number.isFinite(digits) ? digits : WORDS[text];
};
