/**
 * What may identify a person directly, after the list of the HIPAA Privacy Rule's safe harbour (45 CFR 164.514(b)(2)):
 * the words by which a warning calls it.
 */
export const IDENTIFIER_WORDS = {
  name: 'names of people',
  address: 'street addresses',
  place: 'places smaller than a state',
  postcode: 'postal codes',
  coordinates: 'coordinates of a place',
  birth: 'dates of birth',
  event: 'dates of admission, discharge or death',
  age: 'ages over 89',
  phone: 'telephone or fax numbers',
  email: 'e-mail addresses',
  social: 'social security or national identity numbers',
  record: 'medical record numbers',
  insurance: 'health insurance numbers',
  account: 'account or card numbers',
  licence: 'certificate, licence or passport numbers',
  vehicle: 'vehicle numbers or plates',
  device: 'device numbers',
  url: 'web addresses',
  ip: 'IP addresses',
  biometric: 'biometric identifiers',
  photo: 'photographs or recordings of people',
  user: 'names of user accounts',
} as const;

export type IdentifierKind = keyof typeof IDENTIFIER_WORDS;
