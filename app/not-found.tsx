import Link from "next/link";

export default function NotFound() {
  return (
    <main className="page pt-16">
      <h1 className="lead">There is nothing at this address.</h1>
      <p className="deck mt-3">
        What was here may have been deleted by its source, or the link is incomplete.{" "}
        <Link href="/" className="link">
          Go to the start
        </Link>
      </p>
    </main>
  );
}
