import type { Metadata } from "next";
import { Mark } from "#app/_components/mark.tsx";
import { db } from "#app/_db.ts";
import { openLink } from "#db/sign-in.ts";
import { userByEmail } from "#db/users.ts";
import { AcceptForm } from "./accept-form.tsx";

export const metadata: Metadata = { title: "Welcome" };
export const dynamic = "force-dynamic";

const TITLES = {
  first_admin: "Make yourself the admin of this Seam.",
  invite: "You are invited. Choose a password and come in.",
  reset: "Choose a new password.",
};

type Props = { params: Promise<{ token: string }> };

export default async function LinkPage({ params }: Props) {
  const { token } = await params;
  const link = await openLink(db(), token, new Date());
  const known = link?.email ? await userByEmail(db(), link.email) : null;
  return (
    <main className="mx-auto max-w-[520px] px-4 pt-8 pb-12 sm:pt-[72px]">
      <p className="flex items-center gap-2.5 text-[20px] leading-7 font-semibold">
        <Mark size={40} />
        Seam
      </p>
      {link ? (
        <>
          <h1 className="lead mt-8">{TITLES[link.purpose]}</h1>
          <AcceptForm token={token} email={link.email} name={known?.name ?? null} />
        </>
      ) : (
        <>
          <h1 className="lead mt-8">This link does not work any more.</h1>
          <p className="deck mt-3">
            Links work once, and for a few days. Ask an admin for a new one; the first admin finds a fresh link in what{" "}
            <code>npm start</code> prints.
          </p>
        </>
      )}
    </main>
  );
}
