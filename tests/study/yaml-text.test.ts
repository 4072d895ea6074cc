import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { yamlKey, yamlRemark, yamlText } from '../../src/study/yaml-text.js';
import { yamlTree } from '../../src/study/yaml-tree.js';

const MARKS = ['"', "'", '\\', ':', ': ', '#', ' #', '-', '- ', '{', '}', '[', ']', ',', '&', '*', '!', '|', '>', '%', '@', '`', '?', '<<', '=', '~', ' ', '\n', '\t', '\r', '\0', '\u0085', '\u2028', '\u202e', '\ufeff', '\ud800', '😎', 'é', 'a', '0', '1', '.'];
const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...MARKS), maxLength: 12 }), fc.constantFrom('no', 'null', 'true', '0x1F', '1e3', '007', '-0', '.inf', '2011-01-01', '12:30:45', '---', '...'))
  .filter((text) => text !== '');

describe('a text as YAML', () => {
  it('reads back as it is, as a value, a key and an entry of a list, whatever it holds', () => {
    fc.assert(fc.property(anything.filter((key) => key !== 'after'), anything, (key, value) => {
      const { root } = yamlTree(`${yamlKey(key)} [${yamlText(value)}, ${yamlText(value, true)}]  ${yamlRemark(value)}\nafter: x\n`, 'study.yml');
      expect(root).toEqual(new Map<string, unknown>([[key, [value, value]], ['after', 'x']]));
    }), { numRuns: 2000 });
  });

  it('is text to other readers of YAML too, but for plain numbers where those are asked for', () => {
    fc.assert(fc.property(anything, (value) => {
      expect(parse(`a: ${yamlText(value)}\n`)).toEqual({ a: value });
    }), { numRuns: 1000 });
    expect(['1', '2.5', '-99', '007', 'no'].map((text) => yamlText(text, true))).toEqual(['1', '2.5', '-99', '"007"', '"no"']);
  });

  it('holds a key that is longer than YAML takes on a line', () => {
    const key = 'How often '.repeat(200);
    expect(yamlTree(`a:\n  ${yamlKey(key).replaceAll('\n', '\n  ')} { b: 1 }\n`, 'study.yml').root).toEqual(new Map([['a', new Map([[key, new Map([['b', '1']])]])]]));
  });
});
