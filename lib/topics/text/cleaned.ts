import { entitiesIn } from "#lib/scanners/reading/entities.ts";
import { withoutHistory } from "#lib/scanners/reading/own-words.ts";

/** Of a longer message the rest says nothing new of its topic. */
const LONGEST = 5000;

/** Greetings at the start, and thanks with a name at the end, say who writes and not what about. */
const GREETING =
  /^[\s,.!]*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen|abend)|moin|sehr geehrte[rn]?|bonjour|bonsoir|salut|hola|buenos d[ií]as|buenas (?:tardes|noches)|buongiorno|buonasera|ciao|salve)(?![\p{L}\p{N}])(?: (?:there|all|team|support|sir|madam|damen und herren|zusammen|tout le monde|a todos|a tutti))*)[\s,.!]*/u;
const CLOSING =
  /(?<=[\n.!?]|^)[ \t]*(?:(?:kind|best|warm) regards|regards|best wishes|yours (?:sincerely|faithfully)|sincerely|cheers|many thanks|thanks(?: in advance)?|thank you(?: very much| in advance)?|(?:mit )?(?:freundlichen|besten|viele[n]?|liebe[n]?) (?:grüße[n]?|grüsse[n]?)|danke(?: im voraus)?|vielen dank|cordialement|bien à vous|merci(?: d'avance| beaucoup)?|(?:muchas )?gracias|(?:un )?saludos?|cordiali saluti|grazie(?: mille)?)[ \t]*[,.!]*(?:[ \t]*\n[^\n]{0,60}){0,4}\s*$/u;

/** What a message says of its topic, in lower case: quoted mail, signatures, the greeting and the closing are gone, and what
 * names one thing (an order, an amount, an address) is <num>. Empty when nothing else was said. */
export const cleaned = (text: string): string => {
  const own = withoutHistory(text.slice(0, LONGEST)).trim();
  const met = own.replace(GREETING, "");
  return masked(met.replace(CLOSING, "")).replace(/\s+/g, " ").trim();
};

const masked = (text: string): string => {
  let at = 0;
  const parts = entitiesIn(text).flatMap(({ kind, start, end }) => {
    // The words of an error are what the topic is.
    if (kind === "error" || start < at) return [];
    const before = text.slice(at, start);
    at = end;
    return [before, " <num> "];
  });
  return (parts.join("") + text.slice(at)).replace(
    /(?<![\p{L}\p{N}<])[\d.,:/-]*\d[\d.,:/-]*(?![\p{L}\p{N}>])/gu,
    " <num> ",
  );
};
