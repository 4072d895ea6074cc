import type { StorageType } from './layout.js';

/** The greatest whole number of each type that is a value; above it stand 27 kinds of missing: `.`, `.a` … `.z`. */
const GREATEST = { byte: 100, int: 32_740, long: 2_147_483_620 } as const;
/** High bits of the least double and float that mean missing, and how far their kinds are apart. */
const DOUBLE_MISSING = { first: 0x7fe00000, step: 0x100 } as const;
const FLOAT_MISSING = { first: 0x7f000000, step: 0x800 } as const;

/** A stored number: null for `.`, which is system-missing, and `.a` to `.z` for a missing value of a kind. */
export function numberValue(view: DataView, offset: number, type: StorageType, isLittleEndian: boolean): number | string | null {
  switch (type.is) {
    case 'byte': return whole(view.getInt8(offset), GREATEST.byte);
    case 'int': return whole(view.getInt16(offset, isLittleEndian), GREATEST.int);
    case 'long': return whole(view.getInt32(offset, isLittleEndian), GREATEST.long);
    case 'float': {
      const bits = view.getUint32(offset, isLittleEndian);
      return isBeyond(bits, FLOAT_MISSING.first) ? kind((bits - FLOAT_MISSING.first) / FLOAT_MISSING.step) : view.getFloat32(offset, isLittleEndian);
    }
    default: {
      const high = view.getUint32(isLittleEndian ? offset + 4 : offset, isLittleEndian);
      return isBeyond(high, DOUBLE_MISSING.first) ? kind((high - DOUBLE_MISSING.first) / DOUBLE_MISSING.step) : view.getFloat64(offset, isLittleEndian);
    }
  }
}

/** The kind of missing that the value of a label stands for; null for a value. */
export function missingLabel(value: number): string | null {
  return value > GREATEST.long ? kind(value - GREATEST.long - 1) ?? '.' : null;
}

function whole(value: number, greatest: number): number | string | null {
  return value > greatest ? kind(value - greatest - 1) : value;
}

/** Without the sign, whose bit makes every negative number look great. */
function isBeyond(bits: number, first: number): boolean {
  return bits >= first && bits < 0x80000000;
}

function kind(index: number): string | null {
  const letter = Math.floor(index);
  return letter >= 1 && letter <= 26 ? `.${String.fromCharCode(96 + letter)}` : null;
}
