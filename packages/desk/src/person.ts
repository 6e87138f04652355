/** Who asks or decides. There are no accounts yet: everything that will depend on them asks here. */
export interface Person {
  readonly name: string;
}

/** The one person of a desk on loopback. */
export function personAsking(): Person {
  return { name: 'editor' };
}
