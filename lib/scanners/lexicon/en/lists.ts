import type { Lists } from "../../reading/pattern.ts";
import { ASK_LISTS } from "./asks/lists.ts";

/** Words that patterns name by `@`. A list may name those before it. */
export const LISTS: Lists = {
  i: ["i", "we", "i've", "we've", "i'd", "we'd", "i'm", "we're", "i'll", "we'll", "ive", "im"],
  bot: ["(chat)? ?bot", "chatbot", "robot", "(virtual|digital|automated|ai) (assistant|agent|system)", "machine", "ai"],
  person: [
    "(real|actual|live|human|breathing|proper)? (human|person|people|somebody|someone|individual)( being)?",
    "(real|actual|live|human|customer service|support|service)? (agent|representative|rep|advisor|adviser|operator|staff|member of staff)",
  ],
  ...ASK_LISTS,
};
