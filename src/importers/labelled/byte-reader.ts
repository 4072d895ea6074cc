import { StudyError } from '../../errors.js';
import type { ErrorCode } from '../../errors.js';

/** The words in which a format's reader refuses a file. */
export interface BinaryFormat {
  readonly file: string;
  /** `SPSS file` or the like, as it stands in messages. */
  readonly name: string;
  readonly truncated: ErrorCode;
  readonly damaged: ErrorCode;
}

/** Reads numbers and bytes one after the other, and never past the end. */
export class ByteReader {
  private readonly view: DataView;
  isLittleEndian = true;
  /** Where the next read starts. */
  offset = 0;

  constructor(readonly bytes: Uint8Array, private readonly format: BinaryFormat) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.offset;
  }

  uint8(what: string): number {
    return this.view.getUint8(this.move(1, what));
  }

  uint16(what: string): number {
    return this.view.getUint16(this.move(2, what), this.isLittleEndian);
  }

  int32(what: string): number {
    return this.view.getInt32(this.move(4, what), this.isLittleEndian);
  }

  uint32(what: string): number {
    return this.view.getUint32(this.move(4, what), this.isLittleEndian);
  }

  /** A number of 64 bits, as far as a double holds it. */
  int64(what: string): number {
    return Number(this.view.getBigInt64(this.move(8, what), this.isLittleEndian));
  }

  float64(what: string): number {
    return this.view.getFloat64(this.move(8, what), this.isLittleEndian);
  }

  /** The next bytes themselves, not a copy. */
  take(length: number, what: string): Uint8Array {
    const start = this.move(length, what);
    return this.bytes.subarray(start, start + length);
  }

  ascii(length: number, what: string): string {
    return Buffer.from(this.take(length, what)).toString('latin1');
  }

  /** A count that cannot be more than what follows can hold. */
  count(value: number, bytesEach: number, what: string): number {
    if (value >= 0 && value * bytesEach <= this.left) return value;
    if (value > 0 && value < 2 ** 24) throw this.truncated(what);
    throw this.damaged(`${what} should number ${value}`);
  }

  damaged(what: string): StudyError {
    const { name, file, damaged } = this.format;
    return new StudyError(damaged, `The ${name} is damaged: ${what}, at offset ${this.offset}.`, {
      where: file, hint: 'Copy or export it again.',
    });
  }

  truncated(what: string): StudyError {
    const { name, file, truncated } = this.format;
    return new StudyError(truncated, `The ${name} ends at offset ${this.bytes.length}, in ${what}.`, {
      where: file, hint: 'Copy or export it again.',
    });
  }

  private move(length: number, what: string): number {
    const start = this.offset;
    if (!(length >= 0 && start + length <= this.bytes.length)) throw this.truncated(what);
    this.offset += length;
    return start;
  }
}
