import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameMatcher } from '../../src/qualitative/name-matcher.js';
import { replaceNames } from '../../src/qualitative/replace-names.js';

function without(text: string, names: Readonly<Record<string, string>>, matchCase = false): string {
  const find = nameMatcher(Object.entries(names).map(([name, replacement]) => ({ name, replacement })), matchCase);
  return replaceNames(text, find(text)).text;
}

describe('mapped names are replaced', () => {
  it('as whole words, in text and as labels', () => {
    expect(without('Ann: Annette and Ann, Joann, Ann.', { Ann: 'P1' })).toBe('P1: Annette and P1, Joann, P1.');
  });

  it('longer names before the shorter ones in them', () => {
    expect(without('Ann Lee, Ann and Lee Ann', { 'Ann': 'P1', 'Ann Lee': 'P2', 'Lee': 'P3' })).toBe('P2, P1 and P3 P1');
  });

  it('with what a possessive adds left standing', () => {
    expect(without('Ann’s, Ann\'s, James’ and James\'s', { Ann: 'P1', James: 'P2' })).toBe('P1’s, P1\'s, P2’ and P2\'s');
  });

  it('in whatever case; a name in capitals gives its replacement in capitals', () => {
    expect(without('ann, Ann, ANN', { Ann: '[sister]' })).toBe('[sister], [sister], [SISTER]');
  });

  it('with matchCase only as mapped or in capitals', () => {
    expect(without('I will ask Will, WILL!', { Will: '[son]' }, true)).toBe('I will ask [son], [SON]!');
  });

  it('however letters are composed, with any apostrophe, hyphen and white space', () => {
    expect(without('Jose\u0301, JOSÉ, O’Hara, o\'hara, Ann\u2011Marie, Mary\u00A0 Ann', { 'José': 'P1', 'O\'Hara': 'P2', 'Ann-Marie': 'P3', 'Mary Ann': 'P4' }))
      .toBe('P1, P1, P2, P2, P3, P4');
  });

  it('with ß as ss, and with a soft hyphen or another invisible character inside', () => {
    expect(without('Weiss, WEISS, Weiß, An\u00ADna, An\u200Bna', { 'Weiß': 'P1', 'Anna': 'P2' })).toBe('P1, P1, P1, P2, P2');
  });

  it('at the borders of words of any script', () => {
    expect(without('Иван, Ивана; 李明说; Zoë!', { 'Иван': 'P1', 'Zoë': 'P2', 'Zo': 'P3' })).toBe('P1, Ивана; 李明说; P2!');
  });

  it('across a line break, which stays, so that lines keep their numbers', () => {
    expect(without('Mary\r\nAnn and\nmore', { 'Mary Ann': 'P1' })).toBe('P1\r\n and\nmore');
  });

  it('where the name holds what means something in a pattern', () => {
    expect(without('J. R. (Bob) Ray+ and JxR.', { 'J. R. (Bob) Ray': 'P1' })).toBe('P1+ and JxR.');
  });

  it('so that none is left, in any text made of them', () => {
    const names = { 'Ann': '[1]', 'Ann Lee': '[2]', 'Lee Ann Lee': '[3]', 'José': '[4]', 'O\'Hara': '[5]' };
    const find = nameMatcher(Object.entries(names).map(([name, replacement]) => ({ name, replacement })));
    const word = fc.constantFrom('Ann', 'ann', 'ANN', 'Lee', 'lee', 'José', 'Jose\u0301', 'O’Hara', 'o\'hara', 'Annette', '👍', 'e\u0301');
    const gap = fc.constantFrom(' ', '  ', '\n', '\u00A0', '-', '’s ', ', ', '');
    fc.assert(fc.property(fc.array(fc.tuple(word, gap), { maxLength: 12 }), (parts) => {
      const text = parts.flat().join('');
      expect(find(replaceNames(text, find(text)).text)).toEqual([]);
    }));
  });
});

describe('places move with the text', () => {
  it('whatever stands between two places outside names is the old stretch without its names', () => {
    const names = [{ name: 'Ann', replacement: '[a longer one]' }, { name: 'Barbara', replacement: 'P' }];
    const find = nameMatcher(names);
    const word = fc.constantFrom('Ann', 'Barbara', 'said', '👍', 'e\u0301');
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 10 }), fc.nat(), fc.nat(), (words, a, b) => {
      const text = words.join(' ');
      const starts = words.map((_, index) => words.slice(0, index).join(' ').length + (index === 0 ? 0 : 1));
      const [first, last] = [a % words.length, b % words.length].sort((x, y) => x - y);
      const [start, end] = [starts[first]!, starts[last]! + words[last]!.length];
      const moved = replaceNames(text, find(text));
      expect(moved.text.slice(moved.place(start, 'start'), moved.place(end, 'end'))).toBe(replaceNames(text.slice(start, end), find(text.slice(start, end))).text);
    }));
  });

  it('a place inside a name becomes the start or the end of what replaced it', () => {
    const moved = replaceNames('so Barbara did', nameMatcher([{ name: 'Barbara', replacement: 'P1' }])('so Barbara did'));
    expect([moved.place(5, 'start'), moved.place(5, 'end'), moved.place(3, 'end'), moved.place(10, 'start')]).toEqual([3, 5, 3, 5]);
  });
});
