/**
 * The file format of trained weights: a JSON header and flat arrays of numbers, little-endian, so that loading is a view
 * over the bytes and costs no parsing.
 *
 *     "HSW1" | header length (uint32) | header (UTF-8 JSON) | padding to 8 | array | padding to 8 | array ...
 */
export interface Weights {
  /** Whatever the component needs beside numbers: label names, settings, lexicons. */
  readonly header: unknown;
  readonly arrays: Readonly<Record<string, NumberArray>>;
}

export type NumberArray = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array;

const MAGIC = 'HSW1';
const ALIGNMENT = 8;

const ARRAY_TYPES = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
} as const;
type ArrayType = keyof typeof ARRAY_TYPES;

interface Layout {
  header: unknown;
  arrays: { name: string; type: ArrayType; length: number }[];
}

/** Writes weights as the bytes of a weights file. The same weights give the same bytes. */
export function encodeWeights(weights: Weights): Uint8Array {
  const entries = Object.entries(weights.arrays);
  const layout: Layout = {
    header: weights.header,
    arrays: entries.map(([name, array]) => ({ name, type: arrayType(array), length: array.length })),
  };
  const header = new TextEncoder().encode(JSON.stringify(layout));
  let size = aligned(8 + header.length);
  for (const [, array] of entries) size = aligned(size + array.byteLength);

  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(bytes.buffer).setUint32(4, header.length, true);
  bytes.set(header, 8);
  let at = aligned(8 + header.length);
  for (const [, array] of entries) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at = aligned(at + array.byteLength);
  }
  return bytes;
}

/**
 * Reads the bytes of a weights file. The arrays are views over `bytes` where its alignment allows, else copies.
 * @throws {Error} where the bytes are no weights file or break off.
 */
export function decodeWeights(bytes: Uint8Array): Weights {
  const magic = new TextDecoder().decode(bytes.subarray(0, 4));
  if (magic !== MAGIC) throw new Error(`not a weights file: it begins with "${magic}", not with "${MAGIC}"`);
  const owned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  const length = new DataView(owned.buffer, owned.byteOffset).getUint32(4, true);
  const layout = JSON.parse(new TextDecoder().decode(owned.subarray(8, 8 + length))) as Layout;
  const arrays: Record<string, NumberArray> = {};
  let at = aligned(8 + length);
  for (const { name, type, length: count } of layout.arrays) {
    const ArrayOfType = ARRAY_TYPES[type];
    const size = count * ArrayOfType.BYTES_PER_ELEMENT;
    if (at + size > owned.length) throw new Error(`weights file breaks off in "${name}"`);
    arrays[name] = new ArrayOfType(owned.buffer as ArrayBuffer, owned.byteOffset + at, count);
    at = aligned(at + size);
  }
  return { header: layout.header, arrays };
}

function arrayType(array: NumberArray): ArrayType {
  for (const [type, ArrayOfType] of Object.entries(ARRAY_TYPES)) {
    if (array instanceof ArrayOfType) return type as ArrayType;
  }
  throw new Error('unknown array type');
}

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
