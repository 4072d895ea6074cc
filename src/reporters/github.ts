import type { Finding, FindingsReport } from '../results/finding.js';
import { visibleText } from './visible.js';

/** GitHub shows no more of one kind from one step. */
const MOST = 10;

/** Findings of one level stay in their order. */
const BADNESS: Readonly<Record<Finding['level'], number>> = { error: 0, warning: 1, note: 2, pass: 3 };

/**
 * Findings as the workflow commands that GitHub Actions turns into annotations: errors, warnings and notices, the worst
 * first, ten at most, and a last line for the log.
 */
export function githubAnnotations({ findings, summary }: FindingsReport): string {
  const told = findings.filter(({ level, forgiven }) => level !== 'pass' && forgiven === null).sort((a, b) => BADNESS[a.level] - BADNESS[b.level]);
  const more = told.length > MOST ? ` ${told.length - MOST} more are not annotated.` : '';
  return `${[...told.slice(0, MOST).map(annotation), `portal-study: ${oneLine(summary)}${more}`].join('\n')}\n`;
}

function annotation({ group, level, message, detail, place }: Finding): string {
  const command = level === 'note' ? 'notice' : level;
  const where = place === null ? [] : [
    `file=${property(place.path)}`, ...(place.line === null ? [] : [`line=${place.line}`]), ...(place.column === null ? [] : [`col=${place.column}`]),
  ];
  return `::${command} ${[...where, `title=${property(group)}`].join(',')}::${data(detail === '' ? message : `${message}\n${detail}`)}`;
}

/** Escaped as the runner unescapes it. */
function data(text: string): string {
  return visibleText(text, { kept: /[\n\r]/ }).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

function oneLine(text: string): string {
  return visibleText(text).replace(/^::/, ': :');
}
