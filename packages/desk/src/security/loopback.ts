const LOOPBACK: readonly string[] = ['127.0.0.1', '::1'];

/**
 * The address to listen on. Whoever reaches the desk can change the ledger, so it listens where only this machine can.
 * @throws {RangeError} for any other.
 */
export function loopbackAddress(host: string): string {
  if (LOOPBACK.includes(host)) return host;
  throw new RangeError(
    `the desk listens on ${LOOPBACK.join(' or ')} only, not on ${host}: it has no accounts yet, and whoever reaches it can change the ledger. From another machine, use a tunnel: ssh -L 4400:127.0.0.1:4400 HOST`,
  );
}
