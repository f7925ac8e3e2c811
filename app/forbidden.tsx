import Link from "next/link";

export default function Forbidden() {
  return (
    <main className="page pt-16">
      <h1 className="lead">This page is for admins.</h1>
      <p className="deck mt-3">
        Sources, settings, people and tokens belong to them; ask one to do it, or to make you an admin.{" "}
        <Link href="/" className="link">
          Go to the start
        </Link>
      </p>
    </main>
  );
}
