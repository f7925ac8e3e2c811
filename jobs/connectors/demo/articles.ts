import type { Topic } from "#lib/demo/story.ts";

export type HelpArticle = {
  id: string;
  title: string;
  body: string;
  topic: Topic;
  /** The topic's answers that rest on it, by their place; empty = the AI never finds it. */
  answers: readonly number[];
};

const HELP_URL = "https://help.marlow-books.example/articles";

export const urlOf = ({ id }: Pick<HelpArticle, "id">): string => `${HELP_URL}/${id}`;

/** What the bookshop's help centre says. Nothing in it tells of gift cards, of e-books with sound or of audiobooks. */
export const HELP_CENTRE: readonly HelpArticle[] = [
  {
    ...{ id: "kb-101", topic: "delivery", answers: [0, 1] },
    title: "When your parcel comes",
    body: "A parcel is on its way for two to four working days. The tracking page shows the last scan; on the evening after we have packed it the first one should be there. If nothing has moved for three working days, we start a search with the carrier, which takes up to five working days. You get an e-mail as soon as the parcel is found, and if it stays lost, a new one at no cost.",
  },
  {
    ...{ id: "kb-102", topic: "delivery", answers: [2] },
    title: "Marked as delivered, and nothing is there",
    body: "Drivers leave parcels with neighbours and at parcel shops, and the card in the letter box says where. A scan can also be early: some parcels are marked as delivered on the evening before. Ask in the house and at the nearest parcel shop, and tell us on the next day if it has not turned up.",
  },
  {
    ...{ id: "kb-110", topic: "returns", answers: [0] },
    title: "Send a book back",
    body: "You have 30 days to send a book back. Open the order in your account, choose 'Return an item' and print the label that comes by e-mail. Without a printer a parcel shop can read the QR code from your phone. The button is there once the order is marked as delivered. Opened films, downloads and books with notes in them stay with you.",
  },
  {
    ...{ id: "kb-111", topic: "returns", answers: [1] },
    title: "A book came damaged",
    body: "We exchange damaged books free of charge. Choose the reason 'arrived damaged' in the return form and add a photo of the cover or the corner. If the edition is out of print, you get the money back together with the postage.",
  },
  {
    ...{ id: "kb-120", topic: "refunds", answers: [0, 1, 2] },
    title: "When a refund is on your account",
    body: "A return is checked in within two working days of its arrival, and the refund is sent on the same evening. By card it takes three to five working days, by PayPal one, by direct debit up to seven; some banks show it under the date of the purchase. Postage is part of the refund if the item arrived damaged. A card that was charged twice holds the second amount for up to five days, then it is released by itself. The order page shows on which day the refund was sent and its reference, which your bank can look up.",
  },
  {
    ...{ id: "kb-130", topic: "payment", answers: [0, 2] },
    title: "When a payment does not go through",
    body: "Banks often want a payment to be confirmed in their app; without that the card is declined. Look whether its limit is reached and its date is right, or try another card, PayPal or direct debit. When a payment fails, the bank may hold the amount for up to five days. It is not with us, and only the bank can release it.",
  },
  {
    ...{ id: "kb-131", topic: "payment", answers: [1] },
    title: "Invoices and VAT",
    body: "The invoice can be downloaded from the order page once the parcel has left. For a company, write its name and VAT number into the address book of your account before you order. Paying by invoice is possible for schools and libraries.",
  },
  {
    ...{ id: "kb-140", topic: "e_reader", answers: [0] },
    title: "Start a frozen reader anew",
    body: "Hold the power button for 20 seconds until the light blinks. The reader starts anew, and your books stay on it. If the light stays dark, charge the reader for three hours with the cable it came with. As the last resort remove the account from the reader and add it again.",
  },
  {
    ...{ id: "kb-141", topic: "e_reader", answers: [1, 2] },
    title: "Wifi, battery and updates of the reader",
    body: "The reader connects to networks of 2.4 GHz; you find them under Settings, Connections. With wifi on, the battery lasts for two days to a week. Updates load by night while the reader is charged; you can also install the latest one under Settings, About.",
  },
  {
    ...{ id: "kb-150", topic: "e_books", answers: [] },
    title: "The number of devices for one purchase",
    body: "What you bought can be read on up to five devices at a time. To add a sixth, remove one of the others in your account under Devices. A tablet that is sold or lost can be removed from there as well; that takes a day to be known everywhere.",
  },
  {
    ...{ id: "kb-160", topic: "login", answers: [] },
    title: "No mail comes for a new password",
    body: "When your provider has sent our mails back, the address is put on a block list, and that is why no mail came. Write to us: as soon as the address is off the list and the account is unlocked, the next mail arrives. If the old address is gone for good, we verify you by an earlier order, by what it was and where it was sent. Then the new address is set, and a fresh link is in your inbox.",
  },
  {
    ...{ id: "kb-170", topic: "order_change", answers: [0, 1] },
    title: "Change or cancel an order",
    body: "Until an order is packed it can be changed: open it in your account and choose 'Change', for the street, the copies or a further book. An order that is being packed goes out as it is. You may cancel it and place a new one, or refuse the parcel at the door, which is free; the money comes back within a week.",
  },
  {
    ...{ id: "kb-180", topic: "loyalty", answers: [0, 1] },
    title: "Collect points and redeem them",
    body: "Points are booked 14 days after delivery and are valid for 24 months; 'My points' shows the date. From 500 on you can redeem them in the last step of an order. Nothing is booked for vouchers and for postage.",
  },
];
