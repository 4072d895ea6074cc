import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSurvey } from '../../../src/importers/survey.js';
import { scratchFolder } from '../../cli/portal-study.js';
import { columnOf, failure, readText, valuesOf, warning, warningCodes } from '../reading.js';

const FORMATS = fileURLToPath(new URL('../../../fixtures/formats/', import.meta.url));
const DICTIONARY = 'clinic_DataDictionary_2011-03-01.csv';
const HEADER = '"Variable / Field Name","Form Name","Section Header","Field Type","Field Label","Choices, Calculations, OR Slider Labels","Field Note","Text Validation Type OR Show Slider Number","Text Validation Min","Text Validation Max",Identifier?';

/** An export and a dictionary in a folder of their own. */
function project(exported: string, fields: readonly string[], dictionary = 'dictionary.csv'): string {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'data.csv'), exported);
  writeFileSync(join(folder, dictionary), [HEADER, ...fields].join('\n'));
  return join(folder, 'data.csv');
}

describe('events of a REDCap project', () => {
  const text = 'record_id,redcap_event_name,age\n1,baseline_arm_1,44\n1,follow_up_arm_1,45\n2,baseline_arm_1,51\n';

  it('have to be chosen where a participant has rows of several, with the choices named', async () => {
    const error = await failure(readText(text));
    expect(error).toMatchObject({ code: 'E_EVENT_CHOICE', where: '<stdin>:1:redcap_event_name', hint: 'Type --event baseline_arm_1, or another of them.' });
    expect(error.message).toBe('The same participants have rows of several events: baseline_arm_1 (2 rows), follow_up_arm_1 (1 row).');
  });

  it('are chosen by name, and an unknown one offers the nearest', async () => {
    expect(valuesOf(await readText(text, { event: 'baseline_arm_1' }), 'age')).toEqual([44, 51]);
    expect(await failure(readText(text, { event: 'baselin_arm_1' }))).toMatchObject({ code: 'E_EVENT_MISSING', hint: 'Nearest: baseline_arm_1.' });
    expect(await failure(readText('record_id,age\n1,2\n', { event: 'x' }))).toMatchObject({ code: 'E_EVENT_MISSING', hint: 'Leave --event out.' });
  });

  it('are all kept where rows of the same participant are to be reported only', async () => {
    const dataset = await readText(text, { duplicates: 'report' });
    expect(dataset.rows).toBe(3);
    expect(warningCodes(dataset)).toEqual(['W_EVENT_SEVERAL', 'W_ID_DUPLICATE']);
  });

  it('of different arms need no choice, because nobody is in two', async () => {
    expect((await readText('record_id,redcap_event_name,age\n1,visit_arm_1,44\n2,visit_arm_2,51\n')).rows).toBe(2);
  });
});

describe('repeating instruments of a REDCap project', () => {
  const text = 'record_id,redcap_repeat_instrument,redcap_repeat_instance,age,systolic,dose\n1,,,44,,\n1,bp,1,,121,\n1,bp,2,,118,\n1,drug,1,,,5\n2,,,51,,\n';

  it('are no participants: without a choice the other rows and their columns are read, and that is said', async () => {
    const dataset = await readText(text);
    expect(dataset.columns.map(({ name }) => name)).toEqual(['record_id', 'age']);
    expect([...dataset.lines]).toEqual([2, 6]);
    expect(warning(dataset, 'W_REPEAT_ROWS').message)
      .toBe('3 rows of repeating instruments left out, because they are no participants: bp (2 rows), drug (1 row). --instrument bp reads such rows instead.');
  });

  it('are read where they are asked for, each row with its participant', async () => {
    const dataset = await readText(text, { instrument: 'bp' });
    expect(valuesOf(dataset, 'record_id')).toEqual(['1', '1']);
    expect(valuesOf(dataset, 'systolic')).toEqual([121, 118]);
    expect(dataset.columns.map(({ name }) => name)).not.toContain('dose');
    expect(await failure(readText(text, { instrument: 'bb' }))).toMatchObject({ code: 'E_INSTRUMENT_MISSING', hint: 'Nearest: bp.' });
  });

  it('have to be chosen where there are several and nothing else', async () => {
    const only = 'record_id,redcap_repeat_instrument,redcap_repeat_instance,x\n1,bp,1,1\n1,drug,1,2\n';
    expect(await failure(readText(only))).toMatchObject({ code: 'E_INSTRUMENT_CHOICE', hint: 'Type --instrument bp, or another of them.' });
  });
});

describe('the data dictionary of a REDCap project', () => {
  it('beside the export is used and named, unless it describes another project', async () => {
    const found = await readSurvey(join(FORMATS, 'redcap-dictionary.csv'));
    expect(found.reading.dictionary).toEqual({ value: join(FORMATS, DICTIONARY), why: 'it lies beside the export and describes its columns' });
    expect(found.alongside).toMatchObject([{ path: join(FORMATS, DICTIONARY), rows: 10 }]);
    const other = await readSurvey(join(FORMATS, 'redcap-repeats.csv'));
    expect(other.reading.dictionary).toBeNull();
  });

  it('is the one asked for, wherever it lies; a file that is none is refused', async () => {
    const folder = scratchFolder();
    copyFileSync(join(FORMATS, 'redcap-dictionary.csv'), join(folder, 'data.csv'));
    expect((await readSurvey(join(folder, 'data.csv'))).reading.dictionary).toBeNull();
    const dataset = await readSurvey(join(folder, 'data.csv'), { dictionary: join(FORMATS, DICTIONARY) });
    expect(columnOf(dataset, 'clinic_sex').levels).toEqual([{ value: 0, label: 'Female' }, { value: 1, label: 'Male' }]);
    expect(await failure(readSurvey(join(folder, 'data.csv'), { dictionary: join(folder, 'data.csv') })))
      .toMatchObject({ code: 'E_DICTIONARY_FORMAT', where: `${join(folder, 'data.csv')}:1` });
  });

  it('gives the same columns for an export of codes and one of labels', async () => {
    const raw = await readSurvey(join(FORMATS, 'redcap-dictionary.csv'));
    const labelled = await readSurvey(join(FORMATS, 'redcap-labelled.csv'));
    expect(labelled.columns.map(({ name, label, kind, levels }) => ({ name, label, kind, levels })))
      .toEqual(raw.columns.map(({ name, label, kind, levels }) => ({ name, label, kind, levels })));
    for (const name of ['clinic_sex', 'clinic_race', 'messages', 'asks', 'means___1']) {
      expect(valuesOf(labelled, name).slice(0, 1)).toEqual(valuesOf(raw, name).slice(0, 1));
    }
  });

  it('tells scales, whose codes are numbers, from names, whose codes are not', async () => {
    const dataset = await readSurvey(project('id,mood,clinic,wing,f_complete\n1,2,2,N,2\n2,3,3,S,2\n', [
      'id,f,,text,Id,,,,,,', 'mood,f,,radio,Mood,"1, Poor | 2, Fair | 3, Good",,,,,', 'clinic,f,,dropdown,Clinic,"1, Oak | 2, Elm | 3, Ash",,,,,', 'wing,f,,radio,Wing,"N, North | S, South",,,,,',
    ]));
    expect(dataset.columns.map(({ kind }) => kind)).toEqual(['id', 'ordinal', 'nominal', 'nominal', 'ordinal']);
    expect(columnOf(dataset, 'wing').levels).toEqual([{ value: 'N', label: 'North' }, { value: 'S', label: 'South' }]);
  });

  it('reads numbers with the decimal mark of their validation, and text that identifies as text', async () => {
    const dataset = await readSurvey(project('id,h,w,phone,f_complete\n1,"1,54",52.3,5550101,2\n2,"1,234",60,5550102,2\n', [
      'id,f,,text,Id,,,,,,', 'h,f,,text,Height,,,number_comma_decimal,,,', 'w,f,,text,Weight,,,number,,,', 'phone,f,,text,Phone,,,,,,y',
    ]));
    expect(valuesOf(dataset, 'h')).toEqual([1.54, 1.234]);
    expect(valuesOf(dataset, 'w')).toEqual([52.3, 60]);
    expect(columnOf(dataset, 'phone').kind).toBe('text');
    expect(dataset.warnings).toEqual([]);
  });

  it('warns of values beyond its limits and of codes that it does not know, and keeps them', async () => {
    const dataset = await readSurvey(project('id,w,c,f_complete\n1,3,1,2\n2,60,9,2\n', [
      'id,f,,text,Id,,,,,,', 'w,f,,text,Weight,,,integer,35,200,', 'c,f,,radio,Clinic,"1, Oak | 2, Elm | 3, Ash",,,,,',
    ]));
    expect(valuesOf(dataset, 'w')).toEqual([3, 60]);
    expect(valuesOf(dataset, 'c')).toEqual(['1', '9']);
    expect(warningCodes(dataset)).toEqual(['W_VALUE_RANGE', 'W_VALUE_LEVELS']);
  });

  it('reads TRUE and FALSE as the codes 1 and 0 where another program wrote them, and says so', async () => {
    const dataset = await readSurvey(project('id,sex,f_complete\n1,FALSE,2\n2,TRUE,2\n', ['id,f,,text,Id,,,,,,', 'sex,f,,radio,Sex,"0, Female | 1, Male",,,,,']));
    expect(valuesOf(dataset, 'sex')).toEqual([0, 1]);
    expect(warningCodes(dataset)).toEqual(['W_VALUE_LOGICAL']);
  });

  it('makes its first field the id, whatever it is called', async () => {
    const dataset = await readSurvey(project('badge,f_complete,redcap_data_access_group\nx1,2,a\nx2,2,b\n', ['badge,f,,text,Badge,,,,,,']));
    expect(columnOf(dataset, 'badge')).toMatchObject({ kind: 'id', label: 'Badge' });
  });
});

describe('checkbox fields of REDCap', () => {
  it('count among those who ticked something or whose form was begun: a 0 elsewhere may mean unanswered', async () => {
    const dataset = await readText('record_id,use___1,use___2,form_complete\n1,1,0,0\n2,0,0,2\n3,0,0,0\n4,0,0,\n');
    expect(dataset.multiSelects).toMatchObject([{ name: 'use', answered: new Uint8Array([1, 1, 0, 0]) }]);
    expect(valuesOf(dataset, 'use___1')).toEqual([1, 0, 0, 0]);
    expect(warning(dataset, 'W_ANSWER_UNSURE')).toEqual({
      code: 'W_ANSWER_UNSURE', where: '<stdin>:4:use___1',
      message: 'use: 0 may mean unanswered in 2 of 4 rows; describe counts each answer of those who chose at least one or whose form_complete is not 0.',
    });
  });
});

describe('answers beside a scale of REDCap', () => {
  it('are warned of where somebody gave one, with what to type', async () => {
    const path = project('id,q,f_complete\n1,1,2\n2,9,2\n3,2,2\n', ['id,f,,text,Id,,,,,,', 'q,f,,radio,Q,"1, Never | 2, Sometimes | 3, Often | 9, Don\'t know",,,,,']);
    const dataset = await readSurvey(path);
    expect(warning(dataset, 'W_LEVEL_BESIDE')).toEqual({
      code: 'W_LEVEL_BESIDE', where: `${path}:3:q`, message: '9 is "Don\'t know", which is no answer, in 1 cell; if it means missing, type --na q=9.',
    });
    expect(valuesOf(await readSurvey(path, { na: ['q=9'] }), 'q')).toEqual([1, '[declared]', 2]);
  });
});

describe('what is asked of a REDCap export', () => {
  it('is refused of a file of other software', async () => {
    for (const options of [{ event: 'baseline' }, { instrument: 'bp' }, { dictionary: join(FORMATS, DICTIONARY) }]) {
      expect(await failure(readSurvey(join(FORMATS, 'qualtrics.csv'), options))).toMatchObject({
        code: 'E_OPTION_PLATFORM', message: `--${Object.keys(options)[0]} is for REDCap exports, and this file is read as Qualtrics (the third row holds ImportId).`,
      });
    }
    expect(await failure(readSurvey(join(FORMATS, 'redcap.csv'), { platform: 'plain', event: 'x' }))).toMatchObject({ code: 'E_OPTION_PLATFORM' });
  });
});
