import { StudyError } from '../../errors.js';

/**
 * The content of a gzip stream, several members included. Nothing is kept, so the caller bounds what it takes.
 *
 * @throws StudyError E_GZIP_TRUNCATED where the stream ends early, E_GZIP_DAMAGED where it is no valid gzip.
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const [{ createGunzip }, { pipeline }] = await Promise.all([import('node:zlib'), import('node:stream')]);
  const unpacked = createGunzip({ chunkSize: 2 ** 18 });
  // An error reaches the loop below, because the pipeline destroys `unpacked` with it.
  pipeline(chunks, unpacked, () => {});
  try {
    yield* unpacked;
  } catch (error) {
    if (error instanceof StudyError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') {
      throw new StudyError('E_GZIP_TRUNCATED', 'The gzip file ends before its content does.', {
        where: name, hint: 'Copy or download it again.', cause: error,
      });
    }
    if (code?.startsWith('Z_') === true) {
      throw new StudyError('E_GZIP_DAMAGED', 'The file starts like gzip but cannot be unpacked.', {
        where: name, cause: error,
      });
    }
    throw error;
  }
}
