import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../src/numeric/random.js';
import { CELL, dealingKernel } from '../../../src/stats/exact/exact-spearman-kernel.js';

const stream = randomStream(7, 'kernel');
const drawn = (): number => stream.below(2 ** 30) / 2 ** 28 - 2;

/** Cells of two complex numbers, as the kernel lays them out: both real parts, then both imaginary parts. */
type Cells = { re: number; im: number }[][];

function cellsOf(memory: Float64Array): Cells {
  return Array.from({ length: memory.length / 4 }, (_, at) =>
    [0, 1].map((i) => ({ re: memory[4 * at + i], im: memory[4 * at + 2 + i] })));
}

/** What a gain loop does, in plain words, from the last cell down. */
function gained(cells: Cells, last: number, first: number, weights: number, strides: readonly number[]): Cells {
  for (let at = last; at >= first; at--) {
    cells[at].forEach((own, i) => {
      let { re, im } = own;
      strides.forEach((stride, level) => {
        const [from, weight] = [cells[at - stride][i], cells[weights + level][i]];
        re += from.re * weight.re - from.im * weight.im;
        im += from.re * weight.im + from.im * weight.re;
      });
      own.re = re;
      own.im = im;
    });
  }
  return cells;
}

describe('dealingKernel', () => {
  it.each([
    ['addOne', [1]],
    ['addOne', [3]],
    ['addThree', [1, 2, 4]],
    ['addThree', [1, 3, 0]],
  ] as const)('%s gains to the last bit what plain code gains, strides %j', (name, strides) => {
    const { memory, [name]: loop } = dealingKernel(24);
    for (let at = 0; at < 24 * 4; at++) memory[at] = drawn();
    const expected = gained(cellsOf(memory), 15, 5, 20, strides);
    loop(15 * CELL, 5 * CELL, 20 * CELL, ...strides.map((stride) => stride * CELL));
    expect(cellsOf(memory)).toEqual(expected);
  });

  it('takes more memory than a page where the lattice is large', () => {
    const { memory, addOne } = dealingKernel(5000);
    memory[4 * 4990] = 3;
    memory[4 * 4999] = 2;
    addOne(4991 * CELL, 4991 * CELL, 4999 * CELL, CELL);
    expect(memory[4 * 4991]).toBe(6);
  });
});
