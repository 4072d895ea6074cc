/**
 * The inner loop of the exact p as WebAssembly, since JavaScript has no arithmetic on two numbers at once and checks
 * every index: a third of the time. The bytes are put together from the few expressions below rather than compiled
 * from another language, and every operation is one of IEEE 754, so that the digits are those of plain code.
 *
 * A cell of memory holds two complex numbers, of two frequencies: both real parts, then both imaginary parts.
 */

type Code = readonly number[];

/** Adds to the cells from `last` down to `first` the cells `strides` bytes below, each times its weight. */
export interface GainLoop {
  /** All in bytes; weights lie at `weights` as cells, one for each stride. */
  (last: number, first: number, weights: number, ...strides: number[]): void;
}

export interface Kernel {
  readonly memory: Float64Array;
  readonly addOne: GainLoop;
  readonly addThree: GainLoop;
}

/** What of WebAssembly is used; node has it, but the types of the language leave it to those of a browser. */
declare const WebAssembly: {
  readonly Memory: new (pages: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** Bytes of a cell. */
export const CELL = 32;
const PAGE = 2 ** 16;

/** @param cells how many cells the memory holds; all are 0. */
export function dealingKernel(cells: number): Kernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((cells * CELL) / PAGE) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()), { own: { memory } });
  const { addOne, addThree } = exports as Pick<Kernel, 'addOne' | 'addThree'>;
  return { memory: new Float64Array(memory.buffer), addOne, addThree };
}

// Values are pushed by the instructions that make them and taken by the one that uses them.
const get = (local: number): Code => [0x20, local];
const set = (local: number, value: Code): Code => [...value, 0x21, local];
const less = (local: number, by: Code): Code => [...get(local), ...by, 0x6b];
const load = (address: Code, offset: number): Code => [...address, 0xfd, 0x00, 4, offset];
const store = (address: Code, offset: number, value: Code): Code => [...address, ...value, 0xfd, 0x0b, 4, offset];
const plus = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf0, 0x01];
const minus = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf1, 0x01];
const times = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf2, 0x01];
const IM = CELL / 2;

/** A function (last, first, weights, stride …) that gains from `count` cells below each. */
function gainLoop(count: number): Code {
  const [at, first, weights] = [0, 1, 2];
  const strides = Array.from({ length: count }, (_, i) => 3 + i);
  const pairs = 2 * count;
  const weightRe = (i: number): number => 3 + count + 2 * i;
  const cellRe = (i: number): number => 3 + count + pairs + 2 * i;
  const loadBoth = (re: number, address: Code, offset: number): Code =>
    [...set(re, load(address, offset)), ...set(re + 1, load(address, offset + IM))];
  const gained = (part: 're' | 'im', i: number): Code => {
    const [x, w] = [cellRe(i), weightRe(i)];
    return part === 're'
      ? minus(times(get(x), get(w)), times(get(x + 1), get(w + 1)))
      : plus(times(get(x), get(w + 1)), times(get(x + 1), get(w)));
  };
  const total = (part: 're' | 'im'): Code =>
    strides.reduce<Code>((sum, _, i) => plus(sum, gained(part, i)), load(get(at), part === 're' ? 0 : IM));
  return [
    1, ...size(2 * pairs), 0x7b,
    ...strides.flatMap((_, i) => loadBoth(weightRe(i), get(weights), CELL * i)),
    0x03, 0x40,
    ...strides.flatMap((stride, i) => loadBoth(cellRe(i), less(at, get(stride)), 0)),
    ...store(get(at), 0, total('re')),
    ...store(get(at), IM, total('im')),
    ...set(at, less(at, [0x41, CELL])),
    // Again while at ≥ first.
    ...get(at), ...get(first), 0x4e, 0x0d, 0,
    0x0b, 0x0b,
  ];
}

/** The module: types, the memory, two functions and their names. */
function moduleBytes(): Uint8Array {
  const counts = [1, 3];
  const names = ['addOne', 'addThree'];
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, vector(counts.map((count) => [0x60, ...vector(Array.from({ length: 3 + count }, () => [0x7f])), 0]))),
    ...section(2, vector([[...text('own'), ...text('memory'), 2, 0, 1]])),
    ...section(3, vector(counts.map((_, i) => [i]))),
    ...section(7, vector(names.map((name, i) => [...text(name), 0, i]))),
    ...section(10, vector(counts.map((count) => sized(gainLoop(count))))),
  ]);
}

const section = (id: number, content: Code): Code => [id, ...sized(content)];
const sized = (content: Code): Code => [...size(content.length), ...content];
const vector = (items: readonly Code[]): Code => [...size(items.length), ...items.flat()];
const text = (name: string): Code => sized(Array.from(name, (letter) => letter.charCodeAt(0)));

/** LEB128. */
function size(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...size(value >>> 7)];
}
