import type { MetricKey } from "#lib/metrics/catalogue.ts";

/** exact: the source states what the metric needs; approximate: it is worked out from what is stated; none: not available
 * from this source, never 0. */
export type Grade = "exact" | "approximate" | "none";

export type Field = {
  name: string;
  label: string;
  /** One sentence on where to find it. */
  hint: string;
  type: "url" | "text" | "password";
  /** Stored encrypted, never shown again. */
  isSecret: boolean;
  isRequired: boolean;
  /** Part of where the conversations are: with another value it is another account. */
  isPlace?: true;
};

/** What the app has to know of a vendor: how to connect it, and what can be measured with it. */
export type SourceDescriptor = {
  kind: string;
  name: string;
  /** What the button that adds one says. */
  action: string;
  /** What to have at hand, in one sentence. */
  about: string;
  /** What the form asks for; names are those of the connector's settings and secrets. */
  fields: readonly Field[];
  /** Null when the vendor sends none. Else how to set it up, in one sentence. */
  webhook: { setUp: string } | null;
  /** Every metric, with the reason in one sentence. */
  gives: Readonly<Record<MetricKey, { grade: Grade; why: string }>>;
};

/** Whether a change of settings leads to another account: that it does not have what is stored says nothing then. */
export const isElsewhere = (
  { fields }: Pick<SourceDescriptor, "fields">,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): boolean => fields.some(({ name, isPlace }) => isPlace && before[name] !== after[name]);
