export type Topic = { label: string; teamId: number; asks: string[]; botSays: string[]; humanSays: string[] };

export const TOPICS: Topic[] = [
  {
    label: "billing",
    teamId: 1,
    asks: [
      "I was charged twice for order 4471.",
      "My invoice shows the wrong company name.",
      "Why is my card declined?",
    ],
    botSays: [
      "You can see all your invoices under Account, then Billing.",
      "A second charge is usually a reservation that disappears after five days.",
    ],
    humanSays: [
      "I have refunded the second charge, it arrives in two days.",
      "I corrected the invoice and sent it again.",
    ],
  },
  {
    label: "delivery",
    teamId: 3,
    asks: ["Where is my parcel? It should have come on Monday.", "Tracking has not moved for four days."],
    botSays: [
      "You can follow your parcel with the link in the confirmation.",
      "Deliveries take three to five working days.",
    ],
    humanSays: ["I called the carrier, it comes tomorrow before noon.", "It was lost, so I have sent a new one today."],
  },
  {
    label: "account",
    teamId: 2,
    asks: ["I can't log in, the code never arrives.", "How do I change the e-mail of my account?"],
    botSays: ["Please check your spam folder for the code.", "You can change your e-mail under Account, then Profile."],
    humanSays: ["I reset your second factor, please try again.", "I changed the address for you."],
  },
  {
    label: "return",
    teamId: 3,
    asks: ["The tent has a hole, I want to send it back.", "How long can I return boots?"],
    botSays: ["You can return anything within 30 days with the label in the box.", "Returns are free of charge."],
    humanSays: ["Keep it, I am sending you a new tent.", "You have until the 30th, I sent you a label."],
  },
];

export const ASKS_FOR_PERSON = [
  "Can I talk to a person please?",
  "That does not help. I want a human.",
  "I already tried that, get me someone real.",
];
export const THANKS = ["Thanks, that works!", "Great, thank you.", "ok thx"];
export const SAYS_AGAIN = ["As I wrote above: ", "Again: ", "Like I told the bot, "];
export const REASONS = [
  "Customer asked to speak with a human agent.",
  "The question is not covered by the available documentation.",
  "Customer is frustrated after repeated suggestions did not help.",
  "Refunds above the limit need an agent.",
];
export const NOTICES = [
  "Transferring you to another agent for further assistance.",
  "I am connecting you with my colleagues, this takes about 10 minutes.",
];
export const FEEDBACK = {
  happy: ["Quick and friendly", "Solved at once", null],
  unhappy: ["I had to explain everything twice", "Waited far too long", null],
};
