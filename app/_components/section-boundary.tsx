"use client";

import { Component, type ReactNode } from "react";

type Props = { name: string; children: ReactNode };

/** One part of a page that could not be counted never blanks the rest. */
export class SectionBoundary extends Component<Props, { reference: string | null; hasFailed: boolean }> {
  override state = { reference: null, hasFailed: false };
  static getDerivedStateFromError(error: Error & { digest?: string }) {
    return { reference: error.digest ?? null, hasFailed: true };
  }
  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="section mt-3" role="alert">
        <h2>{this.props.name}</h2>
        <p className="deck mt-2">
          This part could not be counted; the others stand as they are.
          {this.state.reference && ` Reference in the log: ${this.state.reference}.`}
        </p>
        <button type="button" className="button quiet mt-3" onClick={() => window.location.reload()}>
          Try again
        </button>
      </div>
    );
  }
}
