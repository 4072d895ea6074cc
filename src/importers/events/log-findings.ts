import type { Warning, WarningCode } from '../../results/warning.js';
import { place } from '../place.js';
import { counted } from '../wording.js';

/** What may be odd about an event, in the words of its warning. */
const MESSAGES = {
  W_ID_BLANK: (count: number) => `${counted(count, 'event')} without a participant; left out.`,
  W_TIME_BLANK: (count: number) => `${counted(count, 'event')} without a time; left out.`,
  W_TIME_UNREADABLE: (count: number) => `${counted(count, 'event')} with a time that cannot be read; left out`,
  W_TIME_SERIAL: (count: number) => `${counted(count, 'event')} with a spreadsheet's day number for a time; left out ` +
    '(format the column as a date and export it again)',
  W_TIME_SKIPPED: (count: number) => `${counted(count, 'local time')} that clocks skipped when they went forward; read by the ` +
    'offset before the change.',
  W_TIME_REPEATED: (count: number) => `${counted(count, 'local time')} that clocks passed twice when they went back; read as ` +
    'the first.',
  W_FEATURE_BLANK: (count: number) => `${counted(count, 'event')} without a feature; counted among all events, and under no feature.`,
  W_DURATION_UNREADABLE: (count: number) => `${counted(count, 'duration')} that cannot be read as a number; left out of the sum`,
  W_DURATION_NEGATIVE: (count: number) => `${counted(count, 'duration')} below zero; left out of the sum.`,
  W_ROWS_BLANK: (count: number) => `${counted(count, 'row')} of blank cells left out.`,
  W_CELLS_EXTRA: (count: number) => `${counted(count, 'row')} with blank cells beyond the header's; those cells are left out.`,
  W_TIME_EARLY: (count: number) => `${counted(count, 'event')} before 1990, as clocks that were never set have them; kept.`,
} as const satisfies Partial<Record<WarningCode, (count: number) => string>>;

export type LogFindingCode = keyof typeof MESSAGES;

const SHOWN_TEXTS = 3;

interface Finding {
  count: number;
  readonly line: number;
  /** Texts seen, with the line of each. */
  readonly texts: string[];
}

/** Counts what is odd in one file of a log, and keeps the first line of each kind. */
export class LogFindings {
  readonly #found = new Map<LogFindingCode, Finding>();

  constructor(readonly file: string) {}

  note(code: LogFindingCode, line: number): void {
    const before = this.#found.get(code);
    if (before === undefined) this.#found.set(code, { count: 1, line, texts: [] });
    else before.count += 1;
  }

  /** Also keeps the text, among the first few. */
  noteText(code: LogFindingCode, line: number, text: string): void {
    this.note(code, line);
    const { texts } = this.#found.get(code)!;
    if (texts.length < SHOWN_TEXTS) texts.push(`"${text.slice(0, 40)}" in line ${line}`);
  }

  count(code: LogFindingCode): number {
    return this.#found.get(code)?.count ?? 0;
  }

  /** @example findings.at(12); // 'log.csv:12' */
  at(line: number): string {
    return place(this.file, line);
  }

  warnings(): Warning[] {
    return [...this.#found].map(([code, { count, line, texts }]) => {
      const message = MESSAGES[code](count);
      const more = count > texts.length ? ` and ${count - texts.length} more` : '';
      const listed = texts.length === 0 ? '' : `: ${texts.join(', ')}${more}.`;
      return { code, message: `${message}${listed}`, where: this.at(line) };
    });
  }
}
