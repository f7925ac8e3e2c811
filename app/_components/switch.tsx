import Link from "next/link";

type Choice = { name: string; href: string; isOn: boolean };

/** Two readings of one chart; which one is in the address. */
export function Switch({ label, choices }: { label: string; choices: Choice[] }) {
  return (
    <nav aria-label={label} className="no-print flex gap-x-4 text-[12px]">
      {choices.map(({ name, href, isOn }) => (
        <Link
          key={name}
          href={href}
          scroll={false}
          aria-current={isOn ? "true" : undefined}
          className="min-h-6 text-ink-2 aria-[current]:border-b-2 aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
