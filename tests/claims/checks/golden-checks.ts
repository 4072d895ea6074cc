import { readFileSync } from 'node:fs';

interface Vector {
  readonly input: Readonly<Record<string, never>>;
  readonly expected: never;
  readonly source: string;
}

/** Facts from other checkers' own tests; `source` of the file names them. */
export const golden: { readonly groups: Readonly<Record<string, readonly Vector[]>> } =
  JSON.parse(readFileSync(new URL('../../../fixtures/golden/figure-checks.json', import.meta.url), 'utf8'));
