/** FNV-1a over the UTF-16 units of a text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Mixes a value into a hash; the order matters. The multipliers are MurmurHash3's. */
export function mix(hash: number, value: number): number {
  const h = Math.imul(hash ^ Math.imul(value, 0xcc9e2d51), 0x85ebca6b);
  return h ^ (h >>> 15);
}
