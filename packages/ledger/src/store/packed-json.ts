import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PRESET_WORDS } from './preset-words.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Level 6 keeps a fifth more than 9 would save, in a third of its time. */
const LEVEL = 6;
const VERSION = 2;

/**
 * A JSON value in few bytes. Values that stand at the same place of their objects are written one after the other, as a
 * table is by its columns: numbers as the difference from the one before, `end` from its `start`, each string once. The
 * strings and the rest are deflated (RFC 1951) apart. Properties that are undefined are left out, as in JSON.
 */
export function packJson(value: unknown): Uint8Array {
  const columns = new ColumnWriter();
  columns.write([value as Json]);
  const strings = deflateRawSync(JSON.stringify(columns.strings), { level: LEVEL, dictionary: PRESET_WORDS });
  const rest = deflateRawSync(columns.bytes(), { level: LEVEL });
  const packed = new Uint8Array(5 + strings.length + rest.length);
  packed[0] = VERSION;
  new DataView(packed.buffer).setUint32(1, strings.length);
  packed.set(strings, 5);
  packed.set(rest, 5 + strings.length);
  return packed;
}

/**
 * What `packJson` was given.
 * @throws {RangeError} where the bytes are not of its making.
 */
export function unpackJson(packed: Uint8Array): unknown {
  if (packed.length < 5 || packed[0] !== VERSION) throw new RangeError('not bytes that this version has packed');
  const end = 5 + new DataView(packed.buffer, packed.byteOffset).getUint32(1);
  const strings = JSON.parse(
    inflateRawSync(packed.subarray(5, end), { dictionary: PRESET_WORDS }).toString(),
  ) as string[];
  return new ColumnReader(strings, inflateRawSync(packed.subarray(end))).read(1)[0];
}

const NULL = 0;
const FALSE = 1;
const TRUE = 2;
const INTEGER = 3;
/** A number with at most three decimals. */
const DECIMAL = 4;
const OTHER_NUMBER = 5;
const STRING = 6;
const ARRAY = 7;
const OBJECT = 8;
/** Added to a kind that all values of the column have. */
const ALL = 16;
const DECIMALS = 1000;
/** Between the names of an object's properties. */
const SEPARATOR = '\t';

class ColumnWriter {
  readonly strings: string[] = [];
  readonly #placeOf = new Map<string, number>();
  #bytes = new Uint8Array(4096);
  #at = 0;

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }

  write(values: readonly Json[]): void {
    if (values.length === 0) return;
    const kinds = values.map(kindOf);
    const isUniform = kinds.every((kind) => kind === kinds[0]);
    if (isUniform) this.#number(kinds[0] + ALL);
    else for (const kind of kinds) this.#number(kind);
    const of = (kind: number): readonly Json[] =>
      isUniform ? (kinds[0] === kind ? values : []) : values.filter((_, at) => kinds[at] === kind);
    this.#differences(of(INTEGER) as number[]);
    this.#differences((of(DECIMAL) as number[]).map((value) => Math.round(value * DECIMALS)));
    this.#strings((of(OTHER_NUMBER) as number[]).map(String));
    this.#strings(of(STRING) as string[]);
    const arrays = of(ARRAY) as (readonly Json[])[];
    for (const { length } of arrays) this.#number(length);
    this.write(arrays.flat());
    this.#objects(of(OBJECT) as Record<string, Json | undefined>[]);
  }

  #objects(objects: readonly Record<string, Json | undefined>[]): void {
    if (objects.length === 0) return;
    const shapes = objects.map(shapeOf);
    this.#strings(shapes);
    for (const key of keysOf(shapes)) {
      const own = objects.filter((object) => object[key] !== undefined);
      const isLength = key === 'end' && own.every(({ start, end }) => isInteger(start) && isInteger(end));
      if (key === 'end') this.#number(isLength ? 1 : 0);
      this.write(own.map((object) => (isLength ? Number(object.end) - Number(object.start) : (object[key] ?? null))));
    }
  }

  #differences(numbers: readonly number[]): void {
    let last = 0;
    for (const value of numbers) {
      const difference = value - last;
      this.#number(difference < 0 ? -2 * difference - 1 : 2 * difference);
      last = value;
    }
  }

  /** How many strings back of the next new one each is; 0 for a new one. */
  #strings(strings: readonly string[]): void {
    for (const string of strings) {
      const place = this.#placeOf.get(string);
      this.#number(place === undefined ? 0 : this.strings.length - place);
      if (place === undefined) {
        this.#placeOf.set(string, this.strings.length);
        this.strings.push(string);
      }
    }
  }

  /** LEB128. */
  #number(value: number): void {
    if (this.#at + 10 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let left = value;
    while (left >= 128) {
      this.#bytes[this.#at++] = 128 | (left % 128);
      left = Math.floor(left / 128);
    }
    this.#bytes[this.#at++] = left;
  }
}

class ColumnReader {
  readonly #known: readonly string[];
  readonly #bytes: Uint8Array;
  #strings = 0;
  #at = 0;

  constructor(strings: readonly string[], bytes: Uint8Array) {
    this.#known = strings;
    this.#bytes = bytes;
  }

  read(count: number): Json[] {
    if (count === 0) return [];
    const first = this.#number();
    if (first >= ALL) return this.#column(first - ALL, count);
    const kinds = [first];
    while (kinds.length < count) kinds.push(this.#number());
    const counted = new Array<number>(OBJECT + 1).fill(0);
    for (const kind of kinds) counted[kind]++;
    const columns = counted.map((own, kind) => this.#column(kind, own));
    const next = new Array<number>(OBJECT + 1).fill(0);
    return kinds.map((kind) => columns[kind][next[kind]++]);
  }

  /** So many values of one kind. */
  #column(kind: number, count: number): Json[] {
    if (count === 0) return [];
    switch (kind) {
      case NULL:
        return new Array<Json>(count).fill(null);
      case FALSE:
      case TRUE:
        return new Array<Json>(count).fill(kind === TRUE);
      case INTEGER:
        return this.#differences(count);
      case DECIMAL:
        return this.#differences(count).map((value) => value / DECIMALS);
      case OTHER_NUMBER:
        return this.#read(count).map(Number);
      case STRING:
        return this.#read(count);
      case ARRAY:
        return this.#arrays(count);
      case OBJECT:
        return this.#objects(count);
      default:
        throw new RangeError(`there is no kind ${kind} of values`);
    }
  }

  #arrays(count: number): Json[][] {
    const lengths: number[] = [];
    let all = 0;
    while (lengths.length < count) {
      const length = this.#number();
      lengths.push(length);
      all += length;
    }
    const items = this.read(all);
    let taken = 0;
    return lengths.map((length) => {
      taken += length;
      return items.slice(taken - length, taken);
    });
  }

  #objects(count: number): Record<string, Json>[] {
    if (count === 0) return [];
    const byShape = new Map<string, Record<string, Json>[]>();
    const objects: Record<string, Json>[] = [];
    const shapes = this.#read(count);
    for (const shape of shapes) {
      const object = {};
      const alike = byShape.get(shape);
      if (alike === undefined) byShape.set(shape, [object]);
      else alike.push(object);
      objects.push(object);
    }
    const isUniform = byShape.size === 1;
    const keysOfShape = new Map([...byShape.keys()].map((shape) => [shape, new Set(keysOf([shape]))]));
    for (const key of keysOf(byShape.keys())) {
      const own = isUniform ? objects : objects.filter((_, at) => keysOfShape.get(shapes[at])?.has(key));
      const isLength = key === 'end' && this.#number() === 1;
      const values = this.read(own.length);
      for (let at = 0; at < own.length; at++) {
        own[at][key] = isLength ? Number(values[at]) + Number(own[at].start) : values[at];
      }
    }
    return objects;
  }

  #differences(count: number): number[] {
    const numbers: number[] = [];
    let last = 0;
    while (numbers.length < count) {
      const coded = this.#number();
      last += coded % 2 === 1 ? -(coded + 1) / 2 : coded / 2;
      numbers.push(last);
    }
    return numbers;
  }

  #read(count: number): string[] {
    const strings: string[] = [];
    while (strings.length < count) {
      const back = this.#number();
      const place = back === 0 ? this.#strings++ : this.#strings - back;
      if (place < 0 || place >= this.#known.length) throw new RangeError('a string is not there');
      strings.push(this.#known[place]);
    }
    return strings;
  }

  #number(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      if (this.#at >= this.#bytes.length) throw new RangeError('bytes are missing');
      const byte = this.#bytes[this.#at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }
}

function kindOf(value: Json): number {
  if (value === null || value === undefined) return NULL;
  if (value === false) return FALSE;
  if (value === true) return TRUE;
  if (typeof value === 'number') {
    if (isInteger(value)) return INTEGER;
    const scaled = Math.round(value * DECIMALS);
    return isInteger(scaled) && scaled / DECIMALS === value ? DECIMAL : OTHER_NUMBER;
  }
  if (typeof value === 'string') return STRING;
  return Array.isArray(value) ? ARRAY : OBJECT;
}

/** Whether differences of such numbers are exact. */
function isInteger(value: Json | undefined): boolean {
  return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 50 && !Object.is(value, -0);
}

function shapeOf(object: Record<string, Json | undefined>): string {
  return Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .join(SEPARATOR);
}

/** The names of properties, each where it first stands. */
function keysOf(shapes: Iterable<string>): string[] {
  return [...new Set([...new Set(shapes)].flatMap((shape) => (shape === '' ? [] : shape.split(SEPARATOR))))];
}
