import type { Rows } from '../rows/rows.js';
import type { AnswerColumns } from './answer-columns.js';
import type { RedcapField } from './redcap-dictionary.js';
import { checkboxColumn } from './redcap-fields.js';
import { isTickColumn } from './redcap-labels.js';

/**
 * Checkbox fields as questions with several answers: by the dictionary, else by the names of their columns. REDCap
 * writes 0 for a choice not ticked and for one never seen; the status of the form, which is the next `_complete`
 * column, tells of many rows which it is.
 */
export function redcapCheckboxes({ header: { names } }: Rows, fields: readonly RedcapField[]): AnswerColumns[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const groups = new Map<string, number[]>();
  names.forEach((name, index) => {
    if (!isTickColumn(name)) return;
    const stem = stemOf(name);
    groups.set(stem, [...(groups.get(stem) ?? []), index]);
  });
  return [...groups].map(([stem, indices]): AnswerColumns => {
    const field = byName.get(stem);
    const status = names.slice(indices.at(-1)! + 1).find((name) => /_complete$|^Complete\?/.test(name)) ?? null;
    const labelOf = new Map(field?.choices.map(({ code, label }) => [checkboxColumn(stem, code), label]));
    return {
      name: names.includes(stem) ? `${stem} (all answers)` : stem,
      ...(field === undefined || field.label === '' || field.label === stem ? {} : { label: field.label }),
      options: indices.map((index) => ({ column: names[index], label: labelOf.get(names[index]) ?? optionOf(names[index]) })),
      status,
    };
  });
}

function stemOf(name: string): string {
  return /^(.+?) ?\(choice=.*\)(?:_\d+)?$/s.exec(name)?.[1] ?? name.slice(0, name.indexOf('___'));
}

function optionOf(name: string): string {
  return /\(choice=(.*)\)(?:_\d+)?$/s.exec(name)?.[1] ?? name.slice(name.indexOf('___') + 3);
}
