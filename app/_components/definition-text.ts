export type DefinitionText = {
  metric: string;
  label: string;
  says: string;
  part: string;
  whole: string;
  cohort: string;
  final: string;
  interval: string;
  target: string;
  nullMeans: string;
  version: number;
  /** Since when this version holds; null = from the beginning. */
  since: string | null;
};

/** What a definition says, one row each, as popover and page show it. */
export const definitionRows = (text: DefinitionText): [name: string, text: string][] => [
  ["Counted", text.part],
  ["Of", text.whole],
  ["Belongs to", text.cohort],
  ["Final", text.final],
  ["Interval", text.interval],
  ["Target", text.target],
  ["No value", text.nullMeans],
];
