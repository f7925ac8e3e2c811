import type { Words } from "./words.ts";

const ALLGEMEIN = {
  answers: [
    "Das tut mir leid. Ich habe nachgesehen: In der Regel dauert das zwei bis vier Werktage.",
    "Sie finden das in Ihrem Konto unter „Bestellungen“. Dort steht auch der aktuelle Stand.",
  ],
  more: ["Da habe ich schon geschaut, da steht nichts.", "Das dauert jetzt schon über eine Woche."],
  secondAnswers: ["Ich verstehe. Mehr sehe ich in meinem System leider nicht.", "Bitte versuchen Sie es noch einmal."],
  details: ["die Bestellung vom {day}, Betrag {sum}", "es geht um {order} nach {city}"],
  solutions: [
    "Ich habe es gerade für Sie erledigt, die Bestätigung kommt per E-Mail.",
    "Das lag an uns. Ich habe es korrigiert, bis {day} ist alles da.",
  ],
};

/** What is said in German; fewer variants, because fewer customers write it. */
export const GERMAN: Words = {
  topics: {
    delivery: {
      ...ALLGEMEIN,
      openings: ["Mein Paket {order} ist seit {day} überfällig.", "Wo bleibt {title}? Ich warte in {city} darauf."],
    },
    returns: { ...ALLGEMEIN, openings: ["Ich möchte {title} zurückschicken.", "Wo finde ich das Rücksendeetikett?"] },
    refunds: {
      ...ALLGEMEIN,
      openings: ["Ich warte noch auf die Erstattung von {sum}.", "Mir wurde {order} doppelt abgebucht."],
    },
    payment: { ...ALLGEMEIN, openings: ["Meine Karte wird abgelehnt.", "Ich brauche eine Rechnung zu {order}."] },
    gift_cards: { ...ALLGEMEIN, openings: ["Der Code auf meiner Geschenkkarte geht nicht."] },
    e_reader: { ...ALLGEMEIN, openings: ["Mein Reader hängt beim Starten fest.", "Der Akku hält nur einen Tag."] },
    e_books: { ...ALLGEMEIN, openings: ["{title} lässt sich als E-Book nicht öffnen.", "Der Download bricht ab."] },
    login: { ...ALLGEMEIN, openings: ["Ich komme nicht mehr in mein Konto.", "Die Mail zum Passwort kommt nicht an."] },
    order_change: {
      ...ALLGEMEIN,
      openings: ["Bitte die Adresse von {order} ändern.", "Ich möchte {order} stornieren."],
    },
    loyalty: { ...ALLGEMEIN, openings: ["Mir fehlen Punkte von der letzten Bestellung."] },
    audiobooks: { ...ALLGEMEIN, openings: ["Das Hörbuch {title} hat keinen Ton.", "Beim Hörbuch fehlen Kapitel."] },
  },
  askPerson: ["Kann ich bitte mit einem Menschen sprechen?", "Bitte einen Mitarbeiter."],
  thanks: ["Danke", "Vielen Dank!"],
  details: ["Ja, {detail}.", "Genau: {detail}"],
  returns: ["Ich bin es noch einmal: {detail}, es hat sich nichts getan."],
  returnReplies: ["Das tut mir leid, jetzt ist es wirklich erledigt."],
  comments: { happy: ["Schnell und freundlich"], unhappy: ["Hat viel zu lange gedauert"] },
};

/** What is said in German at a handoff, where nothing is planted. */
export const GERMAN_SEAM = {
  notices: ["Ich gebe Sie an eine Kollegin weiter.", "Dazu hole ich jemanden aus dem Team."],
  noticesWithPromise: ["Ich gebe Sie an das Team weiter, es dauert etwa {minutes} Minuten."],
  firstReplies: {
    warm: ["Hallo {name}, hier ist {agent}. Ich habe den Verlauf gelesen und schaue mir {order} an."],
    neutral: ["Guten Tag, mein Name ist {agent}. Einen Moment bitte."],
    cold: ["Hallo, wie kann ich Ihnen helfen?"],
  },
};
