import type { InputFile } from '../results/record.js';
import type { Source } from './source.js';

/** What a record says of a file that was read whole. The hash stays unread until a record is written out. */
export function inputFile({ name: path, stored }: Pick<Source, 'name' | 'stored'>, rows: number | null): InputFile {
  const content = stored();
  return {
    path,
    get sha256() {
      return content.sha256;
    },
    bytes: content.bytes,
    rows,
  };
}
