import type { IdentifierKind } from './identifier-kinds.js';

/**
 * Names of columns by what they hold, the more particular first; words in English, German, French, Spanish, Italian,
 * Dutch, Portuguese and the Scandinavian languages. Each is matched against the whole words of a name.
 */
const NAMES: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['email', / (?:e ?mails?|mail|e ?mail ?adress[ea]?|correo(?: electronico)?|courriel|e ?post)(?: (?:address|adresse|id|1|2))? $/],
  ['ip', / (?:ip|ip ?(?:address|adresse|adres|v4|v6)|direccion ip|adresse ip) $/],
  ['device', / (?:mac ?address|imei|imsi|udid|device (?:id|identifier|serial|number|sn)|serial (?:no|nr|number)|gerate ?(?:id|nummer)|seriennummer|android id|advertising id|idfa) $/],
  ['url', / (?:urls?|website|web ?page|homepage|web address|linkedin|facebook(?: url)?) $/],
  ['phone', / (?:(?:tele)?phones?|mobile|cell(?:phone)?|fax|telephone|telefono|telefoon|telefon|handy|movil|celular|cellulare|mobil|tlf|tel)(?: (?:phone|no|nr|num|number|nummer|numero|home|work|cell|mobile|1|2))* $/],
  ['phone', / (?:numero de |numero di |n )?(?:telephone|telefono|celular)$/],
  ['social', / (?:ssn|socsec|social security(?: (?:no|number))?|national (?:id|identity)(?: (?:no|number))?|nhs (?:no|number)|nino|sozialversicherungsnummer|steuer ?id|nif|dni|bsn|personnummer|cpr(?: nr| nummer)?|codice fiscale|cpf|nir|numero de securite sociale) $/],
  ['record', / (?:mrn|(?:medical |patient |hospital |chart )?record (?:no|nr|num|number)|medical record|hospital (?:no|number)|chart (?:no|number)|patientennummer|fallnummer|numero de dossier|historia clinica|epic id) $/],
  ['insurance', / (?:(?:health )?(?:insurance|plan|beneficiary|policy|member) (?:no|nr|num|number|id)|medicare(?: (?:no|number|id))?|medicaid (?:no|number|id)|versicherungsnummer|krankenkassennummer|health card(?: number)?) $/],
  ['account', / (?:(?:bank )?account (?:no|nr|num|number)|iban|(?:credit )?card (?:no|number)|kontonummer) $/],
  ['licence', / (?:passport(?: (?:no|number))?|driver s? ?licen[cs]e(?: (?:no|number))?|(?:licen[cs]e|certificate) (?:no|nr|number)|fuhrerschein(?:nummer)?|reisepass(?:nummer)?) $/],
  ['vehicle', / (?:vin|licen[cs]e plate|(?:number |registration )plate|plate (?:no|number)|kennzeichen|matricula|immatriculation) $/],
  ['birth', / (?:dob|birth ?da(?:te|y)|date of birth|day of birth|born on|geburtsdatum|geb ?datum|date (?:de )?naissance|fecha (?:de )?nacimiento|data (?:di )?nascita|data (?:de )?nascimento|geboortedatum|fod(?:sels)?dato|fodelsedatum) $/],
  ['event', / (?:(?:admission|discharge|death|admit|deceased) ?(?:date|dt|day)|date (?:of )?(?:the )?(?:admission|discharge|death)|dod|sterbedatum|aufnahmedatum|entlassungsdatum) $/],
  ['postcode', / (?:zip|zip ?codes?|zip 5|post(?:al)? ?codes?|plz|postleitzahl|code postal|codigo postal|cap postale|postnummer|cep) $/],
  ['coordinates', / (?:latitude|longitude|lat|lon|lng|gps|geo ?location|coordinates) $/],
  ['coordinates', / location ?(?:latitude|longitude) $/],
  ['address', / (?:(?:street|home|mailing|postal|residential) address(?: [12])?|address(?: (?:line )?[123])?|street(?: name)?|adresse|anschrift|strasse|direccion|domicilio|indirizzo|adres|endereco|rue) $/],
  ['place', / (?:city|town|county|parish|precinct|municipality|village|neighbou?rhood|stadt|wohnort|ort|ville|commune|ciudad|municipio|citta|comune|gemeente|cidade|kommune|census tract|block group|fips) $/],
  ['name', / (?:(?:first|last|middle|full|given|family|maiden|christian|sur|patient|participant|subject|respondent|client|contact|person|child|mother|father|parent|guardian|physician|doctor|provider|recipient|legal|student)(?: s)? ?(?:first |last |full )?names?|name (?:first|last)|surname|forename|initials|fname|lname|name|names|(?:vor|nach|familien)name|prenom|nom(?: de famille)?|nombres?|apellidos?|cognome|nome|voornaam|achternaam|sobrenome|fornavn|etternavn|efternamn|fornamn) $/],
  ['name', / recipient (?:first|last) name $/],
  ['biometric', / (?:fingerprint|voice ?print|retina(?:l scan)?|iris scan|faceprint|biometric(?: id)?) $/],
  ['photo', / (?:photo(?:graph)?s?|face image|picture|video|audio)(?: (?:file|url|upload))? $/],
  ['user', / (?:user ?name|login(?: name)?|screen ?name|twitter(?: handle)?|skype(?: id)?|instagram) $/],
];

/** What a form asks for in a sentence. */
const ASKED: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['email', /\b(?:what is|enter|provide|give)\b.{0,40}\be-?mail\b|^your e-?mail\b/],
  ['phone', /\b(?:what is|enter|provide|give)\b.{0,40}\b(?:phone|mobile|cell) ?(?:number)?\b|^your (?:tele)?phone\b/],
  ['name', /\b(?:what is|enter|provide|give)\b.{0,12}\byour (?:full |first |last )?name\b|^your (?:full |first |last )?name\b/],
  ['birth', /\b(?:what is|enter|provide|give)\b.{0,40}\bdate of birth\b|\bwhen were you born\b/],
  ['postcode', /\b(?:what is|enter|provide|give)\b.{0,40}\b(?:zip|post(?:al)?) ?code\b/],
  ['address', /\b(?:what is|enter|provide|give)\b.{0,20}\b(?:home|mailing|street) address\b/],
];

/** A name that is a sentence asks for something, rather than naming what it holds. */
const MOST_WORDS = 5;

/**
 * What the name of a column says that its cells may identify, or null.
 *
 * @example
 * identifierByName('RecipientEmail'); // 'email'
 * identifierByName('How often do you e-mail your doctor?'); // null
 */
export function identifierByName(name: string): IdentifierKind | null {
  const words = wordsOf(name);
  if (words.trim().split(' ').length <= MOST_WORDS) {
    const found = NAMES.find(([, pattern]) => pattern.test(words));
    if (found !== undefined) return isAboutPeople(found[0], words) ? found[0] : null;
  }
  return ASKED.find(([, pattern]) => pattern.test(name.toLowerCase()))?.[0] ?? null;
}

/** `drug_name` and `site name` name no person; a name alone, or of a part of one, does. */
function isAboutPeople(kind: IdentifierKind, words: string): boolean {
  if (kind !== 'name') return true;
  return !/ (?:row|file|drug|med(?:ication)?|brand|generic|site|hospital|clinic|school|course|module|event|variable|column|field|form|instrument|product|company|study|project|team|group|test|trial|city|state|country|user|domain|host|display|code) names? $/.test(words);
}

/** In lower case without accents, words apart, a space at each end. */
function wordsOf(name: string): string {
  const apart = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  const plain = apart.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ø/gi, 'o').replace(/ß/g, 'ss').toLowerCase();
  return ` ${plain.replace(/[^a-z\d]+/g, ' ').trim()} `;
}
