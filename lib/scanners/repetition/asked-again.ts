import { type Entity, type EntityKind, entitiesIn, entityKey, nounIn } from "../reading/entities.ts";
import type { Hit } from "../reading/phrase-index.ts";
import { plain } from "../reading/sentences.ts";
import { wordsOf } from "../reading/words.ts";
import type { EpisodeMark, Talk, Turn } from "../scanner.ts";
import { valuesOf } from "./values.ts";

const KEY = "context_repetition";

/** Below what counts: asking whether somebody is who they say is right, and is shown all the same. */
const VERIFICATION = 0.6;
/** The number could be that of another thing than was asked for. */
const UNNAMED = 0.78;
const FROM_FIELDS = 0.7;
/** Fewer words than this, and no problem was described. */
const DESCRIBED_WORDS = 5;

/** R3: what a person asks for after the handoff although the customer had given it, in words earlier in the episode or as the
 * packet and the fields of the conversation say (then there is no earlier message, and the fact is the evidence). One finding
 * for each slot a message asks for. */
export const askedAgainIn = (talk: Talk): EpisodeMark[] => {
  const seam = talk.handoffs[0]?.at;
  if (!seam) return [];
  const given = givenIn(talk);
  let isOpening = true;
  let hasHumanSpoken = false;
  return talk.turns.flatMap((turn) => {
    if (!turn.isPublic) return [];
    if (turn.role === "customer") {
      if (hasHumanSpoken) isOpening = false;
      given.hear(turn, turn.at === null || turn.at <= seam);
    }
    if (turn.role !== "human" || turn.automated || turn.at === null || turn.at < seam) return [];
    hasHumanSpoken = true;
    const hits = questionsIn(turn).filter(({ phrase }) => phrase.rule !== "R3.issue" || isOpening);
    return hits.flatMap((hit) => askedIn(turn, hit, given.of(hit)));
  });
};

/** The surest hit of each slot; none where the sentence names the value itself, and so asks whether it is right. */
const questionsIn = ({ reading }: Turn): Hit[] => {
  const bySlot = Map.groupBy(reading.hits(KEY, "R3."), ({ phrase }) => phrase.rule);
  return [...bySlot.values()]
    .flatMap((hits) => hits[0] ?? [])
    .filter(({ sentence }) => entitiesIn(sentence.text).length === 0);
};

type Source = { earlier?: string; evidence?: string; confidence: number };

const askedIn = (turn: Turn, hit: Hit, source: Source | null): EpisodeMark[] => {
  if (!source) return [];
  const { start, end, phrase } = hit;
  const isVerification = phrase.rule !== "R3.issue" && turn.reading.surest(KEY, "aside.verification") !== null;
  const confidence = Math.min(phrase.confidence, source.confidence, isVerification ? VERIFICATION : 1);
  const rule = isVerification ? "R3.verification" : phrase.rule;
  return [{ ...source, turn: turn.id, rule, label: phrase.label, confidence, start, end }];
};

/** Which values fill a slot; what words alone fill has a phrase "given.<slot>". */
const KINDS: Record<string, EntityKind[]> = {
  number: ["reference", "number"],
  email: ["email"],
  phone: ["phone"],
  address: ["postcode"],
  iban: ["iban"],
  card: ["card"],
  error: ["error"],
  when: ["date"],
};

const FIELDS: Record<string, RegExp> = {
  email: /^e-?mail/i,
  phone: /^(?:phone|mobile|telephone)/i,
  name: /^(?:full_?)?name$/i,
  address: /^(?:address|postcode|zip)/i,
};

type Heard = Entity & { turn: string };

const givenIn = ({ handoffs, conversation }: Talk) => {
  const values = new Map<string, Heard>();
  const said = new Map<string, string>();
  const packet = handoffs.flatMap(({ declared }) => declared?.context?.summary ?? []).join("\n");
  const packed = entitiesIn(plain(packet));

  const hear = (turn: Turn, isBefore: boolean) => {
    for (const entity of valuesOf(turn)) {
      const key = `${entityKey(entity)} ${entity.noun}`;
      if (entity.isSure && !values.has(key)) values.set(key, { ...entity, turn: turn.id });
    }
    for (const { phrase } of turn.reading.hits(KEY, "given."))
      if (!said.has(phrase.rule)) said.set(phrase.rule, turn.id);
    if (isBefore && !said.has("given.issue") && describes(turn)) said.set("given.issue", turn.id);
  };

  const of = (hit: Hit): Source | null => {
    const slot = hit.phrase.rule.slice("R3.".length);
    const asked =
      slot === "number"
        ? nounIn(hit.sentence.text.slice(hit.start - hit.sentence.start, hit.end - hit.sentence.start))
        : null;
    const fits = (entity: Entity) => fitsSlot(slot, asked, entity);
    const heard = [...values.values()].filter(fits);
    const best = heard.find(({ noun }) => noun === asked) ?? heard[0];
    if (best) return { earlier: best.turn, confidence: slot === "number" && best.noun !== asked ? UNNAMED : 1 };
    const turn = said.get(`given.${slot}`);
    if (turn) return { earlier: turn, confidence: 1 };
    if (
      packed.some((entity) => entity.isSure && fits(entity)) ||
      (slot === "issue" && wordsOf(plain(packet)).length >= DESCRIBED_WORDS)
    )
      return { evidence: "The summary of the handoff holds it.", confidence: 0.8 };
    return fieldOf(slot);
  };

  const fieldOf = (slot: string): Source | null => {
    const isField = (name: string, value: unknown) => !!value && typeof value !== "object" && FIELDS[slot]?.test(name);
    const { name, attributes } = conversation.customer ?? { name: null, attributes: {} };
    const isKnown = isField("name", name) || Object.entries(attributes).some(([key, value]) => isField(key, value));
    return isKnown ? { evidence: "It is known of the customer.", confidence: FROM_FIELDS } : null;
  };

  return { hear, of };
};

const fitsSlot = (slot: string, asked: string | null, { kind, noun }: Entity): boolean =>
  (KINDS[slot]?.includes(kind) ?? false) && (slot !== "number" || asked === null || noun === null || noun === asked);

/** Whether a customer says what it is about, and not only that a person is wanted. */
const describes = ({ reading }: Turn): boolean => {
  const asks = new Set(reading.hits("human_ask").map(({ sentence }) => sentence.start));
  return reading.sentences().some(({ text, start }) => !asks.has(start) && wordsOf(text).length >= DESCRIBED_WORDS);
};
