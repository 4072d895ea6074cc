import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findIdentifiers, identifierWarnings } from '../../../src/dataset/identifiers/find-identifiers.js';
import { identifierByName } from '../../../src/dataset/identifiers/identifier-names.js';
import { StudyError } from '../../../src/errors.js';
import { readSurvey } from '../../../src/importers/survey.js';
import { readText } from '../../importers/reading.js';

const SHARED = fileURLToPath(new URL('../../../../shared/', import.meta.url));

describe('the name of a column', () => {
  it.each([
    ['RecipientEmail', 'email'], ['E-Mail-Adresse', 'email'], ['correo electrónico', 'email'], ['courriel', 'email'], ['IPAddress', 'ip'], ['phone_home', 'phone'],
    ['Telefonnummer', null], ['Telefon', 'phone'], ['numéro de téléphone', 'phone'], ['fax', 'phone'], ['ssn', 'social'], ['NHS number', 'social'], ['personnummer', 'social'],
    ['MRN', 'record'], ['medical_record_number', 'record'], ['insurance_id', 'insurance'], ['IBAN', 'account'], ['driver_license_number', 'licence'], ['license_plate', 'vehicle'],
    ['DOB', 'birth'], ['dateOfBirth', 'birth'], ['Geburtsdatum', 'birth'], ['fecha_de_nacimiento', 'birth'], ['date de naissance', 'birth'], ['admission_date', 'event'], ['date_of_death', 'event'],
    ['zip', 'postcode'], ['Postleitzahl', 'postcode'], ['LocationLatitude', 'coordinates'], ['street_address', 'address'], ['Straße', 'address'], ['city', 'place'], ['Wohnort', 'place'],
    ['first_name', 'name'], ['name_last', 'name'], ['Nachname', 'name'], ['prénom', 'name'], ['apellidos', 'name'], ['RecipientFirstName', 'name'], ['device_id', 'device'], ['MAC address', 'device'],
    ['photo', 'photo'], ['fingerprint', 'biometric'], ['username', 'user'], ['website', 'url'], ['What is your e-mail address?', 'email'], ['Please enter your date of birth', 'birth'],
  ] as const)('%s', (name, kind) => expect(identifierByName(name)).toBe(kind));

  it.each([
    'How often do you e-mail your doctor?', 'How often do you use the phone?', 'drug_name', 'site_name', 'state', 'country', 'age', 'sex', 'participant_id', 'email_frequency', 'phone_use', 'rownames',
    'message_doctor', 'hba1c', 'visit_date', 'username_shown', 'address_needs', 'nameless', 'telehealth', 'zipper', 'cellulitis', 'Do you own a smart phone?', 'find_doctor', 'clinic_maps', 'birth_weight', 'birth_year',
  ])('%s is none', (name) => expect(identifierByName(name)).toBeNull());
});

describe('the cells of a column', () => {
  const found = async (cells: readonly string[], name = 'x') => findIdentifiers(await readText(`pid,${name}\n${cells.map((cell, row) => `${row},"${cell}"`).join('\n')}\n`)).map(({ kind, cells: count }) => [kind, count]);

  it.each([
    ['email', ['write to ann.lee@mail.example.org please', 'no', 'yes please'], 1],
    ['phone', ['call (615) 555-0123', 'none', 'nothing'], 1],
    ['phone', ['+44 20 7946 0958', 'none at all', 'nothing'], 1],
    ['social', ['219-09-9999', 'withheld', 'not given'], 1],
    ['ip', ['192.168.0.1', '10.0.0.7', '2001:db8::1'], 3],
    ['device', ['00:1B:44:11:3A:B7', '00:1B:44:11:3A:B8', '00-1B-44-11-3A-B9'], 3],
    ['url', ['see https://example.org/me', 'no', 'none'], 1],
    ['postcode', ['37203-1234', '37212-0001', '90210-4444'], 3],
    ['postcode', ['SW1A 1AA', 'M1 1AE', 'EC1A 1BB'], 3],
    ['vehicle', ['1HGBH41JXMN109186', '2HGBH41JXMN109187', '3HGBH41JXMN109188'], 3],
    ['address', ['12 Elm Street', '900 Oak Ave Apt 4', '7 Hill Rd'], 3],
    ['name', ['Smith, John', 'Mary Ann Evans', 'Dr. Linda Park', 'Zed Quark'], 3],
  ] as const)('give away %s', async (kind, cells, count) => expect(await found(cells)).toEqual([[kind, count]]));

  it.each([
    [['New York', 'Los Angeles', 'San Francisco']], [['Strongly Agree', 'Somewhat Disagree', 'Not Sure']], [['1.2.3', '2.0.1', '10.4.4']], [['2011-02-03', '2011-02-04', '2011-03-01']],
    [['615', '3', '12']], [['A-1234', 'B-5678', 'C-9999']], [['3:30', '14:00', '9:15']], [['p < .001 at best', '5-10 times a day', 'n/a today']], [['123-45', '1234-5678', '000-12-3456']],
    [['12 st place', 'First Avenue', 'the drive']], [['5551234567', '5559876543', '5550001111']],
  ])('%j are none', async (cells) => expect(await found(cells)).toEqual([]));

  it('count ages over 89, and take dates that spread over decades for births', async () => {
    expect(await found(['45', '91', '90', '89', '200'], 'age')).toEqual([['age', 2]]);
    expect(await found(['91', '95'], 'weight')).toEqual([]);
    expect(await found(['1941-02-03', '1952-02-03', '1963-02-03', '1974-02-03', '1985-02-03', '1990-01-01'])).toEqual([['birth', 6]]);
  });

  it('count for nothing in a column of answers, whatever it is called', async () => {
    expect(await found(['1', '2', '1', '2', '3', '1', '2'], 'phone')).toEqual([]);
    expect(await found(['yes', 'no', 'yes', 'no', 'yes'], 'email')).toEqual([]);
    expect(await found(['', '', ''], 'email')).toEqual([]);
  });

  it('are never told', async () => {
    const dataset = await readText('email,hba1c\nann@example.org,7\nbob@example.org,8\n');
    expect(identifierWarnings(dataset, findIdentifiers(dataset))).toEqual([{
      code: 'W_IDENTIFIER', message: 'May identify people: e-mail addresses, by the column’s name (2 cells). Leave the column out of files that are shared.', where: '<stdin>:2:email',
    }]);
  });
});

const isSmall = (path: string): boolean => statSync(join(SHARED, path)).size < 3_000_000;
const files = existsSync(SHARED) ? readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(?:data|cases)\/.*\.(?:csv|xlsx)$/.test(path) && !/csv-test-data|dictiona|metadata|super-wide/.test(path) && isSmall(path)).sort() : [];

describe.skipIf(files.length === 0)(`files of others${files.length === 0 ? ' (skipped: ../shared is absent)' : ''}`, () => {
  it('are flagged in these columns and no others', async () => {
    const flagged = new Map<string, Set<string>>();
    for (const path of files) {
      const dataset = await readSurvey(join(SHARED, path), { duplicates: 'report' }).catch((error: unknown) => {
        if (error instanceof StudyError) return null;
        throw error;
      });
      for (const { column, kind } of dataset === null ? [] : findIdentifiers(dataset)) {
        const key = path.replace('data/redcapr/inst/test-data/projects/', 'redcap ').replace('data/', '').replace(/QualtricsTools.*/, 'QualtricsTools');
        flagged.set(key, (flagged.get(key) ?? new Set()).add(`${column.name} (${kind})`));
      }
    }
    expect(Object.fromEntries([...flagged].map(([path, columns]) => [path, [...columns].join(', ')]))).toEqual(FLAGGED);
  });
});

/** By file; a folder of exports of one kind is one entry. */
const FLAGGED: Readonly<Record<string, string>> = {
  'csv-spectrum/csvs/comma_in_quotes.csv': 'address (address), city (place), zip (postcode)',
  'csv-spectrum/csvs/location_coordinates.csv': 'Contact Phone Number (phone), Location Coordinates (coordinates)',
  'la-moodle/AllCombined.csv': 'Name (name), Surname (name), Birthdate (birth)',
  'la-moodle/Demographics.csv': 'Name (name), Surname (name), Birthdate (birth)',
  'medicaldata/covid_testing_deid.csv': 'age (age)',
  'medicaldata/indo_rct.csv': 'age (age)',
  'medicaldata/messy_aki.xlsx': 'dob (birth)',
  'medicaldata/messy_glucose.xlsx': 'DofB (birth)',
  'mldatar-prediabetes/PreDiabetes.csv': 'Age (age), Age_PreDiabetes (age), Age_Diabetes (age)',
  'mldatar-prediabetes/diabetes_data.csv': 'Age (age)',
  'qualtrics/QualtricsTools': 'LocationLatitude (coordinates), LocationLongitude (coordinates)',
  'qualtrics/sample.csv': 'IPAddress (ip), LocationLatitude (coordinates), LocationLongitude (coordinates)',
  'qualtrics/sample_legacy.csv': 'Name (name), IPAddress (ip), LocationLatitude (coordinates), LocationLongitude (coordinates)',
  'redcap arm-multiple-delete/arm.csv': 'name (name)',
  'redcap arm-multiple-delete/data-old.csv': 'birth_date (birth)',
  'redcap arm-multiple-delete/data.csv': 'birth_date (birth)',
  'redcap arm-single-delete/data-old.csv': 'birth_date (birth)',
  'redcap arm-single-delete/data.csv': 'birth_date (birth)',
  'redcap arm-single-longitudinal/arm.csv': 'name (name)',
  'redcap blank-for-gray-status/data.csv': 'name_first (name), name_last (name), address (address), telephone (phone), email (email), dob (birth)',
  'redcap clinical-trial-1/data.csv': 'name_last (name), name_first (name), address (address), phone (phone), dob (birth), email (email)',
  'redcap dag-write/data.csv': 'first_name (name), last_name (name)',
  'redcap dag/data.csv': 'first_name (name), last_name (name)',
  'redcap decimal-comma-and-dot/data.csv': 'name (name)',
  'redcap decimal-comma/data.csv': 'name (name)',
  'redcap decimal-dot/data.csv': 'name (name)',
  'redcap file-repo/data.csv': 'name (name)',
  'redcap longitudinal/arm.csv': 'name (name)',
  'redcap longitudinal/data.csv': 'first_name (name), last_name (name), telephone_1 (phone), email (email), dob (birth), comments (url)',
  'redcap nonnumeric-record-id/data.csv': 'name (name)',
  'redcap repeating-instruments-sparse/data.csv': 'first_name (name), dob (birth)',
  'redcap repeating-instruments/data.csv': 'first_name (name), dob (birth)',
  'redcap simple/data.csv': 'name_first (name), name_last (name), address (address), telephone (phone), email (email), dob (birth)',
  'redcap survey/data.csv': 'dob (birth), email (email)',
};
