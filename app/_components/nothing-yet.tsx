import Link from "next/link";

/** A page of a workspace into which nothing has come yet: what to do next, instead of a number that is not there. */
export function NothingYet({ isAdmin }: { isAdmin: boolean }) {
  return (
    <main className="page pt-16">
      <h1 className="lead">No conversation has come in yet.</h1>
      <p className="deck mt-3 max-w-[760px]">
        The numbers begin with the first, seconds after it came.{" "}
        {isAdmin
          ? "Connect the system that holds them, import files, or let your own send them."
          : "An admin connects the system that holds them, or imports files."}
      </p>
      {isAdmin && (
        <Link href="/sources" className="button mt-4">
          Bring in conversations
        </Link>
      )}
    </main>
  );
}
