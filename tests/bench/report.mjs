// Whole process: the report of the fixture study, and of a generated study of 2,000 participants × 60 variables with a log.
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, line, timeProcesses } from './timing.mjs';

const ROUNDS = 7;
const [PARTICIPANTS, ITEMS] = [2000, 60];

export default function report() {
  const folder = mkdtempSync(join(tmpdir(), 'portal-study-bench-'));
  const bin = join(ROOT, 'bin/portal-study.js');
  const written = (study, name) => ({ command: process.execPath, args: [bin, 'report', study, '--quiet', '--output', join(folder, name)] });
  const fixture = join(ROOT, 'fixtures/studies/secure-messaging-2013/study.yml');
  const commands = [
    { label: 'node -e 0', command: process.execPath, args: ['-e', '0'] },
    { label: 'report.html of the fixture study (54 × 16)', ...written(fixture, 'fixture.html') },
    { label: `report.html of ${PARTICIPANTS} participants × ${ITEMS} variables`, ...written(largeStudy(folder), 'large.html') },
    { label: 'report.docx of the fixture study', ...written(fixture, 'fixture.docx') },
  ];
  const times = timeProcesses(commands, ROUNDS);
  const base = times.get('node -e 0');
  console.log(`median of ${ROUNDS}, whole process; × node -e 0`);
  for (const [label, ms] of times) line(label, ms, base);
  for (const name of ['fixture.html', 'large.html', 'fixture.docx']) console.log(`${name.padEnd(52)} ${(statSync(join(folder, name)).size / 1000).toFixed(0).padStart(9)} kB`);
}

/** A survey of 60 items, three groups and an outcome, a log of 100,000 events, and every analysis that a study may ask for of them. */
function largeStudy(folder) {
  // Mulberry32, so that every machine has the same study.
  let state = 20130501;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const items = Array.from({ length: ITEMS }, (_, item) => `item_${String(item + 1).padStart(2, '0')}`);
  const rows = Array.from({ length: PARTICIPANTS }, (_, person) => {
    const bent = random();
    const answers = items.map(() => (random() < 0.03 ? '' : 1 + Math.floor(6 * (0.6 * random() + 0.4 * bent))));
    return [`P${person + 1}`, 'ABC'[Math.floor(3 * random())], random() < 0.6 ? 'female' : 'male', 18 + Math.floor(60 * random()), (5 + 4 * random() + bent).toFixed(1), ...answers].join(',');
  });
  writeFileSync(join(folder, 'survey.csv'), `participant_id,arm,sex,age,hba1c,${items.join(',')}\n${rows.join('\n')}\n`);
  const start = Date.UTC(2011, 0, 1);
  const events = Array.from({ length: 100_000 }, () => [
    `P${1 + Math.floor(PARTICIPANTS * random())}`, new Date(start + Math.floor(365 * 86_400 * random()) * 1000).toISOString(), items[Math.floor(12 * random())],
  ].join(','));
  writeFileSync(join(folder, 'usage.csv'), `participant_id,timestamp,feature\n${events.join('\n')}\n`);
  const study = join(folder, 'study.yml');
  writeFileSync(study, `version: 1
title: A large study
participant_id: participant_id
sources:
  survey: { path: survey.csv }
  usage: { path: usage.csv, kind: events, participant: participant_id, time: timestamp, feature: feature, timezone: America/Chicago }
variables:
  arm: { label: Arm, type: nominal, role: group }
  sex: { label: Sex, type: nominal }
  age: { label: Age, type: number, unit: years }
  hba1c: { label: "HbA1c, %", type: number, role: outcome }
${items.map((item, at) => `  ${item}: { label: "Item ${at + 1} of a long questionnaire", type: ordinal, role: feature }`).join('\n')}
analyses:
  people: { command: describe, vars: [arm, sex, age, hba1c], by: arm }
  frequent: { command: describe, vars: "feature:*", frequent: 4 }
  outcome: { command: correlate, outcome: hba1c, vars: "feature:*" }
  matrix: { command: correlate, matrix: true, vars: "feature:*", adjust: none }
  arms: { command: compare, by: arm }
  scale: { command: scale }
`);
  return study;
}
