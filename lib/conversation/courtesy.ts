const LONGEST = 160;

/** Each says thanks or good-bye, or that it is well, by itself. */
const COURTESIES = `
  thank you|thank u|thankyou|thanks|thank|thanx|thnx|thx|thks|tks|tnx|ty|tysm|tyvm|cheers|ta|many thanks|thanks a million|much obliged
  ok|okay|okey|k|kk|oki|alright|alrighty|great|perfect|super|lovely|brilliant|awesome|cool|nice|excellent|wonderful|fantastic|amazing
  good|very good|all good|all good now|all fine|all fine now|all set|all sorted|sorted|all done|sweet|magic|fab|fabulous|superb|marvellous
  good job|great job|nice job|well done|great service|excellent service|good service|great support|great help|big help|good stuff|great stuff
  got it|understood|noted|will do|makes sense|that makes sense|sounds good|sounds great|that's great|that is great|that's perfect|that is perfect
  that's good|that is good|that's fine|that is fine|that's it|that is it|that's all|that is all|that's all for now|that is all for now|that will be all
  that'll be all|that's everything|that is everything|that was all|nothing else thanks|nothing else thank you|nothing else for now|i'm good|i am good|im good|we're good|i'm all set|i am all set
  that worked|that works|it worked|it works|it works now|that works now|works now|working now|it's working|it is working|it's working now
  it is working now|works fine now|works perfectly|that did it|that did the trick|that helps|that helped|that helped a lot|this helps|this helped
  problem solved|issue solved|issue resolved|problem resolved|all resolved|resolved|solved|it's fixed|it is fixed|fixed|fixed now|it is sorted|it's sorted
  you've been very helpful|you have been very helpful|you've been a great help|you have been a great help|you were very helpful|very helpful|so helpful|helpful
  you're the best|you are the best|you're a star|you're great|you rock|you're welcome|legend|lifesaver|life saver
  i appreciate it|i really appreciate it|really appreciate it|appreciate it|appreciated|appreciate|much appreciated|greatly appreciated|i appreciate that
  i appreciate your help|i appreciate the help|appreciate your help|appreciate the help|i really appreciate your help|i appreciate your time
  no problem|no worries|no prob|np|not a problem|my pleasure|pleasure
  bye|bye bye|byebye|goodbye|good bye|good-bye|cya|see you|see ya|see you soon|talk soon|take care|good night|goodnight|good day|all the best|god bless|god bless you|bless you|stay safe
  have a good day|have a great day|have a nice day|have a lovely day|have a wonderful day|have a good one|have a great one|have a nice one|have a good weekend
  have a great weekend|have a nice weekend|have a lovely weekend|have a good evening|have a nice evening|have a great evening|have a good night|enjoy your day|enjoy your weekend
  you too|same to you|and you|likewise|best|best wishes|best regards|kind regards|regards|warm regards|yours sincerely|sincerely|yours
  danke|dankeschön|danke schön|vielen dank|danke sehr|danke dir|danke ihnen|tschüss|gracias|muchas gracias|mil gracias|adiós|adios|hasta luego
  merci|merci beaucoup|au revoir|bonne journée|obrigado|obrigada|muito obrigado|grazie|grazie mille|bedankt|dank je|dank u
  `;

/** Said with a courtesy; alone it is an answer or nothing. */
const BESIDE = `
  yes|yeah|yep|no|nope|nah|again|so much|very much|a lot|lots|a million|kindly|indeed|once again|once more|so|very|really|too|all|everyone|everybody|guys|team|folks
  mate|dear|sir|madam|ma'am|man|buddy|bro|friend|my friend|love|and|now|then|for now|today|oh|ah|aw|wow|yay|lol|haha|hi|hello|hey|in advance
  for everything|for all|for sorting that out|for sorting this out|for sorting it out|for sorting it|for clearing that up|for clearing this up|for clarifying
  for letting me know|for getting back to me|for getting back|for helping|for helping me|for helping me out|for helping out|for fixing it|for fixing that|for fixing this
  for confirming|for explaining|for checking|for being so helpful|for looking into it|for looking into this|for looking into that
  `;

const WHAT_FOR =
  "help|support|time|reply|response|answer|assistance|patience|service|kindness|info|information|advice|effort|efforts|explanation|update|feedback|work".split(
    "|",
  );
const HOW = " |quick |fast |prompt |swift |speedy |kind |great |excellent |amazing |wonderful |all |hard ".split("|");
const WHOSE = ["your", "the", "all your", "all the", "all of your", "ur"];

type Sequences = Map<string, string[][]>;

const sequencesOf = (phrases: string[]): Sequences =>
  Map.groupBy(
    phrases.map((phrase) => phrase.trim().split(/[\s-]+/)).filter(([first]) => first),
    ([first]) => first ?? "",
  );
const listed = (text: string): string[] => text.split(/[|\n]/);

const THANKS = sequencesOf(listed(COURTESIES));
const WITH_THANKS = sequencesOf([
  ...listed(BESIDE),
  ...WHAT_FOR.flatMap((what) =>
    WHOSE.flatMap((whose) =>
      HOW.flatMap((how) => [`for ${whose} ${how.trim()} ${what}`, `and ${whose} ${how.trim()} ${what}`]),
    ),
  ),
  ...WHAT_FOR.map((what) => `and ${what}`),
]);

const UNHAPPY = /[👎😡😠🤬😤💩🖕😭😢😞🙄😒☹]/u;
const WORD = /\p{L}[\p{L}']*/gu;
const BETWEEN = /^[\s.,!…:;()\-–—"~*&/|<>\p{Extended_Pictographic}\p{Emoji_Modifier}]*$/u;
/** After these words a name may follow. */
const BEFORE_NAME = new Set([
  "thank",
  "thanks",
  "thx",
  "you",
  "cheers",
  "regards",
  "dear",
  "bye",
  "hi",
  "sincerely",
  "ty",
]);
const NAME = /^\p{Lu}\p{Ll}{1,15}$/u;

/** Whether a customer's message only says thanks or good-bye, or that all is well, so that it neither opens an episode nor
 * reopens one. Deliberately narrow: every word of it belongs to such a phrase, but for one name, and a question, a number
 * or any other word makes it none, as does a bare "no". */
export const isCourtesy = (text: string): boolean => {
  const said = text
    .trim()
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/\u200d|\ufe0f/g, "");
  if (said === "" || said.length > LONGEST || UNHAPPY.test(said)) return false;
  if (!BETWEEN.test(said.replaceAll(WORD, " "))) return false;
  const words = said.match(WORD) ?? [];
  if (words.length === 0) return /\p{Extended_Pictographic}/u.test(said);
  return isCovered(words);
};

/** Whether phrases cover the words from first to last, at least one of them a courtesy. `reached` holds for each place
 * whether one was on the way to it; null = no way leads there. */
const isCovered = (words: string[]): boolean => {
  const small = words.map((word) => word.toLowerCase());
  const reached: (boolean | null)[] = [false, ...words.map(() => null)];
  for (let at = 0; at < words.length; at++) {
    const isThanked = reached[at] ?? null;
    if (isThanked === null) continue;
    for (const step of stepsFrom(words, small, at))
      reached[step.to] = reached[step.to] === true || isThanked || step.isThanks;
  }
  return reached[words.length] === true;
};

/** Where a phrase or a name that stands at a place leads. */
const stepsFrom = (words: string[], small: string[], at: number): { to: number; isThanks: boolean }[] => {
  const ends = (sequences: Sequences) =>
    (sequences.get(small[at] ?? "") ?? []).flatMap((phrase) => (standsAt(phrase, small, at) ? at + phrase.length : []));
  return [
    ...ends(THANKS).map((to) => ({ to, isThanks: true })),
    ...[...ends(WITH_THANKS), ...(isName(words, small, at) ? [at + 1] : [])].map((to) => ({ to, isThanks: false })),
  ];
};

const standsAt = (phrase: string[], words: string[], at: number): boolean =>
  phrase.every((word, i) => words[at + i] === word);

const isName = (words: string[], small: string[], at: number): boolean =>
  NAME.test(words[at] ?? "") &&
  BEFORE_NAME.has(small[at - 1] ?? "") &&
  (at === words.length - 1 || THANKS.has(small[at + 1] ?? "") || small[at + 1] === "for");
