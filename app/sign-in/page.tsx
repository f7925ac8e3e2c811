import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { personasMayEnter } from "#app/_auth/options.ts";
import { currentReader } from "#app/_auth/session.ts";
import { Mark } from "#app/_components/mark.tsx";
import type { SearchParams } from "#app/_filters.ts";
import { incidentAsked, incidentPath } from "#lib/alarms/notification.ts";
import { PERSONAS } from "#lib/demo/personas.ts";
import { LANDING } from "#lib/roles.ts";
import { PersonaButton, SignInForm } from "./sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };
export const dynamic = "force-dynamic";

export default async function SignIn({ searchParams }: { searchParams: Promise<SearchParams> }) {
  // Whoever came from a message about an alarm goes on to it, and nobody to any other address.
  const incident = incidentAsked((await searchParams)["incident"]);
  const to = incident && incidentPath(incident);
  if (await currentReader()) redirect(to ?? "/");
  const hasPersonas = await personasMayEnter();
  return (
    <main className="mx-auto max-w-[1120px] px-4 pt-8 pb-12 sm:px-12 sm:pt-[72px]">
      <p className="flex items-center gap-2.5 text-[20px] leading-7 font-semibold">
        <Mark size={40} />
        Seam
      </p>
      <h1 className="mt-8 max-w-[860px] text-[26px] leading-8 font-semibold tracking-[-0.022em] text-balance sm:mt-14 sm:text-[36px] sm:leading-[44px]">
        How well does your AI hand over to your people?
      </h1>
      <p className="mt-3 max-w-[700px] text-[14px] leading-[22px] text-ink-2">
        Seam reads the conversations you already have and measures the moment they change hands: how long people waited,
        what they had to say again, and what became of it.
      </p>
      <Seamline />
      <div className="mt-12 grid gap-x-16 gap-y-10 sm:grid-cols-[minmax(0,1fr)_320px]">
        {hasPersonas && <Personas to={to} />}
        <section className="section">
          <h2>Sign in</h2>
          <SignInForm to={to ?? "/"} />
          <p className="note mt-3">
            No account yet? Ask an admin for an invitation. The first admin is made by the link that{" "}
            <code>npm start</code> prints.
          </p>
        </section>
      </div>
    </main>
  );
}

function Personas({ to }: { to: string | null }) {
  return (
    <section className="section">
      <h2>Look around with made-up data</h2>
      <p className="note mb-1">26 weeks of a bookshop that does not exist</p>
      <ul>
        {PERSONAS.map(({ email, name, role, title, question, opens }) => (
          <li
            key={email}
            className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 border-t border-hair py-3.5 first:border-t-0 sm:grid-cols-[168px_minmax(0,1fr)_auto]"
          >
            <p className="text-[14px] font-semibold">
              {name}
              <span className="block text-[12px] leading-4 font-normal text-ink-3">{title}</span>
            </p>
            <p className="order-3 col-span-2 text-[14px] text-pretty text-ink-2 sm:order-none sm:col-span-1">
              {question}
            </p>
            <PersonaButton email={email} label={opens} to={to ?? LANDING[role]} />
          </li>
        ))}
      </ul>
      <p className="note border-t border-hair pt-2.5">
        Only while the demo runs on this machine alone. Nothing you do here leaves this server.
      </p>
    </section>
  );
}

const LEGS = [
  { text: "The AI’s part", x: 0, width: 228, fill: "var(--ai)", ink: "var(--ai-ink)" },
  { text: "The wait", x: 228, width: 300, fill: "url(#hatch-ho)", ink: "var(--ho-ink)" },
  { text: "The agent’s part", x: 528, width: 496, fill: "var(--hu)", ink: "var(--hu-ink)" },
];

function Seamline() {
  return (
    <svg
      viewBox="0 0 1024 44"
      className="mt-10 hidden w-full sm:block"
      role="img"
      aria-label="The three legs of a handoff"
    >
      {LEGS.map(({ text, x, width, fill, ink }) => (
        <g key={text}>
          <rect x={x} y={12} width={width} height={4} fill={fill} />
          <text x={x} y={40} fontSize={12} fontWeight={600} fill={ink}>
            {text}
          </text>
        </g>
      ))}
      <path d="M228 4l10 10-10 10-10-10z" fill="var(--ho)" stroke="var(--paper)" strokeWidth={2} />
    </svg>
  );
}
