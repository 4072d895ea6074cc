// Compiled and run against the installed package: the library's functions, with their types.
import { agree, agreeMatrix, correlate, joint, projectFile, quantitize, readCodedText, readLinks, readSurvey, saturation, themes } from 'portal-study';
import type {
  AgreementRecord, CodedText, CorrelationRecord, Dataset, DeclaredLinks, JointRecord, QuantitizedRecord, SaturationRecord, SideBySide, ThemesRecord,
} from 'portal-study';

// The package needs no type definitions of node; neither does its user.
declare const process: { readonly argv: readonly string[] };

function expected(what: string, found: unknown, value: unknown): void {
  if (found !== value) throw new Error(`${what}: the library answers ${JSON.stringify(found)}, not ${JSON.stringify(value)}`);
}

const [path] = process.argv.slice(2);
const dataset: Dataset = await readSurvey(path);
const record: CorrelationRecord = await correlate(dataset, { outcome: 'hba1c', vars: ['request_appointment'] });
const [{ n, estimate, p }] = record.estimates;
expected('n', n, 53);
expected('ρ', estimate?.toFixed(2), '-0.29');
expected('p', p?.toFixed(2), '0.04');

const beside = (name: string): string => path.replace(/survey\.csv$/, name);
const coded: CodedText = await readCodedText([beside('codings.csv')], {
  codebook: beside('codebook.csv'), speakers: beside('speakers.csv'), transcripts: [beside('transcripts')],
});
const found: ThemesRecord = themes(coded);
expected('speakers of Better visits', found.estimates.find(({ code }) => code === 'Better visits')?.participants, 21);
const agreement: AgreementRecord = await agree(coded, { unit: 'document' });
expected('coders', agreement.estimates.every(({ coders }) => coders === 2), true);
const accumulated: SaturationRecord = saturation(coded);
expected('codes', accumulated.estimates.at(-1)?.cumulative, 17);
const numbers: QuantitizedRecord = quantitize(coded, 'count');
expected('participants', numbers.n.used, 39);
const links: DeclaredLinks = await readLinks(beside('links.csv'));
const display: JointRecord = await joint(dataset, coded, { outcome: 'hba1c' }, links);
expected('fit', (display.estimates[0] as SideBySide).fit, 'agreement');
const project: Uint8Array = await projectFile(coded, 'study');
expected('a zip', String.fromCharCode(project[0], project[1]), 'PK');
expected('a table of ratings', agreeMatrix(dataset, { coders: ['pay_bills', 'clinic_maps'] }).estimates.length > 0, true);

console.log(`library: n ${n}, ρ ${estimate}, p ${p}; ${coded.codings.length} codings, ${links.links.length} links`);
