import type { Lists } from "../../reading/pattern.ts";

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
  /** A person, where the words around already ask for one. */
  person: [
    "(real|actual|live|living|human|breathing|proper|normal|physical|nice|competent|different|new|real life|single)? (human|humans|person|people|individual|peep|being) (being|beings)?",
    "(real|actual|live|human|customer|service|support|technical|tech|help|cs|client|different|new|care|personal|qualified|competent|sales|virtual)? (service|support|care|services|desk|relations|success)? (agent|agents|representative|representatives|reps|rep|repr|advisor|adviser|advisors|operator|operators|staff|specialist|consultant|assistant|associate|clerk|employee|personnel|technician|expert|attendant|officer|executive|team member)",
    "(member|someone|somebody|one|anyone) (of|from|in|on) (your|the|ur)? (staff|team|support|company|support team|customer service|customer support)",
    "(real|actual|live|human) (someone|somebody|customer service|support)",
    "(humman|humant|humn|hooman|humane|persn|agnet|agen|representitive|represenative|represntative|representive)",
  ],
  /** A person, whatever stands around it. */
  surely_person: [
    "(real|actual|live|living|human|breathing|proper|physical|flesh and blood|real life|competent) <1> (human|humans|person|people|being|agent|agents|representative|rep|reps|operator|staff|advisor|someone|somebody|employee|customer service|support|assistant)",
    "human (being|beings|agent|operator|support|help|assistance|representative|rep|contact)",
    "(a|any|some) human",
    "humans",
    "human",
    "(humman|humant|humn|hooman)",
    "(customer|live|support|service|cs|tech|help|client) (service|support|care|desk)? (agent|agents|representative|representatives|rep|reps|advisor|adviser|operator|person|specialist|executive)",
    "(a|an) (representative|rep|operator|advisor|adviser|agent)",
  ],
  times: ["(two|three|four|five|six|ten|several|many|multiple|countless|numerous|a (few|dozen|hundred)|so many|#)"],
  nth: [
    "(second|third|fourth|fifth|sixth|tenth|umpteenth|hundredth|thousandth|millionth|nth|2nd|3rd|4th|5th|6th|7th|10th|100th|1000th)",
  ],
  outsider: [
    "(mom|mum|mother|dad|father|wife|husband|boss|friend|friends|boyfriend|girlfriend|partner|son|daughter|brother|sister|kids|family|roommate|neighbour|neighbor|manager|colleague|coworker|team|client|clients|accountant|lawyer|insurance|bank|driver|seller|courier|doctor|landlord|shop|store|postman|waiter|police|guy|lady|woman|man|pilot|crew|cashier|attendant|desk|clerk|buyer|host)",
  ],
};
