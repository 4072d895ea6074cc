import { randomStream } from '../../numeric/random.js';
import { chiSquareTest } from '../../stats/tables/chi-square-test.js';
import { fisherExact } from '../../stats/tables/fisher-exact.js';
import { fisherRxC } from '../../stats/tables/fisher-rxc.js';

/** Steps that an exact test of one table of a paper may take: about a tenth of a second. */
const WORK = 4e6;

/** The p of the usual tests of a table of counts: Fisher's exact one, χ², and χ² with Yates' correction for a 2×2 table. */
export function countTests(table: readonly (readonly number[])[]): { readonly name: string; readonly low: number; readonly high: number }[] {
  const small = table.length === 2 && table[0].length === 2;
  const fisher = small ? fisherExact(table).p : fisherRxC(table, { stream: randomStream(0, 'unused'), method: 'exact', work: WORK }).p;
  const tests = [
    { name: 'Fisher', p: fisher },
    { name: 'χ²', p: chiSquareTest(table).p },
    ...(small ? [{ name: 'Yates', p: chiSquareTest(table, true).p }] : []),
  ];
  return tests.flatMap(({ name, p }) => (p === null ? [] : [{ name, low: p, high: p }]));
}
