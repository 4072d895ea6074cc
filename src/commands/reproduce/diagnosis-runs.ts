import type { DividingColumn } from '../../claims/rerun-suspects.js';
import type { Column } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { StudyError } from '../../errors.js';
import type { ResultRecord } from '../../results/record.js';
import type { Diagnosis } from './diagnose.js';
import { figureFinder } from './figure-finder.js';
import type { OpenedStudy } from '../open-study.js';
import { commaList } from '../option-values.js';
import { runAnalysis } from './run-analysis.js';
import type { PreparedAnalysis } from './run-analysis.js';
import type { Session } from '../session.js';
import { studyTables } from './study-tables.js';
import { declaresMissingCodes, studyWithoutCodes } from '../study-without-codes.js';

/** A diagnosis that runs analyses on the study's own data; the data are read once, when they are first asked for. */
export function diagnosisOf(
  opened: OpenedStudy, analyses: ReadonlyMap<string, PreparedAnalysis>, records: ReadonlyMap<string, ResultRecord>, session: Session,
): Diagnosis {
  let tables: Promise<Dataset[]> | null = null;
  return {
    records,
    analyses,
    finder: (others) => figureFinder(others, opened.study),
    rerun(analysis, { keepCodes, ...changes }) {
      const study = keepCodes === true ? { study: studyWithoutCodes(opened), na: undefined } : {};
      return runAnalysis(analysis, opened, session, { ...study, ...changes }, { done: records.size, total: records.size + 1 });
    },
    async columns({ given, path }) {
      tables ??= studyTables(opened, session).catch((error: unknown) => {
        if (error instanceof StudyError) return [];
        throw error;
      });
      // An analysis of another file has other columns.
      const [dataset] = path === undefined ? await tables : [];
      return {
        dividing: dataset === undefined ? [] : dataset.columns.flatMap(dividing),
        oddCodes: dataset === undefined ? [] : oddCodes(dataset),
        declaredCodes: given['na'] !== undefined || declaresMissingCodes(opened.study),
      };
    },
  };
}

function dividing({ name, kind, values, missing }: Column): DividingColumn[] {
  // Answers of a scale divide nobody into groups.
  if (kind !== 'nominal') return [];
  const levels = new Set<string | number>();
  for (let row = 0; row < missing.length; row += 1) if (missing[row] === 0) levels.add(values[row]);
  return [{ name, levels: [...levels].sort((a, b) => (a < b ? -1 : 1)) }];
}

/** Isolated extremes such as −99, as the warning of them says to declare them. */
function oddCodes({ warnings }: Dataset): string[] {
  const typed = warnings.flatMap(({ code, message }) => (code === 'W_MISSING_CODE' ? [/ type --na (.+)\.$/.exec(message)?.[1] ?? ''] : []));
  return [...new Set(typed.flatMap((codes) => commaList(codes, undefined)))];
}
