import { compareDecimals, decimalOf } from '../numeric/decimal.js';
import type { ColumnChanges, LockDifference } from '../results/lock.js';
import { lockedValue } from './lock-file.js';
import type { LockedColumn, LockedFigure, LockedInput, StudyLock } from './lock-file.js';

/** What differs between a lock and this run, the causes before the figures. */
export function lockDifferences(before: StudyLock, now: StudyLock): LockDifference[] {
  return [
    ...inputDifferences(before.inputs, now.inputs),
    ...(before.study.sha256 === now.study.sha256 ? [] : [{ is: 'study' as const, path: now.study.path }]),
    ...(before.tool === now.tool ? [] : [{ is: 'tool' as const, before: before.tool, now: now.tool }]),
    ...libraryDifferences(before.libraries, now.libraries),
    ...figureDifferences(before.figures, now.figures),
  ];
}

function libraryDifferences(before: StudyLock['libraries'], now: StudyLock['libraries']): LockDifference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  const versionIn = (libraries: StudyLock['libraries'], name: string): string | null => (Object.hasOwn(libraries, name) ? libraries[name] : null);
  return names.map((name) => ({ is: 'library' as const, name, before: versionIn(before, name), now: versionIn(now, name) })).filter((one) => one.before !== one.now);
}

function inputDifferences(before: readonly LockedInput[], now: readonly LockedInput[]): LockDifference[] {
  const earlier = new Map(before.map((input) => [input.path, input]));
  const later = new Map(now.map((input) => [input.path, input]));
  return [
    ...now.flatMap((input): LockDifference[] => {
      const old = earlier.get(input.path);
      if (old === undefined) return [{ is: 'input-added', path: input.path }];
      if (old.sha256 === input.sha256) return [];
      const columns = old.columns === null || input.columns === null ? null : columnChanges(old.columns, input.columns);
      return [{ is: 'input-changed', path: input.path, rows: [old.rows, input.rows], columns }];
    }),
    ...before.filter(({ path }) => !later.has(path)).map(({ path }) => ({ is: 'input-gone' as const, path })),
  ];
}

function columnChanges(before: readonly LockedColumn[], now: readonly LockedColumn[]): ColumnChanges {
  const old = new Map(before.map(({ name, digest }) => [name, digest]));
  const fresh = new Map(now.map(({ name, digest }) => [name, digest]));
  const changed = now.filter(({ name, digest }) => old.has(name) && old.get(name) !== digest).map(({ name }) => name);
  const exchanged: [string, string][] = [];
  for (const [index, a] of changed.entries()) {
    const b = changed.slice(index + 1).find((other) => old.get(a) === fresh.get(other) && old.get(other) === fresh.get(a));
    if (b !== undefined) exchanged.push([a, b]);
  }
  const paired = new Set(exchanged.flat());
  const added = now.filter(({ name }) => !old.has(name)).map(({ name }) => name);
  const gone = before.filter(({ name }) => !fresh.has(name)).map(({ name }) => name);
  const stays = (columns: readonly LockedColumn[], others: ReadonlyMap<string, string>): string => JSON.stringify(columns.filter(({ name }) => others.has(name)).map(({ name }) => name));
  return { changed: changed.filter((name) => !paired.has(name)), added, gone, exchanged, reordered: stays(before, fresh) !== stays(now, old) };
}

function figureDifferences(before: readonly LockedFigure[], now: readonly LockedFigure[]): LockDifference[] {
  const earlier = keyed(before);
  const later = keyed(now);
  return [
    ...[...later].flatMap(([key, { claim, address, computed }]): LockDifference[] => {
      const old = earlier.get(key);
      if (old === undefined) return [{ is: 'figure-added', claim, address }];
      return isSameValue(old.computed, computed) ? [] : [{ is: 'figure-moved', claim, address, before: old.computed, now: computed }];
    }),
    ...[...earlier].filter(([key]) => !later.has(key)).map(([, { claim, address }]) => ({ is: 'figure-gone' as const, claim, address })),
  ];
}

/** By claim and address, whatever is printed there; where a claim asks for one twice, in order. */
function keyed(figures: readonly LockedFigure[]): Map<string, LockedFigure> {
  const times = new Map<string, number>();
  return new Map(figures.map((figure) => {
    const key = JSON.stringify([figure.claim, figure.address]);
    times.set(key, (times.get(key) ?? 0) + 1);
    return [`${key} ${times.get(key)}`, figure];
  }));
}

/** Equal at the digits that are known: what a sine or a logarithm leaves in the last ones may differ between versions of node. */
function isSameValue(before: string | null, now: string | null): boolean {
  if (before === now || before === null || now === null) return before === now;
  const [a, b] = [Number(before), Number(now)];
  return Number.isFinite(a) && Number.isFinite(b) && lockedValue(a) === before && compareDecimals(decimalOf(a), decimalOf(b)) === 0;
}
