import { lookup as resolveName } from "node:dns/promises";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { Agent, type Dispatcher } from "undici";
import { env, isOnLoopback } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";

const INTERNAL: [string, number, "ipv4" | "ipv6"][] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
  ["::", 128, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
];
const LOOPBACK: typeof INTERNAL = [
  ["127.0.0.0", 8, "ipv4"],
  ["::1", 128, "ipv6"],
];

const listOf = (ranges: typeof INTERNAL): BlockList => {
  const list = new BlockList();
  for (const range of ranges) list.addSubnet(...range);
  return list;
};
const [internal, loopback] = [listOf(INTERNAL), listOf(LOOPBACK)];

const within = (list: BlockList, address: string): boolean =>
  list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

export type OutboundRule = { allowsLoopback: boolean; allowedHosts: readonly string[] };

/** What this deployment may call: loopback only while it is itself reached from this machine alone. */
export const outboundRule = (): OutboundRule => ({
  allowsLoopback: isOnLoopback(env()),
  allowedHosts: env().SEAM_OUTBOUND_ALLOW,
});

/** Whether an address may be called for a host: not one of the inner network, unless the operator allows the host. */
export const mayCall = (host: string, address: string, { allowsLoopback, allowedHosts }: OutboundRule): boolean => {
  if (allowedHosts.includes(host.toLowerCase())) return true;
  if (within(loopback, address)) return allowsLoopback;
  return !within(internal, address);
};

const refusal = (host: string): AppError =>
  new AppError("bad_input", `${host} is an address of an inner network; list it in SEAM_OUTBOUND_ALLOW to allow it.`);

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

/** Refuses a base address before it is stored or called: an address written as a number is never looked up. */
export const checkAddress = (base: string, rule: OutboundRule = outboundRule()): void => {
  const host = new URL(base).hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !mayCall(host, host, rule)) throw refusal(host);
};
