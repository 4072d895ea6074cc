import { kindByName } from './source-kinds.js';
import type { SourceDraft, StudyDraft, VariableDraft } from './study-draft.js';
import { yamlKey, yamlRemark, yamlText } from './yaml-text.js';

/**
 * A draft as the text of a study file, with remarks that say what may be done with it. It reads back as the draft says,
 * whatever names and labels hold.
 */
export function writeStudy(draft: StudyDraft): string {
  const parts = [
    ['# A study file: what the data cannot say of themselves. Every command reads it where it lies beside the data.',
      '# What is marked "guess" was guessed from names and cells: look at it, and change what is wrong.',
      'version: 1', `title: ${yamlText(draft.title)}`,
      ...(draft.participantId === null ? ['# participant_id: COLUMN'] : [`participant_id: ${yamlText(draft.participantId)}`])],
    ['sources:', ...draft.sources.flatMap(sourceLines)],
    draft.missingCodes.length === 0
      ? ['# Cells that mean missing in every column, such as:', '# missing_codes: [-99, "N/A"]']
      : [`missing_codes: [${draft.missingCodes.map((code) => yamlText(code, true)).join(', ')}]`],
    ['# Of each column: label, type (number, ordinal, nominal, date, text, id), levels, unit, range, missing, role',
      '# (outcome, feature, group, covariate, cluster, weight, other) and reversed. Whatever is left out is read from the cells.',
      ...(draft.variables.length === 0 ? ['variables: {}'] : ['variables:', ...draft.variables.flatMap(variableLines)]),
      ...leftOutLines(draft)],
    ['# Commands with their options, by a name that claims can use.',
      ...(draft.analyses.length === 0 ? ['analyses: {}'] : ['analyses:', ...draft.analyses.flatMap(({ name, options }) =>
        [`  ${yamlKey(name)} { ${options.map(([key, value]) => `${key}: ${flowValue(value)}`).join(', ')} }`])])],
    ['# Printed figures, which portal-study reproduce computes again:',
      '# claims:',
      '#   - id: abstract-rho',
      '#     at: "Abstract, Results"',
      '#     quote: "(ρ=-0.29, p=0.04)"',
      '#     expect: { "table2[COLUMN].estimate": "-0.29", "table2[COLUMN].p": "0.04" }'],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function sourceLines({ name, kind, path, sha256, options, unused }: SourceDraft): string[] {
  const lines = [
    `  ${yamlKey(name)}`,
    `    path: ${yamlText(path)}`,
    ...(kindByName(name) === kind ? [] : [`    kind: ${kind}`]),
    ...(sha256 === null ? [] : [`    sha256: ${sha256}`]),
    ...options.map(([key, value, remark]) => `    ${key}: ${flowValue(value)}${remark === undefined ? '' : `  ${yamlRemark(remark)}`}`),
  ];
  return unused === null ? lines : [`  ${yamlRemark(unused)}`, ...lines.map((line) => `  # ${line.slice(2)}`)];
}

function variableLines({ name, entries, remarks }: VariableDraft): string[] {
  const remarkLines = remarks.map((remark) => `    ${yamlRemark(remark)}`);
  const key = yamlKey(name).replaceAll('\n', '\n  ');
  if (entries.length === 1 && remarks.length === 0) {
    const [{ key: only, value, remark }] = entries;
    return [`  ${key} { ${only}: ${value} }${remark === undefined ? '' : `  ${yamlRemark(remark)}`}`];
  }
  if (entries.length === 0) return [`  ${key} {}`, ...remarkLines];
  return [
    `  ${key}`,
    ...entries.map(({ key: one, value, remark }) => `    ${one}: ${value}${remark === undefined ? '' : `  ${yamlRemark(remark)}`}`),
    ...remarkLines,
  ];
}

function leftOutLines({ leftOut }: StudyDraft): string[] {
  if (leftOut.length === 0) return [];
  return ['', '  # May identify people, so without a role; leave them out of files that are shared:', ...leftOut.map(({ name, why }) => `  ${yamlRemark(`  ${name}: ${why}`)}`)];
}

function flowValue(value: string | readonly string[]): string {
  return typeof value === 'string' ? yamlText(value, true) : `[${value.map((text) => yamlText(text, true)).join(', ')}]`;
}
