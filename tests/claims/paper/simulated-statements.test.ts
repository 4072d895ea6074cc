import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail } from '../../../src/numeric/chi-square.js';
import { fUpperTail } from '../../../src/numeric/f.js';
import { normalTwoSided } from '../../../src/numeric/normal.js';
import { randomStream } from '../../../src/numeric/random.js';
import { studentTTwoSided } from '../../../src/numeric/student-t.js';
import { formatP } from '../../../src/present/numbers.js';
import { checkedText } from './reading.js';

const stream = randomStream(20130501, 'statements of real tests');
const draw = (limit: number): number => stream.below(limit);
const between = (low: number, high: number): number => low + ((high - low) * draw(1_000_000)) / 1_000_000;

/** A p as papers print it. */
function printedP(p: number): string {
  const style = draw(4);
  if (style === 0) return p < 0.001 ? 'p < .001' : `p = ${p.toFixed(2 + draw(3))}`;
  if (style === 1) return `P ${p < 0.0005 ? '< 0.001' : `= ${p.toFixed(3).replace('.', '·')}`}`;
  if (style === 2) return p < 0.01 ? 'p < .01' : p < 0.05 ? 'p < .05' : 'ns';
  const apa = formatP(p);
  return /^[<>]/.test(apa) ? `p ${apa}` : `p = ${apa}`;
}

/** One test as it comes out of a program, its statistic rounded. */
function realStatement(): string {
  const df = 3 + draw(200);
  const decimals = 1 + draw(3);
  const minus = ['', '-', '−'][draw(3)];
  switch (draw(6)) {
    case 0: {
      const t = between(0, 4);
      return `t(${df}) = ${minus}${t.toFixed(decimals)}, ${printedP(studentTTwoSided(t, df))}`;
    }
    case 1: {
      const [f, df1] = [between(0, 8), 1 + draw(5)];
      return `F(${df1}, ${df}) = ${f.toFixed(decimals)}, ${printedP(fUpperTail(f, df1, df))}`;
    }
    case 2: {
      const [x, few] = [between(0, 20), 1 + draw(6)];
      return `χ²(${few}, N = ${df}) = ${x.toFixed(decimals)}, ${printedP(chiSquareUpperTail(x, few))}`;
    }
    case 3: {
      const z = between(0, 4);
      return `z = ${minus}${z.toFixed(decimals)}, ${printedP(normalTwoSided(z))}`;
    }
    default: {
      const r = between(0, 0.95);
      const p = studentTTwoSided(r * Math.sqrt(df / (1 - r * r)), df);
      const text = `${minus}${r.toFixed(1 + decimals).replace(/^0/, draw(2) === 0 ? '' : '0')}`;
      return draw(2) === 0 ? `r(${df}) = ${text}, ${printedP(p)}` : `ρ = ${text}, n = ${df + 2}, ${printedP(p)}`;
    }
  }
}

describe('20,000 tests as programs print them', () => {
  it('raise no alarm, and every one of them is read', () => {
    const sentences = Array.from({ length: 20_000 }, realStatement);
    const { figures } = checkedText(sentences.map((sentence) => `It was so (${sentence}).`).join('\n\n'));
    const wrong = figures.filter(({ verdict }) => verdict !== 'consistent').map(({ printed, verdict }) => `${printed} ${verdict}`);
    expect(wrong).toEqual([]);
    expect(figures).toHaveLength(sentences.length);
  });
});
