// biome-ignore-all lint/a11y/noRedundantRoles: some browsers forget what a table is once its rows are blocks
import type { ReactNode } from "react";

export type Column = {
  name: string;
  /** A whole number or the like: to the right, and in a block beside its neighbours. */
  isNumber?: boolean;
  /** Understood without its column's name, which a block then leaves out. */
  isPlain?: boolean;
  /** Its name is only read out. */
  isUnnamed?: boolean;
  className?: string;
};

type Props = {
  columns: readonly Column[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** All its columns' names are only read out, and take no room. */
  isHeadless?: boolean;
  /** Its columns find room in half of a wide page, so that it folds on a phone only. */
  isSlim?: boolean;
  className?: string;
};

/** A table which, where there is no room for its columns, shows each row as a block: the first cell as its title, the
 * others below with their column's name before them, and none for a cell that holds `None`. To whoever listens it stays the same table. */
export function FoldingTable({ columns, rows, isHeadless = false, isSlim = false, className = "mt-2" }: Props) {
  return (
    <div className={`${isSlim ? "max-sm:@container" : "@container"} overflow-x-auto ${className}`}>
      <table role="table" className="table folding">
        <thead role="rowgroup" className={isHeadless ? "sr" : undefined}>
          <tr role="row">
            {columns.map(({ name, isNumber, isUnnamed }) => (
              <th key={name} role="columnheader" scope="col" className={isNumber ? "number" : undefined}>
                {isUnnamed ? <span className="sr">{name}</span> : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, cells }) => (
            <tr key={key} role="row">
              {columns.map(({ name, isNumber, isPlain, isUnnamed, className }, i) => (
                <td
                  key={name}
                  role="cell"
                  data-column={isPlain || isUnnamed || i === 0 ? undefined : name}
                  className={[isNumber && "number", className].filter(Boolean).join(" ") || undefined}
                >
                  {cells[i]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A dash in a column; nothing in a block, which names what there is. */
export function None() {
  return <span className="none text-ink-3">–</span>;
}
