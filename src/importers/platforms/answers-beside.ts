import type { Warning } from '../../results/warning.js';
import { typedCode } from '../columns/missing.js';
import { place } from '../place.js';
import type { Rows } from '../rows/rows.js';
import { counted } from '../wording.js';
import { isAnswerScale, isBesideScale } from './answer-scale.js';
import type { RedcapField } from './redcap-dictionary.js';

/**
 * A warning where a scale has an answer beside it, such as 9 for "don't know", and somebody gave it: as a number it
 * would be the highest of all. So where any choice is called missing, which a table would print as one more group.
 */
export function answersBeside({ header, columns, lines }: Rows, file: string, fields: readonly RedcapField[]): Warning[] {
  return fields.flatMap(({ name, choices }): Warning[] => {
    const index = header.names.indexOf(name);
    if (index === -1) return [];
    const isScale = isAnswerScale(choices.map(({ label }) => label));
    return choices.filter(({ label }) => /^missing$/i.test(label) || (isScale && isBesideScale(label))).flatMap(({ code, label }): Warning[] => {
      const rows = Array.from(lines.keys()).filter((row) => [code, label].includes(columns[index].at(row).trim()));
      if (rows.length === 0) return [];
      return [{
        code: 'W_LEVEL_BESIDE',
        message: `${code} is "${label}", which is no answer, in ${counted(rows.length, 'cell')}; if it means missing, type --na ${typedCode(`${name}=${code}`)}.`,
        where: place(file, lines[rows[0]], name),
      }];
    });
  });
}
