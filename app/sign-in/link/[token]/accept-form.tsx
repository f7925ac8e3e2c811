"use client";

import { signIn } from "next-auth/react";
import { useActionState, useEffect } from "react";
import { type Accepted, accept } from "./actions.ts";

type Props = { token: string; email: string | null; name: string | null };

export function AcceptForm({ token, email, name }: Props) {
  const [state, action, isBusy] = useActionState<Accepted | null, FormData>(accept, null);
  useEffect(() => {
    if (!state?.credentials) return;
    signIn("password", { ...state.credentials, redirect: false }).then(() => window.location.assign("/"));
  }, [state]);
  return (
    <form action={action} className="mt-6 space-y-3">
      <input type="hidden" name="token" value={token} />
      <label className="block">
        <span className="label">E-mail</span>
        <input
          name="email"
          type="email"
          defaultValue={email ?? ""}
          readOnly={email !== null}
          required
          className="field"
        />
      </label>
      <label className="block">
        <span className="label">Name</span>
        <input
          name="name"
          defaultValue={name ?? ""}
          readOnly={name !== null}
          required
          maxLength={80}
          className="field"
        />
      </label>
      <label className="block">
        <span className="label">Password, 12 characters or more</span>
        <input name="password" type="password" autoComplete="new-password" minLength={12} required className="field" />
      </label>
      <button type="submit" className="button w-full" disabled={isBusy}>
        Come in
      </button>
      <p role="alert" className="text-red-ink">
        {state?.problem}
      </p>
    </form>
  );
}
