import type { Words } from "./words.ts";
import { AUDIOBOOKS } from "./words-audiobooks.ts";

/** What people, the bot and the agents of the demo say in English. Slots: {title} {order} {city} {day} {sum} {agent}
 * {name} {detail}. */
export const ENGLISH: Words = {
  topics: {
    delivery: {
      openings: [
        "Hello, my order {order} should have been here on {day} and it is not. Where is it?",
        "the tracking of {order} has not moved since {day}",
        "I ordered {title} as a present and it still has not arrived in {city}.",
        "My parcel says delivered but there is nothing in front of my door.",
        "How long does delivery to {city} take at the moment? I'm waiting for {order}.",
        "Half of order {order} came, {title} is missing from the box.",
      ],
      answers: [
        "I am sorry your parcel is late. Parcels to {city} take two to four working days at the moment. Please check the tracking page for the last scan.",
        "Your order left our warehouse on {day}. Please give it 3 working days; after that I can start a search with the carrier.",
        "When a parcel is marked as delivered, it is sometimes at a parcel shop. Please ask your neighbours as well.",
      ],
      more: [
        "The tracking page is what I looked at first, it only says 'on its way'.",
        "I asked both neighbours, nobody has it.",
        "It needs to be here by {day}, it's a birthday present.",
        "ok and what does a search mean, how long is that",
      ],
      secondAnswers: [
        "A search with the carrier takes up to five working days. You get an e-mail as soon as they have found the parcel.",
        "I understand. The carrier tells us that the parcel is in the depot near {city}.",
      ],
      details: [
        "the parcel was supposed to go to {city} and the last scan is from {day}",
        "there were two books, and only one of them was in the box",
        "the door number on the label is right, I checked the confirmation",
      ],
      solutions: [
        "I have called the depot: the parcel was sorted to the wrong van. It will be with you tomorrow before noon.",
        "I have just sent {title} again, by express and at no cost. If the first one turns up, simply refuse it.",
        "The carrier has confirmed that it is lost, so I have refunded the full {sum} to your card.",
      ],
    },
    returns: {
      openings: [
        "I want to send back {title}, how does that work?",
        "The cover of {title} is bent, I would like to return it.",
        "Return label for order {order} please",
        "I got the wrong edition of {title}. Can I exchange it?",
        "Is it still possible to return something I bought on {day}?",
      ],
      answers: [
        "Books can be sent back for 30 days. Please open the order in your account and choose 'Return an item'; the label comes by e-mail.",
        "Damaged books can be exchanged free of charge. Please choose the reason 'arrived damaged' in the return form.",
      ],
      more: [
        "There is no such button in my order.",
        "I don't have a printer for the label.",
        "But I would rather have the right edition than my money back.",
      ],
      secondAnswers: [
        "Without a printer you can show the QR code at any parcel shop in {city}.",
        "The button appears as soon as the order is marked as delivered, which can take a day.",
      ],
      details: [
        "it's the hardcover of {title}, I had ordered the paperback",
        "the corner is torn, I can send a photo",
        "the return button is missing because I ordered as a guest",
      ],
      solutions: [
        "I have sent the label to your address myself, and the right edition leaves today.",
        "Please keep the damaged copy. A new one is on its way, you should have it by {day}.",
      ],
    },
    refunds: {
      openings: [
        "I sent back {title} two weeks ago, where is my money?",
        "My refund of {sum} has not arrived.",
        "You charged me twice for order {order}!",
        "The refund for {order} is lower than what I paid, why?",
        "When will I get the {sum} back? The return arrived on {day}.",
      ],
      answers: [
        "Refunds are on your account a few days after the return was checked in. Please give it 3 more working days.",
        "I can see that your return was received. Please ask your bank whether the refund is pending.",
        "Postage is part of a refund only if the item arrived damaged. Please upload a photo of the damage in your account.",
      ],
      more: [
        "It has been eleven working days now.",
        "The item did arrive damaged, so postage should be included.",
        "My bank says that nothing has been sent.",
      ],
      secondAnswers: [
        "I am sorry for the delay. The refund is marked as sent in our system.",
        "Some banks show a refund under the date of the original purchase.",
      ],
      details: [
        "it was paid by card, and the return was scanned on {day}",
        "I was charged twice on the same day, both times in full",
        "the parcel shop in {city} gave me a receipt",
      ],
      solutions: [
        "I see it: the refund was stuck at the payment provider. I have released it, the {sum} will be there within two days.",
        "You are right, postage should have been included. I have added the missing amount.",
      ],
    },
    payment: {
      openings: [
        "My card gets declined every time I try to pay for {title}",
        "Can I pay by invoice?",
        "I need an invoice with VAT for order {order}",
        "Payment failed but the {sum} is gone from my account",
      ],
      answers: [
        "A declined card often means that the bank wants a confirmation in its app. Please try another card.",
        "Please download the invoice from the order page as soon as the parcel has left.",
        "When a payment fails, the bank holds the amount for up to five days. Please call your bank and ask for a release.",
      ],
      more: [
        "There was no confirmation in the app, it just says declined.",
        "The invoice I can download has no company name on it.",
        "Five days is too long, that is my food money",
      ],
      secondAnswers: [
        "You could try another way of paying, such as PayPal or direct debit.",
        "Company name and VAT number can be added in the address book of your account.",
      ],
      details: [
        "it is a Visa card and it works everywhere else",
        "the company is in {city} and the VAT number must be on the invoice",
        "the order is from last week and the whole amount is gone",
      ],
      solutions: [
        "Your card was blocked by our fraud check by mistake. I have lifted that, please try once more.",
        "The corrected invoice is in your inbox, with the company name on it.",
      ],
    },
    gift_cards: {
      openings: [
        "The code on my gift card doesn't work",
        "I bought a gift card for my sister and it was never e-mailed",
        "How much is left on my gift card?",
        "Can I use two gift cards for one order?",
      ],
      answers: [
        "Gift card codes have 16 characters. Please enter the code again, without the letter O.",
        "Gift cards by e-mail arrive within an hour. Please look in the spam folder of the person you sent it to.",
      ],
      more: [
        "I typed it four times, it says 'already used'.",
        "She looked in the spam folder, there's nothing.",
        "where is 'my gift cards', I can't find it in the app",
      ],
      secondAnswers: [
        "A card that was used shows the order it was used for in the balance view.",
        "There is a button 'Once more' for the e-mail in the order of the gift card.",
      ],
      details: ["the card was bought on {day} in the shop in {city}", "the address was misspelt, it should end in .de"],
      solutions: [
        "The code had been blocked after three wrong tries. It is free again, with the full {sum} on it.",
        "I have sent the gift card to the right address. She should have it now.",
      ],
    },
    e_reader: {
      openings: [
        "My reader is frozen on the start screen since {day}",
        "The battery of the reader lasts only one day",
        "I cannot connect my reader to the wifi at home",
        "The screen of my e-reader has a grey line through the middle",
        "After the update my reader does not show any of my books!!",
      ],
      answers: [
        "Please hold the power button for 20 seconds until the light blinks. The reader then starts anew; your books stay.",
        "Please connect the reader to a 2.4 GHz network. You find it under Settings, Connections.",
        "A short battery life is normal for two days. Please install the latest update under Settings.",
      ],
      more: [
        "I did that three times, the light does not even blink.",
        "My router has only one network name, I can't choose.",
        "It's been a week since the update.",
      ],
      secondAnswers: [
        "If the reader does not start, please charge it for three hours with the original cable first.",
        "Removing the account from the reader and adding it again often helps.",
      ],
      details: [
        "it is the small model, bought on {day}",
        "the reader was on the charger all night and the line is still there",
        "version 4.2, and the shelf is empty while the app shows everything",
      ],
      solutions: [
        "That is a known fault of version 4.2. I have put you on the repaired version, which loads by itself tonight.",
        "That sounds like a broken display. I am sending you a replacement, the return label lies in the box.",
      ],
    },
    e_books: {
      openings: [
        "The new audio+text e-book of {title} does not open",
        "I bought {title} as an e-book and can't find it anywhere",
        "download stops at 80 % every time",
        "Can I read the e-book on my old reader as well?",
        "It says 'licence not valid' when I open {title}",
      ],
      answers: [
        "E-books appear in the library of the app. Please sign out and sign in again with the account you bought them with.",
        "Please delete the download and start it again in a stable network.",
        "An e-book can be opened on up to five devices. Please remove an old device in your account.",
      ],
      more: [
        "I'm signed in with the right account, other books are there.",
        "Deleted and loaded again, same thing.",
        "It's the one with sound, does that need something special?",
      ],
      secondAnswers: [
        "I could not find anything about that. Is the app up to date?",
        "Please make sure that there is enough space on the device.",
      ],
      details: [
        "it is the edition with sound and my tablet is from last year",
        "the licence message has the number 4031",
        "I bought it on {day} together with two others, those work",
      ],
      solutions: [
        "The format with sound needs the reading app 7. I have sent you the link; after that it opens.",
        "I have issued the licence anew. Please close the app and open it again.",
      ],
    },
    login: {
      openings: [
        "I can't log in any more",
        "The reset mail for my password never arrives",
        "How do I change the e-mail address of my account?",
        "It says my account is locked",
      ],
      answers: [
        "Please set a new password with 'Forgot password'. The e-mail arrives within five minutes.",
        "An account is locked for an hour after five wrong passwords. Please give it 60 minutes and try again.",
      ],
      more: [
        "I've been waiting half an hour for that mail.",
        "I no longer have access to the old address.",
        "it has been locked since {day}, not for an hour",
      ],
      secondAnswers: [
        "Please check whether the address is spelt as in your order confirmation.",
        "For a change of address without access to the old one we need to verify you.",
      ],
      details: [
        "the old address was with a provider that no longer exists",
        "my last order was a cookbook, sent to {city}",
      ],
      solutions: [
        "Thank you, I could verify you by an earlier order. The new address is set, and a fresh link is in your inbox.",
        "Your provider had sent our mails back, so the address was on a block list, that is why no mail came. It is off the list now and the account is unlocked.",
      ],
    },
    order_change: {
      openings: [
        "I need to change the address of order {order}",
        "Please cancel {order}, I ordered twice",
        "Can I add {title} to my order from this morning?",
        "Wrong street in my order, can you fix that before it ships?",
      ],
      answers: [
        "An order can be changed until it is packed. Please open it in your account and choose 'Change'.",
        "Orders that are being packed cannot be changed any more. Please cancel the order in your account and place a new one.",
      ],
      more: [
        "It's been packed for two hours and I only ordered this morning.",
        "The change button is grey.",
        "If I refuse it, who pays for that?",
      ],
      secondAnswers: [
        "Refusing a parcel is free of charge, and the money comes back within a week.",
        "I cannot change orders in the state 'packing' myself.",
      ],
      details: [
        "the street is right but the number should be 14, in {city}",
        "only one of the two copies please, not both",
      ],
      solutions: [
        "I could still stop it. The parcel now goes to the new address.",
        "The second order is cancelled, and {sum} goes back to your card today.",
      ],
    },
    loyalty: {
      openings: [
        "My points from the last order are missing",
        "When do my bonus points expire?",
        "I have 900 points and cannot redeem them",
      ],
      answers: [
        "Points are booked 14 days after delivery. Please give it 2 more weeks.",
        "Points are valid for 24 months. Please open 'My points' to see the date.",
      ],
      more: ["The order is from {day}, that is more than 14 days.", "And where do I redeem them in the app?"],
      secondAnswers: [
        "You can redeem points from 500 on in the last step of an order.",
        "Points for gift cards are not booked.",
      ],
      details: ["it's about the big order with the atlas", "I am a member since 2019 with the same card"],
      solutions: [
        "I have booked the missing points, you can use them at once.",
        "Your card was linked to an old account. I have merged the two, all points are there.",
      ],
    },
    audiobooks: AUDIOBOOKS,
  },
  askPerson: [
    "Can I talk to a person please",
    "I'd like to speak to someone from your team.",
    "a human being please",
    "This does not help me. Is there anybody I can talk to?",
    "Please connect me with a colleague of yours.",
    "could a real person have a look at this",
    "I would rather discuss that with one of your staff, can you put me through?",
    "Let me chat with a human agent, please.",
    "No more bot please. I want somebody real.",
  ],
  thanks: ["Thank you!", "Great, thanks", "Perfect, thank you so much", "ok thanks", "Thanks a lot, bye", "Super, thx"],
  details: ["Yes, {detail}.", "Sure: {detail}", "ok. {detail}", "One more thing: {detail}.", "Of course, {detail}"],
  returns: [
    "Me again, it still has not worked. {detail}",
    "Hello, the problem is back: {detail}",
    "Sorry to bother you, but nothing has changed since you wrote. {detail}",
  ],
  returnReplies: [
    "Sorry about that, {name}. I have passed it to the colleague in charge, and this time it is done.",
    "That should not have happened. I have put it right just now.",
  ],
  comments: {
    happy: ["Quick and friendly", "Great help, thank you", "All solved in one go", "Nice people"],
    unhappy: [
      "Had to tell everything from the start",
      "Took far too long",
      "The bot did not understand me at all",
      "Still not solved",
    ],
  },
};
