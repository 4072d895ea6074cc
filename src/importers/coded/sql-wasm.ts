import { createRequire } from 'node:module';

/** The compiled code of the database engine. The build puts a copy into dist/ and this file's like beside it. */
export function sqlWasmFile(): string {
  return createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm');
}
