"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";

const SENTENCES: Record<string, string> = {
  CredentialsSignin: "E-mail or password is not right.",
  too_many: "Too many attempts for this address. Try again in a quarter of an hour.",
};

const enter = async (provider: string, credentials: Record<string, string>, to: string): Promise<string | null> => {
  try {
    const answer = await signIn(provider, { ...credentials, redirect: false });
    if (answer?.ok) {
      window.location.assign(to);
      return null;
    }
    return SENTENCES[answer?.error ?? ""] ?? "That did not work. Try again in a moment.";
  } catch {
    return "The server does not answer. Is it still running?";
  }
};

export function SignInForm({ to }: { to: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const data = new FormData(event.currentTarget);
    const credentials = { email: String(data.get("email")), password: String(data.get("password")) };
    setProblem(await enter("password", credentials, to));
    setBusy(false);
  };
  return (
    <form method="post" onSubmit={submit} className="mt-3 space-y-3">
      <label className="block">
        <span className="label">E-mail</span>
        <input name="email" type="email" autoComplete="username" required className="field" />
      </label>
      <label className="block">
        <span className="label">Password</span>
        <input name="password" type="password" autoComplete="current-password" required className="field" />
      </label>
      <button type="submit" className="button w-full" disabled={isBusy}>
        Sign in
      </button>
      <p role="alert" className="text-red-ink">
        {problem}
      </p>
    </form>
  );
}

export function PersonaButton({ email, label, to }: { email: string; label: string; to: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className="text-right">
      <button
        type="button"
        className="link min-h-6 text-[13px] font-semibold whitespace-nowrap"
        onClick={async () => setProblem(await enter("persona", { email }, to))}
      >
        {label}
      </button>
      {problem && (
        <p role="alert" className="text-red-ink">
          {problem}
        </p>
      )}
    </div>
  );
}
