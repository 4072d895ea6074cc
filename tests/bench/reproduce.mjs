// Whole process, output printed: every claim of the fixture study against one correlate on its survey.
import { join } from 'node:path';
import { ROOT, line, timeProcesses } from './timing.mjs';

const ROUNDS = 15;

export default function reproduce() {
  const study = join(ROOT, 'fixtures/studies/secure-messaging-2013');
  const bin = join(ROOT, 'bin/portal-study.js');
  const correlate = 'portal-study correlate survey.csv';
  const times = timeProcesses([
    { label: 'node -e 0', command: process.execPath, args: ['-e', '0'] },
    { label: correlate, command: process.execPath, args: [bin, 'correlate', join(study, 'survey.csv')] },
    { label: `${correlate} --no-study`, command: process.execPath, args: [bin, 'correlate', join(study, 'survey.csv'), '--no-study'] },
    { label: 'portal-study reproduce study.yml, every claim', command: process.execPath, args: [bin, 'reproduce', study] },
  ], ROUNDS);
  console.log(`median of ${ROUNDS}, whole process; × correlate`);
  for (const [label, ms] of times) line(label, ms, times.get(correlate));
}
