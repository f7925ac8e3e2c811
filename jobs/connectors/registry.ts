import { chatwoot } from "#jobs/connectors/chatwoot/connector.ts";
import type { Connector } from "#jobs/connectors/connector.ts";

// biome-ignore lint/suspicious/noExplicitAny: settings, raw and cursor are the connector's own; nobody else looks into them
export type AnyConnector = Connector<any, any, any, any>;

const CONNECTORS: AnyConnector[] = [chatwoot];

/** The connector of a kind of source. Throws for a kind that nothing is known about. */
export const connectorOf = (kind: string): AnyConnector => {
  const connector = CONNECTORS.find((one) => one.kind === kind);
  if (!connector) throw new Error(`there is no connector ${kind}`);
  return connector;
};
