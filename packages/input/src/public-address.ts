import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { InputError } from './input-error.ts';

/** IANA special-purpose registries (RFC 6890 and its updates): addresses that are not on the public Internet. */
const SPECIAL_IPV4 = [
  ['0.0.0.0', 8], // "this network"
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
] as const;

/** Of IPv6 only global unicast (2000::/3) is public, and of that not what embeds an IPv4 address or documents. */
const SPECIAL_IPV6 = [
  ['::', 3], // unspecified, loopback, mapped and translated IPv4 (::ffff:0:0/96, 64:ff9b::/96)
  ['2001::', 23], // protocol assignments, Teredo among them
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: embeds any IPv4 address
  ['3fff::', 20], // documentation
  ['4000::', 2], // unassigned
  ['8000::', 1], // unassigned, unique local (fc00::/7), link-local (fe80::/10), multicast (ff00::/8)
] as const;

// Two lists: a BlockList takes an IPv4 address for its IPv6-mapped form too, which ::/3 holds.
const specialIpv4 = new BlockList();
for (const [net, prefix] of SPECIAL_IPV4) specialIpv4.addSubnet(net, prefix, 'ipv4');
const specialIpv6 = new BlockList();
for (const [net, prefix] of SPECIAL_IPV6) specialIpv6.addSubnet(net, prefix, 'ipv6');

/** Whether an IP address, in its usual notation, is on the public Internet. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !specialIpv4.check(address, 'ipv4');
    case 6:
      return !specialIpv6.check(address, 'ipv6');
    default:
      return false;
  }
}

/**
 * Resolves a host for a socket that is about to connect, and fails unless every address it has is public. It is the very
 * look-up that the socket connects by, so a name that changes its address in between (DNS rebinding) gains nothing.
 * A socket skips look-ups for literal addresses: check those with `isPublicAddress`.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const hidden = addresses.find(({ address }) => !isPublicAddress(address));
    if (hidden) return callback(privateAddress(hostname, hidden.address), []);
    if (options.all) return callback(null, addresses);
    return callback(null, addresses[0].address, addresses[0].family);
  });
};

/** The error for a host that is not on the public Internet. */
export function privateAddress(hostname: string, address: string): InputError {
  const place = hostname === address ? address : `${hostname} (${address})`;
  return new InputError(
    'private',
    `${place} is a private address; hearsay fetches from it only where it was started with --allow-private`,
  );
}
