import type { Progress } from '../commands/session.js';

/** The event loop must turn for Ctrl-C to be heard; more often than this would cost, less often would be felt. */
const BREATH_MS = 25;
/** Work shorter than this shows nothing. */
const SILENT_MS = 1000;
const REDRAW_MS = 200;

/** Where progress is drawn, if anywhere, and by which clock in milliseconds. */
export interface ProgressScreen {
  shown(): boolean;
  write(text: string): void;
  now(): number;
}

/**
 * Lets a long synchronous run breathe, and after a second draws how far it is where it may be shown. `finish`
 * wipes the line.
 */
export function progressLine(screen: ProgressScreen): {
  pause(progress: Progress): Promise<void>;
  finish(): void;
} {
  const start = screen.now();
  let breathed = start;
  let drawn = 0;
  return {
    async pause(progress) {
      const now = screen.now();
      if (now - breathed < BREATH_MS) return;
      await new Promise((resolve) => { setImmediate(resolve); });
      breathed = screen.now();
      const elapsed = now - start;
      if (elapsed < SILENT_MS || now - drawn < REDRAW_MS || !screen.shown()) return;
      drawn = now;
      screen.write(`\r\u001B[K${progressText(progress, elapsed)}`);
    },
    finish() {
      if (drawn > 0) screen.write('\r\u001B[K');
    },
  };
}

/**
 * @example
 * progressText({ done: 1, total: 4 }, 3000); // ' 25%, about 9 s left'
 * progressText({ done: 500e6, total: 2000e6, unit: 'bytes' }, 3000); // ' 25%, 167 MB/s, about 9 s left'
 */
export function progressText({ done, total, unit }: Progress, elapsedMs: number): string {
  const rate = unit === undefined ? [] : [`${megabytes((1000 * done) / elapsedMs)}/s`];
  if (total === null) return [`${megabytes(done)} read`, ...rate].join(', ');
  const share = done / total;
  const percent = `${String(Math.floor(share * 100)).padStart(3)}%`;
  if (share <= 0) return percent;
  const left = Math.max(1, Math.round((elapsedMs * (1 - share)) / share / 1000));
  return [percent, ...rate, `about ${left < 120 ? `${left} s` : `${Math.round(left / 60)} min`} left`].join(', ');
}

function megabytes(bytes: number): string {
  return bytes < 10e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1e6)} MB`;
}
