import type { ComponentProps } from "react";
import { ActionForm } from "#app/_components/action-form.tsx";

type Props = Omit<ComponentProps<typeof ActionForm>, "keeps">;

/** A form whose fields and button stand in one row; what was typed and chosen stays until it is done. */
export function RowForm({ className = "", look = "quiet", ...rest }: Props) {
  return <ActionForm {...rest} look={look} className={`flex flex-wrap items-end gap-x-2 ${className}`} keeps />;
}
