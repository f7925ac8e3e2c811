const THANKS =
  /^(?:(?:ok(?:ay)?|great|perfect|super|lovely|brilliant|awesome|cool|alright|all good|got it|good|yes|no|nice|excellent|wonderful|danke|vielen dank|gracias|muchas gracias|merci|merci beaucoup|thanks?|thank you|thx|ty|cheers|very much|so much|a lot|again|for (?:your|the) (?:help|support|time|quick reply)|bye|goodbye|have a (?:nice|good|great) (?:day|one|weekend|evening)|you too|will do|that(?:'s| is) (?:all|great|it)|appreciated?|much appreciated|tschüss|adiós|au revoir|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|[\s.,!…:;()-])+)$/iu;

/** Words that go with a courtesy and alone are an answer. */
const NO_THANKS = /^(?:yes|no|again|a lot|so much|very much|[\s.,!…:;()-])+$/iu;

/** Whether a customer's message only says thanks or good-bye, so that it neither opens an episode nor reopens one.
 * Deliberately narrow: a message with a question, a number or any other word is not a courtesy, nor is a bare "no". */
export const isCourtesy = (text: string): boolean => {
  const trimmed = text.trim();
  return trimmed.length <= 80 && THANKS.test(trimmed.replaceAll("’", "'")) && !NO_THANKS.test(trimmed);
};
