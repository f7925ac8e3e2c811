import type { Role } from "#lib/roles.ts";

/** Who can be entered with one click while the demo runs on this machine alone, and what each comes to ask. */
export const PERSONAS: { email: string; name: string; role: Role; title: string; question: string; opens: string }[] = [
  {
    email: "mara@marlow-books.example",
    name: "Mara Lindqvist",
    role: "manager",
    title: "Support manager",
    question: "Is the handoff getting better or worse, is that real, and which conversations should the team read?",
    opens: "Open the week",
  },
  {
    email: "tom@marlow-books.example",
    name: "Tom Okafor",
    role: "planner",
    title: "Staffing planner",
    question: "Who waited too long, when, and did they leave before a person answered?",
    opens: "Open the queue",
  },
  {
    email: "ines@marlow-books.example",
    name: "Ines Duarte",
    role: "knowledge",
    title: "Knowledge-base owner",
    question: "Which topics push the escalation rate up, and did the last article help?",
    opens: "Open the topics",
  },
];
