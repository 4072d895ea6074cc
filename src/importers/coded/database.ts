import { StudyError } from '../../errors.js';
import type { Draft } from './draft.js';
import { isQualcoder, qualcoder } from './qualcoder.js';
import { withTables } from './sqlite.js';
import { isTaguette, taguetteDatabase } from './taguette-database.js';
import type { WholeFile } from './whole-file.js';

/** @throws StudyError E_SQLITE_SOFTWARE where the tables are those of neither program. */
export function databaseDraft(file: WholeFile): Promise<Draft> {
  return withTables(file, (tables) => {
    if (isQualcoder(tables)) return qualcoder(tables, file.name);
    if (isTaguette(tables)) return taguetteDatabase(tables, file.name);
    throw new StudyError('E_SQLITE_SOFTWARE', 'This is a database, but neither of QualCoder nor of Taguette.', {
      where: file.name, hint: 'Export the codings as REFI-QDA (.qdpx) or as a sheet.',
    });
  });
}
