import { lookup as resolveName } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { Agent, type Dispatcher } from "undici";
import { mayCall, type OutboundRule, outboundRule, refusal } from "#db/outbound.ts";

/** Connects only where the rule allows, judged by the very address that is then connected to: a name cannot point
 * elsewhere the second time it is asked for. */
export const guardedAgent = (rule: OutboundRule = outboundRule()): Dispatcher => {
  const lookup: LookupFunction = (host, options, done) => {
    resolveName(host, { all: true, family: options.family as 0 | 4 | 6 })
      .then((found) => {
        const allowed = found.filter(({ address }) => mayCall(host, address, rule));
        const [first] = allowed;
        if (!first) done(refusal(host), "", 0);
        else if (options.all) done(null, allowed);
        else done(null, first.address, first.family);
      })
      .catch((error: NodeJS.ErrnoException) => done(error, "", 0));
  };
  return new Agent({ connect: { lookup } });
};
