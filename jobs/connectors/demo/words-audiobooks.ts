import type { TopicWords } from "./words.ts";

/** What is said about the topic that the desk has no name for yet. */
export const AUDIOBOOKS: TopicWords = {
  openings: [
    "The audiobook of {title} stops after the first chapter",
    "I bought {title} to listen to and there is no sound at all",
    "my audiobook skips, it jumps over half a chapter again and again",
    "How do I get an audiobook onto my phone? I only see a cover, nothing plays.",
    "The narrator is cut off in the middle of every sentence in {title}",
    "Audiobook won't continue where I stopped listening, it always starts at chapter one",
    "can I listen to {title} in the car, over bluetooth?",
    "Chapters 7 to 9 of the audiobook {title} are missing",
    "the audio version plays far too fast and I can't slow the narrator down",
    "I'd like to listen offline, but the audiobook does not load onto the phone",
    "Is there a sleep timer for audiobooks? Mine plays all night.",
    "sound of the audiobook crackles, with headphones and without",
    "I pressed play on {title}, the narrator speaks the wrong language",
    "Listening to {title} on my tablet: the audiobook player closes itself",
  ],
  answers: [
    "I could not find an article about listening. Please close the app and open it again.",
    "I am not sure I understood. Is it about an e-book or about an order?",
    "Please check the volume of your device.",
  ],
  more: [
    "No, it is an audiobook, I want to listen to it, not to read it.",
    "The volume is up, music plays fine. It is only the audiobook.",
    "Closed it and opened it, the player does the same again.",
    "Other audiobooks play, only this narrator does not.",
  ],
  secondAnswers: [
    "I have no article about that. Is the app up to date?",
    "I am sorry, I found nothing about audiobooks.",
  ],
  details: [
    "it is the audiobook of {title}, bought on {day}",
    "it plays on the computer, only the phone has no sound",
    "the player shows fourteen chapters, there should be seventeen",
  ],
  solutions: [
    "Audiobooks have a player of their own: in the app under 'Listen', there you set speed, timer and offline listening. I have sent you the link.",
    "The missing chapters were left out when the audiobook was loaded. I have put it on your shelf anew, please load it once more under 'Listen'.",
  ],
};
