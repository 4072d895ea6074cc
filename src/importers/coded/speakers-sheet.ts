import { StudyError } from '../../errors.js';
import { place } from '../place.js';
import { firstOf } from '../wording.js';
import { isModerator } from './moderators.js';
import { cellOf, rolesOf } from './sheet-roles.js';
import type { Role } from './sheet-roles.js';
import type { Sheet } from './sheet.js';

/** Who the labels of transcripts stand for, and which group a document is of. */
export interface Speakers {
  readonly labels: ReadonlySet<string>;
  /** Undefined where the list does not name the label; null for a moderator. */
  participant(document: string, label: string): string | null | undefined;
  group(document: string): string | null;
}

const ROLES: readonly Role[] = ['document', 'speaker', 'participant', 'group', 'role'];

/**
 * Reads speakers.csv: `speaker, participant` and, where a label means one person here and another there, `document`;
 * `group` and `role` may stand beside. A row without a participant, or whose role is to moderate, is a moderator.
 *
 * @param key what makes two names of a document the same.
 * @throws StudyError E_SHEET_COLUMNS, E_SPEAKER_TWICE.
 */
export function speakersSheet(sheet: Sheet, key: (document: string) => string): Speakers {
  const roles = rolesOf(sheet, ROLES);
  if (!roles.has('speaker') || !roles.has('participant')) {
    throw new StudyError('E_SHEET_COLUMNS', 'A list of speakers needs the columns speaker and participant.', {
      where: place(sheet.name, sheet.headerLine), hint: `Columns: ${firstOf(sheet.header, 12)}.`,
    });
  }
  const participants = new Map<string, string | null>();
  const groups = new Map<string, string>();
  const labels = new Set<string>();
  for (const { line, cells } of sheet.rows) {
    const speaker = cellOf(roles, 'speaker', cells).replace(/:$/, '');
    if (speaker === '') continue;
    const document = key(cellOf(roles, 'document', cells));
    const isAsking = isModerator(cellOf(roles, 'role', cells));
    const participant = isAsking ? null : cellOf(roles, 'participant', cells) || null;
    const entry = `${document}\n${speaker}`;
    if (participants.has(entry) && participants.get(entry) !== participant) {
      throw new StudyError('E_SPEAKER_TWICE', `The speaker "${speaker}" stands for two participants.`, {
        where: place(sheet.name, line), hint: 'Say which document each row is about, in a column document.',
      });
    }
    participants.set(entry, participant);
    labels.add(speaker);
    const group = cellOf(roles, 'group', cells);
    if (group !== '' && document !== '' && !groups.has(document)) groups.set(document, group);
  }
  return {
    labels,
    participant: (document, label) => {
      const here = participants.get(`${key(document)}\n${label}`);
      return here === undefined ? participants.get(`\n${label}`) : here;
    },
    group: (document) => groups.get(key(document)) ?? null,
  };
}
