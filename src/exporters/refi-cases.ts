import type { Case, CodedText } from '../dataset/coded-text.js';
import { guidOf } from './guid.js';
import type { Selections } from './refi-selections.js';
import { xmlElement, xmlText } from './xml-element.js';

type VariableType = 'Integer' | 'Float' | 'Text';

/** `Variables` and `Cases`, each absent where there is nothing in it. */
export function refiCases(coded: CodedText, selections: Selections): { readonly variables: string[]; readonly cases: string[] } {
  const written = coded.cases.filter((one) => needsWriting(one, coded, selections));
  const types = new Map<string, VariableType>();
  for (const { attributes } of written) {
    for (const [name, value] of attributes) types.set(name, widerType(types.get(name), value));
  }
  const variables = [...types].map(([name, typeOfVariable]) => xmlElement('Variable', { guid: guidOf('variable', name), name, typeOfVariable }));
  const cases = written.map(({ id, name, attributes, sources }) => {
    const own = selections.ofCase.get(name) ?? [];
    return xmlElement('Case', { guid: guidOf('case', id), name }, [
      ...[...attributes].map(([variable, value]) => variableValue(variable, value, types.get(variable) ?? 'Text')),
      ...sources.filter((source) => isWholly(name, source, coded, own)).map((source) => xmlElement('SourceRef', { targetGUID: guidOf('source', source) })),
      ...own.map((guid) => xmlElement('SelectionRef', { targetGUID: guid })),
    ]);
  });
  return {
    variables: variables.length === 0 ? [] : [xmlElement('Variables', {}, variables)],
    cases: cases.length === 0 ? [] : [xmlElement('Cases', {}, cases)],
  };
}

/** A speaker of whom nothing is known but the label is found again from the text. */
function needsWriting({ id, name, attributes, sources }: Case, coded: CodedText, selections: Selections): boolean {
  if (id !== name || attributes.size > 0 || selections.ofCase.has(name)) return true;
  return !sources.every((source) => coded.sources.some((one) => one.id === source && one.turns.some(({ speaker }) => speaker === name)));
}

/** A document is a case's own where nobody else speaks in it, or where no stretch of it says whose it is. */
function isWholly(name: string, source: string, { sources }: CodedText, selections: readonly string[]): boolean {
  const turns = sources.find(({ id }) => id === source)?.turns ?? [];
  const speakers = new Set(turns.map(({ participant }) => participant).filter((participant) => participant !== null));
  return speakers.size === 0 ? selections.length === 0 : speakers.size === 1 && speakers.has(name);
}

function widerType(known: VariableType | undefined, value: string | number | null): VariableType {
  if (value === null) return known ?? 'Integer';
  if (typeof value === 'string' || known === 'Text') return 'Text';
  return Number.isSafeInteger(value) && known !== 'Float' ? 'Integer' : 'Float';
}

function variableValue(variable: string, value: string | number | null, type: VariableType): string {
  return xmlElement('VariableValue', {}, [
    xmlElement('VariableRef', { targetGUID: guidOf('variable', variable) }),
    ...(value === null ? [] : [xmlElement(`${type}Value`, {}, [typeof value === 'number' ? decimal(value) : xmlText(value)])]),
  ]);
}

/** A number as xsd:decimal, which has no exponent. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}
