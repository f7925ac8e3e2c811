import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
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

/** Why a host is not called. */
export const refusal = (host: string): AppError =>
  new AppError("bad_input", `${host} is an address of an inner network; list it in SEAM_OUTBOUND_ALLOW to allow it.`);

/** Refuses a base address before it is stored or called: an address written as a number is never looked up. */
export const checkAddress = (base: string, rule: OutboundRule = outboundRule()): void => {
  const host = hostOf(base);
  if (isIP(host) !== 0 && !mayCall(host, host, rule)) throw refusal(host);
};

const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, "");

/** Why an address cannot be called, in one sentence, for whoever has just typed it; null = nothing is known against it. Who
 * connects judges again. */
export const addressProblem = async (url: string, rule: OutboundRule = outboundRule()): Promise<string | null> => {
  const host = hostOf(url);
  const found = await addressesOf(host);
  if (typeof found === "string") return found;
  return found.some((address) => mayCall(host, address, rule)) ? null : refusal(host).message;
};

/** Or a sentence. */
const addressesOf = async (host: string): Promise<string[] | string> => {
  if (isIP(host) !== 0) return [host];
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOTFOUND"
      ? `There is no address named ${host}.`
      : `${host} could not be looked up just now (${code}). Try again in a moment.`;
  }
};
