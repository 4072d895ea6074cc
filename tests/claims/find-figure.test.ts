import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/claims/address.js';
import { findFigure } from '../../src/claims/find-figure.js';
import { RECORDS } from './small-records.js';

const at = (text: string) => findFigure(RECORDS, parseAddress(text, 'study.yml:9:7'), 'study.yml:9:7');

describe('an address', () => {
  it.each([
    ['table4[request_appointment, hba1c].p', 0.0378],
    ['table4[hba1c,request_appointment].estimate', -0.2861],
    ['table4[x=message_doctor, y=hba1c].p', 0.0606],
    ['table4[clinic_maps].pMethod', 't'],
    ['table4[constant].estimate', null],
    ['table4.n.used', 53],
    ['table4.n.excludedBy.where', 1],
    ['table4.method.name', 'correlation'],
    ['table-1[age].mean', 57.0926],
    ['table-1[age, focus group].mean', 58],
    ['table-1[age, arm=survey only].mean', 55],
    ['table-1[sex=female].percent', 64.81481481481481],
    ['table-1[sex=female, arm=survey only].n', 10],
    ['table-1[female, "focus group"].percent', 64.1025641025641],
    ['table-1.groups[focus group].n', 39],
    ['table-1.groups.n', 54],
    ['groups[age].groups[survey only].mean', 55],
    ['groups[age].effect.estimate', 0.3],
    ['groups.p', 0.24],
    ['groups.counts[sex=female, arm=survey only].n', 10],
    ['usage[P001].events.request_appointment', 4],
  ])('%s', (text, value) => {
    expect(at(text).value).toBe(value);
  });

  it('without a field is of a whole entry', () => {
    expect(at('table4[clinic_maps]')).toMatchObject({ field: null, entry: { x: 'clinic_maps' } });
  });

  it.each([
    ['tabel4[age].p', /no analysis "tabel4"/, 'Nearest: table4.'],
    ['table4[request_apointment].p', /table4 has no "request_apointment", in "table4/, 'Nearest: request_appointment.'],
    ['table4[x=request_apointment].p', /no "x=request_apointment"/, 'Nearest: request_appointment.'],
    ['table4[clinic_maps].estimat', /no "estimat" here/, 'Nearest: estimate.'],
    ['table-1[sex=femal].percent', /no "sex=femal"/, 'Nearest: sex=female, sex=male, sex.'],
    ['table-1[sexx=female].percent', /no "sexx=female"/, 'Nearest: sex.'],
    ['table-1[age, arm=focus grup].mean', /no "arm=focus grup"/, 'Nearest: focus group.'],
    ['table4.n.usd', /no "usd" here/, 'Nearest: used.'],
    ['table4[clinic_maps].p.value', /nothing below this figure/, null],
    ['table4[clinic_maps].p[x]', /"p" is no list/, null],
  ])('%s that names nothing offers the nearest', (text, message, hint) => {
    expect(() => at(text)).toThrow(expect.objectContaining({ code: 'E_ADDRESS_UNKNOWN', message: expect.stringMatching(message), hint, where: 'study.yml:9:7' }));
  });

  it.each([
    ['table4[request_appointment].p', 'Say in brackets which: x=message_doctor or request_appointment; y=request_appointment or hba1c.'],
    ['table4.p', 'Say in brackets which: x=message_doctor or request_appointment or constant or clinic_maps; y=request_appointment or hba1c.'],
    ['usage.sessions', 'Say in brackets which: participant=P001 or P002.'],
  ])('%s that fits several says what tells them apart', (text, hint) => {
    expect(() => at(text)).toThrow(expect.objectContaining({ code: 'E_ADDRESS_AMBIGUOUS', hint }));
  });

  it.each(['', '.p', 'a..b', 'a[', 'a[]', 'a[x', 'a[x]p', 'a b', 'a.'])('%j is none', (text) => {
    expect(() => at(text)).toThrow(expect.objectContaining({ code: 'E_ADDRESS_SYNTAX' }));
  });

  it('takes values in quotes and with apostrophes', () => {
    const { analysis } = parseAddress('t["a, b=[c]", k=\'d"e\', don\'t know, x = y z].p', '');
    expect(analysis.selectors).toEqual([{ key: null, value: 'a, b=[c]' }, { key: 'k', value: 'd"e' }, { key: null, value: "don't know" }, { key: 'x', value: 'y z' }]);
  });

  it('takes a name, a name with selectors, and fields below them', () => {
    expect(parseAddress('t["a, b"].groups[c d, k=e].n', '')).toMatchObject({
      analysis: { name: 't', selectors: [{ key: null, value: 'a, b' }] },
      steps: [{ name: 'groups', selectors: [{ key: null, value: 'c d' }, { key: 'k', value: 'e' }] }, { name: 'n', selectors: [] }],
    });
    expect(parseAddress('t.n.used', '').steps.map(({ name }) => name)).toEqual(['n', 'used']);
  });

  it('is read in no time, whatever it is', () => {
    for (const odd of ["a['".repeat(9_000), `a[${"b'".repeat(30_000)}`, `a[${'"b"'.repeat(30_000)}`, 'a.'.repeat(30_000), `a[${'b='.repeat(30_000)}]`]) expect(() => at(odd)).toThrow();
  });
});
