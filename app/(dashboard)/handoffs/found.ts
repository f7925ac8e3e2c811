import { TRIGGER_FAMILIES, type TriggerFamily } from "#lib/conversation/assessed.ts";
import { label } from "#lib/format.ts";
import type { Narrow } from "#lib/narrowing.ts";
import type { NarrowGroup } from "./narrow-menu.tsx";

type Choice = { name: string; narrow: Narrow };

const found = (finding: string, name: string): Choice => ({ name, narrow: { finding } });

/** A word that names somebody elsewhere. */
const FAMILIES: Partial<Record<TriggerFamily, string>> = { customer: "Customer" };

/** What a list can be narrowed to by what was read, by what it is about. */
const GROUPS: readonly { name: string; choices: readonly Choice[] }[] = [
  {
    name: "First words of the agent",
    choices: [
      { name: "Warm", narrow: { introduction: "warm" } },
      { name: "Neutral", narrow: { introduction: "neutral" } },
      { name: "Cold", narrow: { introduction: "cold" } },
    ],
  },
  {
    name: "At the seam",
    choices: [
      { name: "Solution repeated", narrow: { solution: "same" } },
      { name: "Transfer not announced", narrow: { transfer: "no" } },
      found("no_repeat", "No need to repeat, said"),
      found("vague_wait", "Only a vague wait"),
      found("promised_never_came", "Promised and never came"),
      found("ai_spoke_while_human_owned", "AI spoke into it"),
    ],
  },
  {
    name: "The customer",
    choices: [
      { name: "Says it again (R1)", narrow: { explicit: "yes" } },
      { name: "Gives it again (R2)", narrow: { resent: "yes" } },
      { name: "Is asked again (R3)", narrow: { asked: "yes" } },
      found("ask_human", "Asks for a person"),
      found("frustration", "Is frustrated"),
      found("anger", "Is angry"),
      found("urgency", "Is in a hurry"),
      found("helplessness", "Feels helpless"),
      found("threat_to_leave", "Threatens to leave"),
    ],
  },
  {
    name: "Trigger that is read",
    choices: TRIGGER_FAMILIES.flatMap((family) =>
      family === "unknown" ? [] : [{ name: FAMILIES[family] ?? label(family), narrow: { read: family } }],
    ),
  },
];

/** The choices of the menu with where each leads: to itself beside what is chosen, or back where it is chosen. */
export const foundGroups = (narrow: Narrow, link: (more: Record<string, string | null>) => string): NarrowGroup[] =>
  GROUPS.map(({ name, choices }) => ({
    name,
    choices: choices.map((choice) => {
      const [[key, value] = ["", ""]] = Object.entries(choice.narrow);
      const isOn = (narrow as Record<string, string>)[key] === value;
      return { name: choice.name, href: link({ [key]: isOn ? null : value }), isOn };
    }),
  }));
