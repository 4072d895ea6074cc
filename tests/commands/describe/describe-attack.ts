import type { DescribeRecord } from '../../../src/results/describe.js';

/** Every count that a record may not tell of few people: of a group, a level, a present or a missing value. */
export interface Secret {
  readonly name: string;
  readonly truth: number;
  readonly possible: ReadonlySet<number>;
}

/**
 * Works out from a record alone, by trying every table of people by group and level, what each count could be.
 *
 * @param truth people by group and by level of `variable`, the last entry of each group missing
 */
export function attack(record: DescribeRecord, variable: string, groups: readonly string[], levels: readonly string[], truth: readonly (readonly number[])[]): Secret[] {
  const names = [...levels, 'missing'];
  const sizes = record.groups.slice(1).map(({ n }) => n);
  const hides = new Set(record.hidden.flatMap(({ level, group, fields }) => fields.map((field) => `${level}|${group}|${field}`)));
  const printed = record.estimates.filter((estimate) => estimate.variable === variable);
  const guess = groups.map(() => names.map(() => 0));
  const counts = countsNamed(groups, names);
  const possible = counts.map(() => new Set<number>());
  const isHiddenGroup = groups.map((_, index) => sizes[index] === null);

  const agrees = (): boolean => {
    if (!guess.every((group, index) => sizes[index] === null || sum(group) === sizes[index])) return false;
    return printed.every(({ level, group, n, missing, denominator, percent }) => {
      const people = names.map((_, place) => (group === null ? sum(guess.map((one) => one[place])) : guess[groups.indexOf(group)][place]));
      const present = sum(people.slice(0, -1));
      const found = level === null
        ? { n: present, missing: people.at(-1)!, denominator: sum(people), percent: null }
        : { n: people[levels.indexOf(level)], missing: null, denominator: present, percent: present === 0 ? null : (100 * people[levels.indexOf(level)]) / present };
      if (n !== null && n !== found.n) return false;
      if (missing !== null && missing !== found.missing) return false;
      if (denominator !== null && denominator !== found.denominator) return false;
      if (percent !== null && (found.percent === null || Math.abs(percent - found.percent) > 1e-9)) return false;
      // What is hidden in a printed group was not 0; those who are told only as present may be none.
      if (group !== null && isHiddenGroup[groups.indexOf(group)]) return true;
      if (level !== null && hides.has(`${level}|${group}|n`) && found.n === 0) return false;
      return !(level === null && hides.has(`${level}|${group}|missing`) && found.missing === 0);
    });
  };
  const fill = (index: number, left: number): void => {
    const [group, level] = [Math.floor(index / names.length), index % names.length];
    if (group === groups.length) {
      if (left === 0 && agrees()) counts.forEach(({ of }, place) => possible[place].add(of(guess)));
      return;
    }
    const room = sizes[group] === null || sizes[group] === undefined ? left : Math.min(left, sizes[group] - sum(guess[group].slice(0, level)));
    const least = level === names.length - 1 && sizes[group] !== null && sizes[group] !== undefined ? room : 0;
    for (let value = least; value <= room; value += 1) {
      guess[group][level] = value;
      fill(index + 1, left - value);
    }
    guess[group][level] = 0;
  };
  fill(0, record.n.used);
  return counts.map(({ name, of }, place) => ({ name, truth: of(truth), possible: possible[place] }));
}

type People = readonly (readonly number[])[];

function countsNamed(groups: readonly string[], names: readonly string[]): { name: string; of(people: People): number }[] {
  return [
    ...groups.flatMap((group, g) => [
      { name: group, of: (people: People) => sum(people[g]) },
      { name: `${group} present`, of: (people: People) => sum(people[g].slice(0, -1)) },
      ...names.map((level, l) => ({ name: `${group} ${level}`, of: (people: People) => people[g][l] })),
    ]),
    { name: 'present', of: (people) => sum(people.map((group) => sum(group.slice(0, -1)))) },
    ...names.map((level, l) => ({ name: level, of: (people: People) => sum(people.map((group) => group[l])) })),
  ];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
