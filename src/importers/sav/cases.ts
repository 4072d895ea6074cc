import type { ByteReader } from '../labelled/byte-reader.js';

/** Gives the cases of a file one after the other, each unpacked to 8 bytes for every part. */
export interface CaseReader {
  /** Fills the case; false where the file has no more. */
  next(into: Uint8Array): boolean;
}

/** The cases of a file without compression. */
export class PlainCases implements CaseReader {
  constructor(private readonly reader: ByteReader) {}

  next(into: Uint8Array): boolean {
    const { reader } = this;
    if (reader.left === 0) return false;
    into.set(reader.take(into.length, 'a case'));
    return true;
  }
}

const SKIP = 0;
const END = 252;
const LITERAL = 253;
const SPACES = 254;
const SYSTEM_MISSING = 255;

/** The value of a number that is not there: the least double there is. */
export const SYSMIS = -Number.MAX_VALUE;

/** Cases packed by codes of a byte: eight codes, then 8 bytes for each of them that says so. */
export class PackedCases implements CaseReader {
  private codes: Uint8Array = new Uint8Array(8);
  private at = 8;

  constructor(private readonly reader: ByteReader, private readonly bias: number) {}

  next(into: Uint8Array): boolean {
    const { reader, bias } = this;
    const view = new DataView(into.buffer, into.byteOffset, into.byteLength);
    for (let offset = 0; offset < into.length; offset += 8) {
      const code = this.nextCode(offset > 0);
      switch (code) {
        case END: return false;
        case LITERAL: into.set(reader.take(8, 'a case'), offset); break;
        case SPACES: into.fill(0x20, offset, offset + 8); break;
        case SYSTEM_MISSING: view.setFloat64(offset, SYSMIS, reader.isLittleEndian); break;
        default: view.setFloat64(offset, code - bias, reader.isLittleEndian);
      }
    }
    return true;
  }

  /** @param isInside whether the case has begun, so that the file may not end. */
  private nextCode(isInside: boolean): number {
    const { reader } = this;
    for (;;) {
      if (this.at === 8) {
        if (reader.left === 0 && !isInside) return END;
        this.codes = reader.take(8, 'a case');
        this.at = 0;
      }
      const code = this.codes[this.at];
      this.at += 1;
      if (code === END && isInside) throw reader.damaged('its cases end inside one');
      if (code !== SKIP) return code;
    }
  }
}
