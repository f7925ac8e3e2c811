import type { Topic } from "#lib/demo/story.ts";

type Lines = readonly string[];

/** By topic what a warm beginning names, and how a person proposes anew what each of the AI's answers did, in the order of
 * the answers. */
export const AGAIN: Record<Topic, { issues: Lines; again: readonly Lines[] }> = {
  delivery: {
    issues: ["your late parcel", "your delivery that has not come", "your missing order"],
    again: [
      ["Please check the tracking page once more for the last scan.", "could you track your parcel on the page first"],
      ["I'd ask you to wait three days more.", "Please allow three working days, then we'll start a search."],
      ["Please ask your neighbours once more.", "Have you tried checking with the neighbours and the parcel shop?"],
    ],
  },
  returns: {
    issues: ["your return", "your damaged item", "the return label for your order"],
    again: [
      [
        "Please open the order in your account and choose 'Return an item'.",
        "You can open the order in your account, there you choose 'Return an item'.",
      ],
      [
        "Please choose the reason 'arrived damaged' in the form.",
        "Just select 'arrived damaged' as the reason in the return form.",
      ],
    ],
  },
  refunds: {
    issues: ["your missing refund", "your refund that is late", "your double charge"],
    again: [
      ["Please wait another three working days.", "I suggest waiting three more days before we do anything."],
      ["Please ask your bank about it.", "Could you contact your bank and see whether it is pending?"],
      ["Please upload a photo of the damage.", "You can upload the photo of the damage in your account."],
    ],
  },
  payment: {
    issues: ["your declined card", "your payment that failed", "your invoice"],
    again: [
      ["Have you tried another card?", "Please try a different card, that often does it."],
      ["Please download the invoice from the order page.", "You can download the invoice from the order page there."],
      ["Please call your bank and have it released.", "I'd recommend you contact the bank about the amount."],
    ],
  },
  gift_cards: {
    issues: ["your gift card code", "your code that is not working", "the e-mail with your voucher"],
    again: [
      ["Please enter the code again, without the letter O.", "Could you type the code once more without an O?"],
      ["Please look in the spam folder.", "Have you tried looking at the junk mail?"],
    ],
  },
  e_reader: {
    issues: ["your broken screen", "your reader, the device that is frozen", "your battery"],
    again: [
      ["Please hold the power button for 20 seconds.", "Can you restart the reader with the power button?"],
      [
        "Please connect the reader to the 2.4 GHz network.",
        "Try to connect it to the 2.4 GHz network in the settings.",
      ],
      ["Please install the latest update.", "You could check for an update of the reader under Settings."],
    ],
  },
  e_books: {
    issues: ["your e-book download", "your missing item, the e-book", "the licence error"],
    again: [
      ["Please sign out of the app and in again.", "Can you log out and back in with your account?"],
      ["Please delete the download and start it anew.", "try deleting the download and loading the book once more"],
      ["Please remove an old device in your account.", "You can remove one of the old devices in the account."],
    ],
  },
  login: {
    issues: ["your login", "your password that will not reset", "your account, which is locked out"],
    again: [
      ["Please set a new password with 'Forgot password'.", "Could you reset your password over that page?"],
      ["Please wait an hour and try again.", "I would wait one more hour and then log in."],
    ],
  },
  order_change: {
    issues: ["your order with the wrong street", "your order that has to be changed", "your double order"],
    again: [
      ["Please open the order and choose 'Change'.", "You can open it in your account and press 'Change' there."],
      ["Please cancel the order in your account.", "You could cancel that order in your account."],
    ],
  },
  loyalty: {
    issues: ["your missing points", "your points, which are lost", "your points balance"],
    again: [
      ["Please wait two more weeks.", "I'd ask you to wait another two weeks for the points."],
      ["Please open 'My points' for the date.", "If you open 'My points', you see the date."],
    ],
  },
  audiobooks: {
    issues: ["your audiobook", "your audiobook without sound", "the missing chapters"],
    again: [
      ["Please close the app once more and open it again.", "could you close the app and start it anew"],
      ["Is it about an e-book, or about an order?", "Do you mean an e-book or an order?"],
      ["Please check the volume of your device once more.", "Have you turned up the volume of your phone?"],
    ],
  },
};
