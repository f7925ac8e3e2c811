"use client";

import type { ComponentProps } from "react";
import PageError from "../error.tsx";

/** Here as well, so that the masthead stays and leads to what still works. */
export default function DashboardError(props: ComponentProps<typeof PageError>) {
  return <PageError {...props} />;
}
