import { type ReactNode, Suspense } from "react";
import { SectionBoundary } from "./section-boundary.tsx";

type Props = { name: string; className?: string; shape: ReactNode; children: ReactNode };

/** One part of a page: its shape stands there until it is counted, and what goes wrong in it stays in it. */
export function Part({ name, className, shape, children }: Props) {
  return (
    <div className={className}>
      <SectionBoundary name={name}>
        <Suspense fallback={shape}>{children}</Suspense>
      </SectionBoundary>
    </div>
  );
}

type SectionProps = Omit<Props, "shape"> & { height: number };

/** A part that is a section: its name stands over room of so many pixels until it is counted. */
export function SectionPart({ name, height, ...rest }: SectionProps) {
  const shape = (
    <div className="section" aria-busy="true">
      <h2>{name}</h2>
      <div className="skeleton mt-3" style={{ height }} />
    </div>
  );
  return <Part {...rest} name={name} shape={shape} />;
}
