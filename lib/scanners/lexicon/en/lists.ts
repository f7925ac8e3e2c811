import type { Lists } from "../../reading/pattern.ts";
import { ASK_LISTS } from "./asks/lists.ts";

/** Words that patterns name by `@`. A list may name those before it. */
export const LISTS: Lists = {
  i: ["i", "we", "i've", "we've", "i'd", "we'd", "i'm", "we're", "i'll", "we'll", "ive", "im"],
  bot: [
    "chat? (bot|bots)",
    "chatbot",
    "chatbots",
    "(robot|robots)",
    "(a|the|this|your)? (virtual|digital|automated|ai|online|chat) (assistant|agent|system|helper)",
    "(machine|machines|computer|computers|ai|algorithm|automation|recording|recordings|alexa|siri)",
  ],
  times: ["(two|three|four|five|six|ten|several|many|multiple|countless|numerous|a (few|dozen|hundred)|so many|#)"],
  nth: [
    "(second|third|fourth|fifth|sixth|tenth|umpteenth|hundredth|thousandth|millionth|nth|2nd|3rd|4th|5th|6th|7th|10th|100th|1000th)",
  ],
  outsider: [
    "(mom|mum|mother|dad|father|wife|husband|boss|friend|friends|boyfriend|girlfriend|partner|son|daughter|brother|sister|kids|family|roommate|neighbour|neighbor|manager|colleague|coworker|team|client|clients|accountant|lawyer|insurance|bank|driver|seller|courier|doctor|landlord|shop|store|postman|waiter|police|guy|lady|woman|man|pilot|crew|cashier|attendant|desk|clerk|buyer|host)",
  ],
  ...ASK_LISTS,
};
