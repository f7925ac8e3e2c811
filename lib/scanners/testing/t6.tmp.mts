import { readLine } from "../line.ts";

const T: [string, string, string, number][] = [
  [
    "Please try restarting the router and wait two minutes.",
    "did that, no change",
    "Have you tried to reboot your router? Please do that first.",
    1,
  ],
  [
    "You can clear your browser cache and cookies, then log in again.",
    "still broken",
    "Hi Kim, please clear the cache of your browser and sign in again.",
    1,
  ],
  [
    "Try reinstalling the app.",
    "did it",
    "I see you already reinstalled the app, so let me check your account instead.",
    0,
  ],
  ["Try reinstalling the app.", "did it", "I have refunded the order; it takes three days.", 0],
  [
    "Here is the article: https://help.example.com/refunds?x=1",
    "not helpful",
    "This article explains it: https://help.example.com/refunds",
    1,
  ],
  ["Please DM us your order number.", "sent", "Please DM us your order number.", 0],
  [
    "Please turn the device off and on again.",
    "done twice",
    "Could you unplug it for ten seconds and plug it back in?",
    1,
  ],
  ["Please check your spam folder.", "nothing there", "Could you look in your junk folder?", 1],
  ["Please check your spam folder.", "nothing there", "I resent the e-mail to your other address.", 0],
  [
    "Please update the app to the latest version.",
    "it is",
    "Make sure you have the newest version of the app installed.",
    1,
  ],
  [
    "Let us know your device and software version.",
    "iphone 11 13.3",
    "Thanks! Which version of the app are you on?",
    0,
  ],
  [
    "Try resetting your password using this link: https://x.y/reset",
    "no mail comes",
    "You can reset your password here: https://x.y/reset",
    1,
  ],
];
for (const [a, b, c, so] of T) {
  const f = readLine({
    id: "1",
    role: "human",
    text: c,
    before: [
      { role: "ai", text: a },
      { role: "customer", text: b },
    ],
  }).filter((x) => x.scanner === "repeated_solution");
  if ((f.length > 0 ? 1 : 0) !== so) console.log("should be", so, a, "=>", c, JSON.stringify(f));
}
