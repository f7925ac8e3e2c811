import { type Random, randomOf } from "#lib/random.ts";

export type Agent = { id: number; name: string; email: string; role: "administrator" | "agent"; teamId: number };
export type Team = { id: number; name: string; description: string };
/** Who answers first in an inbox; null = people. */
export type Bot = "captain_assistant" | "agent_bot" | null;
export type Inbox = { id: number; name: string; channel: string; bot: Bot; asksForRating: boolean };
export type Staff = {
  accountId: number;
  accountName: string;
  foundedAt: number;
  agents: Agent[];
  teams: Team[];
  inboxes: Inbox[];
  agentBot: { id: number; name: string };
  captain: { id: number; name: string };
  labels: { id: number; title: string; color: string }[];
};
export type Contact = {
  id: number;
  name: string;
  email: string;
  plan: string;
  isVip: boolean;
  createdAt: number;
  lastActivityAt: number;
};

const FIRST = ["Ada", "Bela", "Chidi", "Dora", "Emre", "Farah", "Goran", "Hana", "Idris", "Jana", "Kofi", "Lena"];
const LAST = ["Abe", "Brandt", "Castro", "Dahl", "Eze", "Fischer", "Gupta", "Haas", "Ivanov", "Jonas", "Kaya", "Lund"];

const nameOf = (random: Random): string => `${random.pick(FIRST)} ${random.pick(LAST)}`;
const mailOf = (name: string, number: number): string =>
  `${name.toLowerCase().replaceAll(" ", ".")}.${number}@mail.example`;

export const staffOf = (seed: string, foundedAt: number): Staff => {
  const random = randomOf(seed, "staff");
  const teams = ["billing", "technical", "orders"].map((name, i) => ({
    id: i + 1,
    name,
    description: `Everything about ${name}`,
  }));
  const agents = Array.from({ length: 9 }, (_, i) => {
    const name = nameOf(random);
    return {
      id: 11 + i,
      name,
      email: mailOf(name, 11 + i),
      role: i === 0 ? ("administrator" as const) : ("agent" as const),
      teamId: (i % teams.length) + 1,
    };
  });
  return {
    accountId: 3,
    accountName: "Marlow Outdoor",
    foundedAt,
    agents,
    teams,
    inboxes: [
      { id: 1, name: "Website", channel: "Channel::WebWidget", bot: "captain_assistant", asksForRating: true },
      { id: 2, name: "WhatsApp", channel: "Channel::Whatsapp", bot: "agent_bot", asksForRating: true },
      { id: 4, name: "E-mail", channel: "Channel::Email", bot: null, asksForRating: false },
    ],
    agentBot: { id: 6, name: "Scout" },
    captain: { id: 2, name: "Captain" },
    labels: ["billing", "delivery", "account", "return", "vip"].map((title, i) => ({
      id: i + 1,
      title,
      color: "#1f93ff",
    })),
  };
};

export const contactOf = (random: Random, id: number, at: number): Contact => {
  const name = nameOf(random);
  const plan = random.weighted({ free: 0.5, pro: 0.35, enterprise: 0.15 });
  return {
    id,
    name,
    email: mailOf(name, id),
    plan,
    isVip: plan === "enterprise" && random.chance(0.5),
    createdAt: at - Math.round(random.exponential(90) * 86_400_000),
    lastActivityAt: at,
  };
};
