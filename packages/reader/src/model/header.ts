/*
 * Checks of a weights file's header. By hand and not with Zod, whose hundred modules would double the time that the
 * command takes to start.
 */

/**
 * The numbers of these names in a weights file's header.
 * @throws {Error} naming the one that is missing.
 */
export function headerNumbers<Name extends string>(header: unknown, names: readonly Name[]): Record<Name, number> {
  const numbers: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const value = field(header, name);
    if (typeof value !== 'number') throw new Error(`weights: the header has no number "${name}"`);
    numbers[name] = value;
  }
  return numbers as Record<Name, number>;
}

/**
 * The list of words of this name in a weights file's header.
 * @throws {Error} where it is missing or holds anything but words.
 */
export function headerWords(header: unknown, name: string): string[] {
  const value = field(header, name);
  if (!Array.isArray(value) || !value.every((each): each is string => typeof each === 'string')) {
    throw new Error(`weights: the header has no list of words "${name}"`);
  }
  return value;
}

function field(header: unknown, name: string): unknown {
  if (typeof header !== 'object' || header === null) throw new Error('weights: the header is no object');
  return Object.entries(header).find(([key]) => key === name)?.[1];
}
