import { appendFileSync, mkdtempSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LOG_LIMITS } from '../../../src/importers/events/log-limits.js';
import { logPaths } from '../../../src/importers/events/log-paths.js';
import { readLog, readLogWithin } from '../../../src/importers/events/read-log.js';
import { failure } from '../reading.js';
import { eventsOf, readLogText } from './reading-logs.js';

const folder = mkdtempSync(join(tmpdir(), 'portal-study-log-'));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const row = (id: string, second = 0): string => `${id},2011-01-01 10:00:${String(second).padStart(2, '0')},x\n`;
const HEADER = 'id,time,feature\n';

describe('a file that grows while it is read', () => {
  const reading = async (name: string, before: string) => {
    const path = file(name, before);
    let grown = false;
    return readLogWithin({ ...LOG_LIMITS, block: 64 }, [path], {
      pause: () => {
        if (!grown) appendFileSync(path, row('late').repeat(3));
        grown = true;
      },
    });
  };

  it('is read up to the size it had, and that is said', async () => {
    const log = await reading('growing.csv', HEADER + row('a').repeat(20));
    expect([log.participants, log.rows]).toEqual([['a'], 20]);
    expect(log.remarks).toEqual([expect.stringContaining('the file grew while it was read; events up to the size it had at the start are counted.')]);
  });

  it('loses the row that was cut there, rather than reading half of it', async () => {
    const log = await reading('cut.csv', `${HEADER}${row('a').repeat(20)}b,2011-01-01 10:0`);
    expect([log.participants, log.rows]).toEqual([['a'], 20]);
    expect(log.remarks[0]).toContain('and the row that was cut there is left out');
  });
});

describe('how a log is written', () => {
  const expected = [['a', '2011-01-01T10:00:00.000Z', 'x'], ['b', '2011-01-01T10:00:01.000Z', 'x']];
  const text = HEADER + row('a') + row('b', 1);
  it.each([
    ['LF', text],
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['CR', text.replaceAll('\n', '\r')],
    ['LF and CR mixed', text.replace(/\n(?=b)/, '\r')],
    ['no line end at the end', text.trimEnd()],
    ['a byte order mark', `\uFEFF${text}`],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['semicolons', text.replaceAll(',', ';')],
    ['tabs', text.replaceAll(',', '\t')],
    ['sep=', `sep=;\n${text.replaceAll(',', ';')}`],
    ['comments above', `# exported by the portal\n# on Monday\n${text}`],
    ['every cell quoted', text.replace(/[^,\n]+/g, '"$&"')],
    ['spaces around cells', text.replace(/[^,\n]+/g, ' $& ')],
    ['blank lines and blank rows', text.replaceAll('\n', '\n\n,,\n')],
    ['blank cells beyond the header', text.replace(/x\n/g, 'x,,\n')],
  ])('%s', async (_, content) => {
    expect(eventsOf(await readLogText(content))).toEqual(expected);
  });

  it.each([24, 33, 64])('CRLF and CR, broken into blocks of %i bytes anywhere', async (block) => {
    const long = HEADER + row('a').repeat(9) + row('b', 1).repeat(9);
    for (const end of ['\r\n', '\r']) {
      const log = await readLogText(long.replaceAll('\n', end), {}, { block });
      expect([log.rows, log.participants]).toEqual([18, ['a', 'b']]);
    }
  });

  it('windows-1252, said with the byte and its line; ids of letters beyond ASCII stay apart', async () => {
    const log = await readLogText(Buffer.from(HEADER + row('José') + row('Jose') + row('Zoë'), 'latin1'));
    expect(log.participants).toEqual(['José', 'Jose', 'Zoë']);
    expect(log.warnings).toEqual([expect.objectContaining({ code: 'W_ENCODING', where: '<stdin>:2', message: 'Not valid UTF-8: byte 0xE9 at offset 19; read as windows-1252 from there on.' })]);
    const asked = await failure(readLogText(Buffer.from(HEADER + row('José'), 'latin1'), { encoding: 'utf-8' }));
    expect(asked.code).toBe('E_ENCODING_INVALID');
  });

  it('ids are texts: zeros in front, exponents and case tell people apart', async () => {
    const { participants } = await readLogText(HEADER + ['007', '7', '7.0', '4951e7386', 'A', 'a', '__proto__', 'constructor'].map((id) => row(id)).join(''));
    expect(participants).toEqual(['007', '7', '7.0', '4951e7386', 'A', 'a', '__proto__', 'constructor']);
  });
});

describe('columns', () => {
  it('are found by name, and the likeliest is taken', async () => {
    const { reading } = await readLogText('Event.context,user,timecreated,Component,Event.name,Log,Action\nc,u,2011-01-01 10:00:00,m,e,l,a\n');
    expect([reading.participant.value, reading.time.value, reading.feature?.value, reading.duration]).toEqual(['user', 'timecreated', 'Action', null]);
  });

  it('that cannot be found are asked for, with what there is', async () => {
    expect(await failure(readLogText('a,b\n1,2\n'))).toMatchObject({ code: 'E_COLUMN_MISSING', hint: 'Type --participant COLUMN; columns: a, b.' });
    expect(await failure(readLogText('id,b\n1,2\n'))).toMatchObject({ code: 'E_COLUMN_MISSING', hint: 'Type --time COLUMN; columns: id, b.' });
    expect(await failure(readLogText('id,time\n1,2\n', { feature: 'tme' }))).toMatchObject({ code: 'E_COLUMN_MISSING', hint: 'Nearest: time.' });
  });

  it('of more different values than features can be are refused', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => `p,2011-01-01 10:00:00,page${index}\n`).join('');
    expect(await failure(readLogText(HEADER + rows))).toMatchObject({ code: 'E_FEATURES_MANY', where: '<stdin>:1003:feature' });
  });
});

describe('what is no log is refused in a line', () => {
  it.each([
    ['empty', '', 'E_FILE_EMPTY'],
    ['blank lines', '\n\n\n', 'E_HEADER_MISSING'],
    ['a header alone', HEADER, 'E_ROWS_NONE'],
    ['no time that can be read', `${HEADER}a,soon,x\n`, 'E_EVENTS_NONE'],
    ['a NUL byte', `${HEADER}a,2011-01-01\0,x\n`, 'E_FILE_BINARY'],
    ['a workbook', 'PK\x03\x04 and so on', 'E_FILE_FORMAT'],
    ['a gzip of garbage', Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(600, 7)]), 'E_GZIP_DAMAGED'],
    ['a gzip that is cut', gzipSync(HEADER + row('a').repeat(9)).subarray(0, 40), 'E_GZIP_TRUNCATED'],
  ])('%s', async (_, content, code) => {
    expect((await failure(readLogText(content))).code).toBe(code);
  });
});

describe('clocks', () => {
  it('that were never set, or run ahead of the file itself, are noticed', async () => {
    const path = file('clocks.csv', `${HEADER}a,1970-01-01 00:00:05,x\na,2030-01-01 10:00:00,x\na,2011-01-01 10:00:00,x\n`);
    utimesSync(path, new Date('2012-01-01'), new Date('2012-01-01'));
    const log = await readLog([path]);
    expect(log.rows).toBe(3);
    expect(log.warnings).toEqual([expect.objectContaining({ code: 'W_TIME_EARLY', where: `${path}:2` })]);
    expect(log.remarks).toEqual([expect.stringContaining(`${path}:3: 1 event later than the file itself was last changed`)]);
  });
});

describe('paths', () => {
  it('a glob gives files in order of name, hidden ones left out; a path that exists is itself', () => {
    mkdirSync(join(folder, 'logs'));
    for (const name of ['logs/b.csv', 'logs/a.csv', 'logs/.c.csv', 'logs/[x]*.csv', 'logs/d.txt']) file(name, HEADER);
    const inFolder = (...names: string[]): string[] => names.map((name) => join(folder, 'logs', name));
    expect(logPaths([join(folder, 'logs/?.csv')])).toEqual(inFolder('a.csv', 'b.csv'));
    expect(logPaths([join(folder, '*/a*')])).toEqual(inFolder('a.csv'));
    expect(logPaths(inFolder('[x]*.csv'))).toEqual(inFolder('[x]*.csv'));
  });
});
