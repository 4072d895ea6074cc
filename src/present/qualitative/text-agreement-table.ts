import type { AgreementEstimate, AgreementRecord, Disagreement } from '../../results/agreement.js';
import type { Cell, Table } from '../../results/table.js';
import { coefficientHeader, confidenceHeader } from './agreement-words.js';
import type { AgreementPresentation } from './agreement-table.js';
import { formatInterval } from '../numbers.js';
import { count, label, number, percent, shown, tableOf } from '../shown-columns.js';
import type { Shown } from '../shown-columns.js';
import { disagreementNotes, textNotes, textSubject } from './text-agreement-words.js';

/** A printed line: the estimates of one code, pair or document, a coefficient each. */
interface Line {
  readonly name: string;
  readonly first: AgreementEstimate;
  readonly estimates: readonly AgreementEstimate[];
  readonly isPooled: boolean;
}

const ALL_CODES = 'All codes';

/** Agreement by code, by pair, by document, and where the coders differ. */
export function textAgreementTables(record: AgreementRecord, { digits }: AgreementPresentation): Table[] {
  const { estimates, method } = record;
  const whole = estimates.filter(({ pair, document }) => pair === null && document === null);
  const pairs = estimates.filter(({ pair, document }) => pair !== null && document === null);
  const documents = estimates.filter(({ document }) => document !== null);
  const pooled = documents.filter(({ code }) => code === null);
  const crossed = documents.some(({ code }) => code !== null);
  // Cohen's κ of more than two coders is of pairs alone.
  const caption = `Agreement by code (${textSubject(record)})`;
  const [wholeNotes, pairNotes] = whole.length > 0 ? [textNotes(record), []] : [[], textNotes(record)];
  return [
    ...(whole.length === 0 ? [] : [byCode(caption, lines(whole, ({ code }) => code ?? ALL_CODES), record, digits, wholeNotes)]),
    ...(pairs.length === 0 ? [] : [grouped(whole.length > 0 ? 'Pairs of coders' : caption, pairs, ({ pair }) => pair ?? '', record, digits, pairNotes)]),
    ...(pooled.length === 0 || crossed ? [] : [byDocument(lines(pooled, ({ document }) => document ?? '').map((line) => ({ ...line, isPooled: false })), record, digits)]),
    ...(crossed ? [grouped('Documents', documents, ({ document }) => document ?? '', record, digits)] : []),
    ...(record.disagreements === undefined ? [] : [disagreementTable(record.disagreements, method.coders)]),
  ];
}

function lines(estimates: readonly AgreementEstimate[], nameOf: (one: AgreementEstimate) => string): Line[] {
  const byKey = new Map<string, AgreementEstimate[]>();
  for (const one of estimates) {
    const key = JSON.stringify([one.document, one.pair, one.code]);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  // Of a single code, all codes pooled are that code again.
  if (new Set(estimates.map(({ code }) => code)).size === 2) {
    for (const [key, [{ code }]] of byKey) if (code === null) byKey.delete(key);
  }
  return Array.from(byKey.values(), (found) => ({ name: nameOf(found[0]), first: found[0], estimates: found, isPooled: found[0].code === null }));
}

function byCode(caption: string, rows: readonly Line[], record: AgreementRecord, digits: number, notes: readonly string[]): Table {
  const columns: Shown<Line>[] = [
    { key: 'code', header: 'Code', align: 'left', cell: named },
    { key: 'prevalence', header: 'Prevalence', align: 'right', cell: ({ first }) => percent(first.prevalence) },
    ...coefficientColumns(rows, record, digits),
  ];
  return tableOf(caption, columns, rows, notes);
}

function byDocument(rows: readonly Line[], record: AgreementRecord, digits: number): Table {
  const columns: Shown<Line>[] = [
    { key: 'document', header: 'Document', align: 'left', cell: ({ name }) => label(name) },
    { key: 'units', header: 'Units', align: 'right', cell: ({ first }) => count(first.units) },
    { key: 'coders', header: 'Coders', align: 'right', cell: ({ first }) => count(first.coders) },
    ...coefficientColumns(rows, record, digits),
  ];
  return tableOf('Documents, all codes pooled', columns, rows, []);
}

/** A group of rows, one a code, for each pair or document. */
function grouped(
  caption: string, estimates: readonly AgreementEstimate[], groupOf: (one: AgreementEstimate) => string, record: AgreementRecord, digits: number,
  notes: readonly string[] = [],
): Table {
  const rows = lines(estimates, ({ code }) => code ?? ALL_CODES);
  const labels = [...new Set(rows.map(({ first }) => groupOf(first)))];
  const groups = labels.map((name) => ({ label: name, rows: rows.filter(({ first }) => groupOf(first) === name).length }));
  return { ...byCode(caption, rows, record, digits, notes), groups };
}

function coefficientColumns(rows: readonly Line[], { method }: AgreementRecord, digits: number): Shown<Line>[] {
  const withInterval = method.ci === 'bootstrap' && rows.every(({ first }) => first.pair === null && first.document === null);
  return (rows[0]?.estimates ?? []).flatMap((one, place): Shown<Line>[] => {
    const key = `${one.coefficient}-${one.weights}`;
    return [
      { key, header: coefficientHeader(one), align: 'right', cell: (line) => emphasised(number(line.estimates[place].estimate, digits), line) },
      ...(withInterval ? [{
        key: `${key}-ci`, header: confidenceHeader(method), align: 'right' as const,
        cell: ({ estimates }: Line) => shown(formatInterval(estimates[place].ciLow, estimates[place].ciHigh, digits), null),
      }] : []),
    ];
  });
}

function named(line: Line): Cell {
  return emphasised(label(line.name), line);
}

function emphasised(cell: Cell, { isPooled }: Line): Cell {
  return isPooled && cell.emphasis === undefined ? { ...cell, emphasis: 'strong' } : cell;
}

/** Longer texts are cut here; the record and CSV have them whole. */
const SHOWN_TEXT = 80;

/** More stretches than this are for a file. */
const SHOWN_STRETCHES = 200;

function disagreementTable(all: readonly Disagreement[], coders: readonly string[]): Table {
  const disagreements = all.slice(0, SHOWN_STRETCHES);
  const columns: Shown<Disagreement>[] = [
    { key: 'place', header: 'Line', align: 'left', cell: ({ line, start, end }) => label(`${line} (${start}–${end})`) },
    ...coders.map((coder, place): Shown<Disagreement> => ({
      key: `coder-${place}`, header: coder, align: 'left', cell: ({ codes }) => codesCell(codes[place]),
    })),
    { key: 'text', header: 'Text', align: 'left', cell: ({ speaker, text }) => label(quoted(speaker, text)) },
  ];
  const documents = [...new Set(disagreements.map(({ document }) => document))];
  const groups = documents.map((document) => ({ label: document, rows: disagreements.filter((one) => one.document === document).length }));
  return { ...tableOf('Where the coders differ', columns, disagreements, disagreementNotes(all.length, disagreements.length)), ...(groups.length === 0 ? {} : { groups }) };
}

function codesCell(codes: readonly string[] | null): Cell {
  if (codes === null) return { text: 'not coded', emphasis: 'muted' };
  return codes.length === 0 ? { text: '–', emphasis: 'muted' } : label(codes.join('; '));
}

function quoted(speaker: string | null, text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  const cut = characters.length > SHOWN_TEXT ? `${characters.slice(0, SHOWN_TEXT - 1).join('').trimEnd()}…` : line;
  return `${speaker === null ? '' : `${speaker}: `}“${cut}”`;
}

/** Disagreements as data: a row a stretch, a column a coder. */
export function disagreementData({ disagreements = [], method }: AgreementRecord): Table {
  const columns: Shown<Disagreement>[] = [
    ...(['document', 'start', 'end', 'line', 'speaker'] as const).map((key): Shown<Disagreement> => ({
      key, header: key, align: 'left', cell: (one) => ({ text: String(one[key] ?? ''), value: one[key] }),
    })),
    ...method.coders.map((coder, place): Shown<Disagreement> => ({
      key: coder, header: coder, align: 'left', cell: ({ codes }) => ({ text: codes[place]?.join('; ') ?? '', value: codes[place]?.join('; ') ?? null }),
    })),
    { key: 'text', header: 'text', align: 'left', cell: ({ text }) => label(text) },
  ];
  return tableOf('disagreements', columns, disagreements, []);
}
