/**
 * The codes that one cell names. ATLAS.ti puts each on a line, others between semicolons or bars; a comma separates
 * only where every part is a code that stands alone elsewhere.
 *
 * @param known codes that are named alone in other cells, or in a codebook.
 * @example codesInCell('access; trust', new Set()); // ['access', 'trust']
 */
export function codesInCell(cell: string, known: ReadonlySet<string>): string[] {
  const whole = cell.trim();
  if (whole === '') return [];
  if (known.has(whole)) return [whole];
  const parts = partsOf(whole, /[\n;|]/);
  if (parts.length > 1) return parts;
  const byComma = partsOf(whole, /,/);
  return byComma.length > 1 && byComma.every((part) => known.has(part)) ? byComma : [whole];
}

function partsOf(text: string, mark: RegExp): string[] {
  return [...new Set(text.split(mark).map((part) => part.trim()).filter((part) => part !== ''))];
}
