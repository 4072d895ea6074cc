import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import { STANDARD } from './offset-convention.js';
import type { OffsetConvention } from './offset-convention.js';

/** What `--offsets` takes. */
const DECLARED_OFFSETS: ReadonlyMap<string, OffsetConvention> = new Map([
  ['code-points', STANDARD],
  ['code-points-crlf', { ...STANDARD, lineBreak: 'two' }],
  ['utf16', { ...STANDARD, unit: 'UTF-16 units' }],
  ['utf16-crlf', { ...STANDARD, unit: 'UTF-16 units', lineBreak: 'two' }],
  ['bytes', { ...STANDARD, unit: 'UTF-8 bytes' }],
  ['bytes-crlf', { ...STANDARD, unit: 'UTF-8 bytes', lineBreak: 'two' }],
]);

/** @throws StudyError E_OPTION_VALUE. */
export function declaredConvention(name: string): OffsetConvention {
  const found = DECLARED_OFFSETS.get(name.toLowerCase());
  if (found !== undefined) return found;
  const names = [...DECLARED_OFFSETS.keys()];
  const [nearest] = nearestNames(name, names);
  throw new StudyError('E_OPTION_VALUE', `--offsets takes ${names.join(', ')}, not "${name}".`, {
    hint: nearest === undefined ? undefined : `Nearest: --offsets ${nearest}.`,
  });
}
