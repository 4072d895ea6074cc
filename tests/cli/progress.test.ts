import { describe, expect, it } from 'vitest';
import { progressLine, progressText } from '../../src/cli/progress.js';

describe('how far a run is', () => {
  it('is told as share and time left, with the rate where bytes are counted', () => {
    expect(progressText({ done: 1, total: 4 }, 3000)).toBe(' 25%, about 9 s left');
    expect(progressText({ done: 50e6, total: 200e6, unit: 'bytes' }, 1000)).toBe(' 25%, 50 MB/s, about 3 s left');
    expect(progressText({ done: 3.2e6, total: 3.2e9, unit: 'bytes' }, 1000)).toBe('  0%, 3.2 MB/s, about 17 min left');
  });

  it('is told as what was read where nobody knows how much there is', () => {
    expect(progressText({ done: 50e6, total: null, unit: 'bytes' }, 1000)).toBe('50 MB read, 50 MB/s');
  });

  it('is drawn after a second, where it may be shown, and wiped at the end', async () => {
    const written: string[] = [];
    let clock = 0;
    const line = progressLine({ shown: () => true, write: (text) => { written.push(text); }, now: () => clock });
    await line.pause({ done: 1, total: 4, unit: 'bytes' });
    expect(written).toEqual([]);
    clock = 2000;
    await line.pause({ done: 100e6, total: 400e6, unit: 'bytes' });
    line.finish();
    expect(written).toEqual(['\r\u001B[K 25%, 50 MB/s, about 6 s left', '\r\u001B[K']);
  });
});
