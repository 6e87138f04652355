/** "Disputed: one origin reports it" as "One origin reports it": where the status stands beside its reason already. */
export function withoutStatus(reason: string): string {
  const rest = reason.slice(reason.indexOf(': ') + 2);
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}
