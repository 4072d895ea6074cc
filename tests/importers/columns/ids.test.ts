import { describe, expect, it } from 'vitest';
import { idName } from '../../../src/importers/columns/id-names.js';
import { columnOf, contentOf, failure, readText, valuesOf, warning, warningCodes } from '../reading.js';

describe('idName', () => {
  it.each([
    ['participant_id'], ['Participant ID'], ['record_id'], ['subject id'], ['Subject.ID'], ['patientId'],
      ['Respondent ID'], ['RespondentID'], ['ResponseId'],
    ['user_id'], ['USUBJID'], ['study_id'], ['ID'], ['id'], ['SEQN'], ['MRN'], ['case-id'], ['Student identifier'],
  ])('knows that %s names the participant', (name) => expect(idName(name)).toBe('named'));

  it.each([['user'], ['Participant'], ['case'], ['subject'], ['Patient No.'], ['participant #'],
    ['subject_number']])('knows that %s may', (name) => expect(idName(name)).toBe('noun'));

  it.each([['clinic_id'], ['job ad id'], ['testId'], ['household.id']])('knows that %s identifies something else',
    (name) => expect(idName(name)).toBe('other'));

  it.each([['rownames'], ['row names'], ['...1'], ['Unnamed: 0'], ['row_number']])('knows that %s may name the rows',
    (name) => expect(idName(name)).toBe('row'));

  it.each([['valid'], ['paid'], ['hybrid'], ['idea'], ['age'], ['user satisfaction'], ['cases'],
    ['patient satisfaction'], ['response code'], ['identity']])(
    'takes %s for data', (name) => expect(idName(name)).toBeNull());
});

describe('ids', () => {
  it('are text, whatever they look like', async () => {
    const dataset = await readText('participant_id,x\n4951e7386,1\n007,2\n1E5,3\n17850.0,4\n');
    expect(columnOf(dataset, 'participant_id')).toMatchObject({ kind: 'id',
      values: ['4951e7386', '007', '1E5', '17850.0'] });
  });

  it('are one column: the one asked for, else the first that names the participant', async () => {
    const text = 'rownames,record_id,patient_id,x\n1,11,A1,1.5\n2,12,A2,2.5\n';
    const kinds = async (id?: string) => (await readText(text, id === undefined ? {} : { id }))
      .columns.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['text', 'id', 'text', 'number']);
    expect(await kinds('Patient_ID')).toEqual(['text', 'text', 'id', 'number']);
    expect(await kinds('x')).toEqual(['text', 'text', 'text', 'id']);
  });

  it('are the row names where nothing else tells people apart', async () => {
    expect((await readText('rownames,x\n61617,1\n61618,2\n61620,3\n')).columns[0].kind).toBe('id');
    expect((await readText('...1,y\n1,5\n2,6\n')).columns[0].kind).toBe('id');
    expect((await readText('...1,y\n1,5\n3,6\n')).columns[0].kind).toBe('ordinal');
    expect((await readText('x,y\n1,5\n2,6\n')).columns[0].kind).toBe('ordinal');
  });

  it('may be called user where users hardly repeat; else user is an answer', async () => {
    const users = Array.from({ length: 20 }, (_, row) => `${100 + row},1\n`).join('');
    expect((await readText(`user,x\n${users}`)).columns[0].kind).toBe('id');
    expect((await readText('user,x\n0,1\n1,1\n0,2\n1,3\n')).columns[0].kind).toBe('ordinal');
    const events = Array.from({ length: 60 }, (_, row) => `${100 + (row % 20)},1\n`).join('');
    expect((await readText(`user,x\n${events}`)).columns[0].kind).toBe('nominal');
  });

  it('of something else are no numbers either', async () => {
    const dataset = await readText('participant_id,clinic_id\na,1\nb,2\nc,1\nd,2\n');
    expect(columnOf(dataset, 'clinic_id')).toMatchObject({ kind: 'nominal', values: ['1', '2', '1', '2'] });
  });

  it('that are asked for have to be there', async () => {
    expect(await failure(readText('participant_id,x\na,1\n', { id: 'participent_id' }))).toMatchObject({
      code: 'E_COLUMN_MISSING', hint: 'Nearest: participant_id.', where: '<stdin>:1',
    });
  });

  it('that are blank are counted; the rows are kept', async () => {
    const dataset = await readText('participant_id,x\na,1\n,2\nNA,3\n');
    expect(valuesOf(dataset, 'participant_id')).toEqual(['a', '[blank]', '[blank]']);
    expect(warning(dataset, 'W_ID_BLANK')).toMatchObject({ where: '<stdin>:3:participant_id',
      message: expect.stringMatching(/^2 rows/) });
  });

  it('that a spreadsheet shortened are warned of', async () => {
    expect(warningCodes(await readText('participant_id,x\n1.23E+11,1\n1.24E+11,2\n'))).toEqual(['W_ID_SHORTENED']);
    expect(warningCodes(await readText('participant_id,x\n4951e7386,1\n'))).toEqual([]);
  });
});

describe('rows that share an id', () => {
  const TEXT = `participant_id,age,hba1c,note
P1,54,6.9,a
P2,58,8.6,b
"P1 ",54,7.0,a
P3,40,7,c
P1,54,7.1,a
P2,58,8.6,b
`;

  it('are refused with the ids, their lines and the columns that differ', async () => {
    const error = await failure(readText(TEXT));
    expect(error.code).toBe('E_ID_DUPLICATE');
    expect(error.where).toBe('<stdin>:4:participant_id');
    expect(error.message)
      .toBe('2 ids in "participant_id" stand in more than one row: P1 (lines 2, 4, 6), P2 (lines 3, 7); ' +
        'the rows differ in hba1c.');
    expect(error.hint).toContain('--duplicates first');
  });

  it('that are the same are said to be', async () => {
    expect((await failure(readText('id,x\na,1\na,1\n'))).message).toContain('the rows are the same');
  });

  it('are named up to three, so that no list of participants is printed', async () => {
    const rows = Array.from({ length: 10 }, (_, row) => `P${row},1\nP${row},2\n`).join('');
    expect((await failure(readText(`participant_id,x\n${rows}`))).message)
      .toMatch(/^10 ids .*: P0 .*, P1 .*, P2 .* and 7 more;/);
  });

  it('leave the first or the last of them by choice, with a warning', async () => {
    const first = await readText(TEXT, { duplicates: 'first' });
    expect(valuesOf(first, 'hba1c')).toEqual([6.9, 8.6, 7]);
    expect([...first.lines]).toEqual([2, 3, 5]);
    expect(warning(first, 'W_ID_DUPLICATE').message).toContain('The first row of each is kept, 3 left out.');
    const last = await readText(TEXT, { duplicates: 'last' });
    expect([...last.lines]).toEqual([5, 6, 7]);
    expect(last.source.rows).toBe(3);
  });

  it('are all kept by choice, for data with several rows a person', async () => {
    const dataset = await readText(TEXT, { duplicates: 'report' });
    expect(dataset.rows).toBe(6);
    expect(warning(dataset, 'W_ID_DUPLICATE').message).toContain('Every row is kept.');
  });

  it('do not matter in a column that is not the participant\'s id', async () => {
    expect((await readText('participant_id,x\na,1\na,2\n', { id: 'x' })).rows).toBe(2);
    expect((await readText('participant_id,user_id\na,1\nb,1\n')).rows).toBe(2);
  });

  it('without an id are no duplicates, nor are declared codes', async () => {
    expect((await readText('participant_id,x\n,1\n,2\nNA,3\n-99,4\n-99,5\n', { na: ['-99'] })).rows).toBe(5);
  });

  it('are explained for REDCap, which writes one row for each event', async () => {
    const error = await failure(readText('record_id,redcap_event_name,redcap_repeat_instance,x\n1,a,1,1\n1,a,2,2\n'));
    expect(error.message).toContain('REDCap writes one row for each event and repeated instrument.');
  });
});

describe('a first column without a name', () => {
  it('that numbers the rows is left out with a notice', async () => {
    const dataset = await readText(',participant_id,x\n1,a,1\n2,b,2\n');
    expect(contentOf(dataset)).toEqual(new Map([['participant_id', ['id', 'a', 'b']], ['x', ['ordinal', 1, 2]]]));
    expect(warningCodes(dataset)).toEqual(['W_ROW_NUMBERS']);
    expect((await readText(',x\n0,5\n1,6\n')).columns.map(({ name }) => name)).toEqual(['x']);
  });

  it('that holds anything else is named', async () => {
    const dataset = await readText(',x\n1,5\n3,6\n');
    expect(dataset.columns.map(({ name }) => name)).toEqual(['column_1', 'x']);
    expect(warning(dataset, 'W_HEADER_BLANK').message).toBe('Columns without a name are called column_1.');
  });
});
