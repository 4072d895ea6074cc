import { strToU8, zipSync } from 'fflate';
import type { CodedText } from '../dataset/coded-text.js';
import { refiProject, textFile } from './refi-project.js';

/** The first moment a zip archive can name; a real one would make the same study a different file every day. */
const EPOCH = new Date(1980, 0, 1);

/**
 * A REFI-QDA project (.qdpx) that ATLAS.ti, MAXQDA, NVivo, QualCoder and others open: the project and the texts.
 *
 * @param origin name and version of the program.
 * @example
 * writeFileSync('study.qdpx', qdpx(await readCodedText(['codings.csv'], { transcripts: ['transcripts'] }), 'study', 'portal-study 0.1.0'));
 */
export function qdpx(coded: CodedText, name: string, origin: string): Uint8Array {
  const texts = coded.sources.flatMap((source) => (source.text === null ? [] : [[`Sources/${textFile(source)}`, strToU8(source.text)] as const]));
  return zipSync({ 'project.qde': strToU8(refiProject(coded, name, origin)), ...Object.fromEntries(texts) }, { level: 6, mtime: EPOCH });
}
