/** A small help centre of a bookshop, and what people answer from it and from elsewhere. Written for the tests. */
export const ARTICLES: { id: string; title: string; url: string; body: string }[] = [
  {
    id: "refund-time",
    title: "How long a refund takes",
    url: "https://help.example/refund-time",
    body: "After we have received your return we check it within two working days. Then the refund goes to the card or account you paid with. Banks need three to five working days to book it. A refund to a gift card is there at once. If nothing has come after ten working days, send us the receipt of the parcel and we look for it.",
  },
  {
    id: "return-book",
    title: "Sending a book back",
    url: "https://help.example/return-book",
    body: "You can return a book within 30 days. Open Orders, choose the book and press Return. Print the label, put it on the parcel and bring it to any post office. The label is free inside the country. Books with notes in them, opened films and downloads cannot be returned.",
  },
  {
    id: "reset-password",
    title: "Reset your password",
    url: "https://help.example/reset-password",
    body: "On the sign-in page press Forgot password and type your e-mail address. We send a link that works for one hour. If no mail arrives look into the spam folder and check the spelling of the address. After five wrong passwords the account is locked for fifteen minutes.",
  },
  {
    id: "change-address",
    title: "Change the delivery address of an order",
    url: "https://help.example/change-address",
    body: "As long as an order is not packed you can change where it is sent: Orders, choose the order, Change address. Once it is packed the address is printed and cannot be changed. Then you can redirect the parcel in the app of the carrier, or refuse it at the door and it comes back to us.",
  },
  {
    id: "track-parcel",
    title: "Where is my parcel",
    url: "https://help.example/track-parcel",
    body: "As soon as the parcel leaves our warehouse we send the tracking number by e-mail. The carrier shows the first scan in the evening. Delivery takes two to three working days, to islands up to six. If the tracking has not moved for five days, write to us and we start an inquiry with the carrier.",
  },
  {
    id: "e-reader-sync",
    title: "Books do not appear on the e-reader",
    url: "https://help.example/e-reader-sync",
    body: "Switch on wireless, open Settings and press Synchronise. The reader has to be signed in with the account that bought the books. Restart it by holding the power button for ten seconds. Books bought in another country are not shown. A reader with software older than 4.2 has to be updated with the cable first.",
  },
  {
    id: "gift-card",
    title: "Redeem a gift card",
    url: "https://help.example/gift-card",
    body: "Type the code in the basket under Gift card and press Redeem. The amount is taken from the total, what is left stays on the card. A card is valid for three years. It cannot be used for subscriptions or to buy other gift cards. If the code is not accepted, check whether the letter O is a zero.",
  },
  {
    id: "cancel-subscription",
    title: "End the audiobook subscription",
    url: "https://help.example/cancel-subscription",
    body: "Open Account, Subscription, and press End. The subscription runs until the end of the month that is paid, and you keep what you bought with credits. Credits that you have not used are lost. A pause of up to three months is on the same page.",
  },
  {
    id: "invoice",
    title: "Get an invoice with VAT",
    url: "https://help.example/invoice",
    body: "Every order has an invoice: Orders, choose the order, Download invoice. For a company type its name and VAT number under Account, Billing, before you order. An invoice cannot be changed afterwards. We send invoices by post on request, for a fee of two euros.",
  },
  {
    id: "payment-declined",
    title: "The payment was declined",
    url: "https://help.example/payment-declined",
    body: "Most often the bank wants you to confirm the payment in its app. Check the number, the date and the security code of the card, and whether its limit is reached. We do not see why a bank declines. Try another card, a transfer, or pay on delivery for orders under 100 euros.",
  },
];

/** What people write who answer from an article, in their own words around it. */
export const FROM_ARTICLES: [id: string, reply: string][] = [
  [
    "refund-time",
    "Hi Anna, your return was checked yesterday, so the refund is on its way to your card. Banks usually need three to five working days to book it.",
  ],
  [
    "refund-time",
    "Thanks for waiting! The refund goes back to the account you paid with. If nothing has arrived after ten working days please send me the receipt of the parcel and I will look for it.",
  ],
  [
    "return-book",
    "No problem at all. Open Orders, choose the book and press Return, then print the label and bring the parcel to any post office. The label costs you nothing.",
  ],
  [
    "return-book",
    "I'm sorry, films that have been opened and downloads can't be returned. Any book without notes in it you can send back within 30 days.",
  ],
  [
    "reset-password",
    "Please press Forgot password on the sign-in page and type your e-mail address, you get a link that works for one hour. Do look into your spam folder too.",
  ],
  [
    "reset-password",
    "I see that your account is locked because of five wrong passwords. That ends by itself after fifteen minutes, then please use the link for a new password.",
  ],
  [
    "change-address",
    "Your order is packed already, so I can't change the address that is printed on it. You can redirect the parcel in the carrier's app, or refuse it at the door and it comes back to us.",
  ],
  [
    "change-address",
    "It is not packed yet: go to Orders, choose the order and press Change address, that works until tonight.",
  ],
  [
    "track-parcel",
    "The tracking number went out by e-mail this morning when the parcel left our warehouse. The carrier will show the first scan in the evening and delivery takes two to three working days.",
  ],
  [
    "track-parcel",
    "The tracking has not moved for five days, so I have started an inquiry with the carrier. I'll write as soon as they answer.",
  ],
  [
    "e-reader-sync",
    "Could you switch on wireless, open Settings and press Synchronise? If that doesn't help restart the reader by holding the power button for ten seconds.",
  ],
  [
    "e-reader-sync",
    "Your reader's software is older than 4.2, it has to be updated with the cable first. After that the books you bought will appear.",
  ],
  [
    "gift-card",
    "You can type the code in the basket under Gift card and press Redeem. If it isn't accepted check whether the letter O is really a zero.",
  ],
  [
    "gift-card",
    "A gift card can't be used for subscriptions I'm afraid, but what is left stays on the card and it is valid for three years.",
  ],
  [
    "cancel-subscription",
    "You'll find it under Account, Subscription, End. It runs until the end of the month you paid and you keep everything bought with credits.",
  ],
  [
    "cancel-subscription",
    "Before you end it: a pause of up to three months is on the same page. Credits you have not used would be lost otherwise.",
  ],
  [
    "invoice",
    "Go to Orders, choose the order and Download invoice. For your company please type name and VAT number under Account, Billing before the next order, an invoice can't be changed afterwards.",
  ],
  [
    "payment-declined",
    "We don't see why a bank declines a payment. Most often it wants you to confirm it in its app, otherwise try another card or a transfer.",
  ],
];

/** What people write who do something themselves, ask, or tell what no article holds. */
export const FROM_ELSEWHERE: string[] = [
  "Hi Anna, this is Ray. I have a look at your order and come back to you in a minute.",
  "Thanks for your patience. Could you send me a photo of the damaged cover please?",
  "I've just refunded the 14.99 euros myself, you should see it soon. Sorry for the trouble!",
  "That was a mistake on our side, the price in the shop was wrong on Friday. I have corrected it and sent you a voucher.",
  "I have unlocked your account by hand, please try again now.",
  "I've asked our warehouse about it and they found your parcel under a shelf. It goes out today.",
  "The author's reading in Leeds is sold out, there is a waiting list at the till.",
  "I see, the app crashes since the update of yesterday. Our developers know and are working on it, I can't say when it will be mended.",
  "You were charged twice because the page was loaded again. I cancelled the second order for you.",
  "I'm afraid the second volume will not be printed again. We could look for a used copy.",
  "Good morning! Which phone do you use, and which version of the app?",
  "I passed this to my colleague in accounting, she will call you tomorrow before noon.",
  "Your loyalty points were missing because the old account had another spelling. I merged both accounts.",
  "We changed the playback speed in the newest version, the chapters can be found by tapping the cover.",
  "I've put a note on the order that it is a present, and it will be wrapped without a price.",
  "Is it all right if we send you the German edition instead? It is in stock.",
  "Sorry about that! I sent the download again, it should play from the beginning now.",
  "The school discount is ten percent from twenty copies on. I need a letter from the school with its stamp.",
];
