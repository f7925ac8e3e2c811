import { expect, test } from "vitest";
import { randomOf } from "#lib/random.ts";
import { agreementOf } from "../scores/agreement.ts";
import { clustersOf, neighbourhoodOf } from "./cluster.ts";
import { labelsOf } from "./labels.ts";

/** Three topics in each of five languages, by words that stand in no other of them. */
const TOPICS: string[][] = [
  ["password", "reset", "login", "locked", "credentials"],
  ["invoice", "charged", "billing", "twice", "amount"],
  ["parcel", "shipping", "courier", "tracking", "late"],
  ["passwort", "zurücksetzen", "anmeldung", "gesperrt", "zugang"],
  ["rechnung", "abgebucht", "doppelt", "betrag", "lastschrift"],
  ["paket", "sendung", "zusteller", "verfolgung", "verspätet"],
  ["connexion", "réinitialiser", "bloqué", "identifiant", "accès"],
  ["facture", "débité", "prélèvement", "montant", "fois"],
  ["colis", "livraison", "transporteur", "suivi", "retard"],
  ["contraseña", "restablecer", "bloqueada", "acceder", "clave"],
  ["factura", "cobrado", "importe", "duplicado", "cargo"],
  ["paquete", "envío", "mensajero", "seguimiento", "tarde"],
  ["reimpostare", "accesso", "bloccato", "credenziali", "entrare"],
  ["fattura", "addebitato", "importo", "doppio", "pagamento"],
  ["pacco", "spedizione", "corriere", "tracciare", "ritardo"],
];

const { whole, pick } = randomOf("topics");
const MESSAGES = Array.from({ length: 600 }, (_, i) => {
  const words = TOPICS[i % TOPICS.length] ?? [];
  return { topic: i % TOPICS.length, text: Array.from({ length: whole(3, 6) }, () => pick(words)).join(" ") };
});
const TEXTS = MESSAGES.map(({ text }) => text);

test("topics in five languages at once are found again", () => {
  const found = clustersOf(neighbourhoodOf(TEXTS), 1);
  expect(
    agreementOf(
      found,
      MESSAGES.map(({ topic }) => topic),
    )?.ari,
  ).toBeGreaterThan(0.95);
});

test("equal texts and seed give equal clusters, the largest first", () => {
  const found = clustersOf(neighbourhoodOf(TEXTS), 7);
  expect(clustersOf(neighbourhoodOf(TEXTS), 7)).toEqual(found);
  expect(Math.max(...found)).toBe(new Set(found).size - 1);
});

test("a flood of one message neither makes nor moves other clusters: it stands in one, whole", () => {
  const flood = Array.from({ length: 5000 }, () => "payments are down, nothing works");
  const neighbourhood = neighbourhoodOf([...TEXTS, ...flood]);
  const found = clustersOf(neighbourhood, 1);
  expect(new Set(found.slice(TEXTS.length)).size).toBe(1);
  expect(neighbourhood.places.length).toBeLessThanOrEqual(TEXTS.length + 1);
  expect(
    agreementOf(
      found.slice(0, TEXTS.length),
      MESSAGES.map(({ topic }) => topic),
    )?.ari,
  ).toBeGreaterThan(0.95);
});

test.each<[string, string[], number[]]>([
  ["nothing", [], []],
  ["empty messages", ["", "  "], [-1, -1]],
  ["one word", ["refund"], [0]],
])("%s is no error", (_, texts, clusters) => {
  expect([...clustersOf(neighbourhoodOf(texts), 1)]).toEqual(clusters);
});

test("a cluster is called by words of its own and shown by messages of its own", () => {
  const found = clustersOf(neighbourhoodOf(TEXTS), 1);
  const labels = labelsOf(TEXTS, found, 8);
  expect(labels.length).toBeGreaterThanOrEqual(TOPICS.length - 1);
  for (const { cluster, words, typical, size } of labels) {
    const topic = TOPICS[MESSAGES[typical[0] ?? -1]?.topic ?? -1] ?? [];
    for (const word of words) expect(topic).toContain(word.split(" ")[0]);
    expect(typical).toHaveLength(5);
    expect(typical.every((place) => found[place] === cluster)).toBe(true);
    expect(size).toBe(found.filter((one) => one === cluster).length);
  }
  expect(labelsOf(TEXTS, found, 10_000)).toEqual([]);
});
