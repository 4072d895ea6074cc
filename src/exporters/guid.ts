import { createHash } from 'node:crypto';

const GUID = /^[\dA-Fa-f]{8}-[\dA-Fa-f]{4}-[\dA-Fa-f]{4}-[\dA-Fa-f]{4}-[\dA-Fa-f]{12}$/;

/**
 * The GUID of a thing: its id where that is one, else one made from what the thing is (RFC 9562, version 8), so that
 * the same study is written the same every time.
 *
 * @example guidOf('code', 'Benefits > Access');
 */
export function guidOf(kind: string, id: string): string {
  if (GUID.test(id)) return id;
  const hex = createHash('sha256').update(`${kind}\n${id}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16], 16) % 4];
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
