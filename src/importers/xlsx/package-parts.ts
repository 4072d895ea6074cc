import { StudyError } from '../../errors.js';
import type { Archive } from '../containers/archive.js';
import { attributeOf, readXml } from '../containers/xml.js';

/** One arrow from a part of the package to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `worksheet` or `sharedStrings`. */
  readonly type: string;
  /** The part's name in the archive, or an address outside the file. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** Other things that are zip archives, by a file in them. */
const OTHERS: readonly (readonly [file: RegExp, name: string, hint: string])[] = [
  [/^xl\/workbook\.bin$/, 'an Excel binary workbook (.xlsb)', 'Save it as .xlsx.'],
  [/^word\/document\.xml$/, 'a Word document (.docx)', 'Give the survey as .xlsx or CSV.'],
  [/^ppt\/presentation\.xml$/, 'a PowerPoint presentation (.pptx)', 'Give the survey as .xlsx or CSV.'],
  [/^content\.xml$/, 'an OpenDocument file (.ods)', 'Save the sheet as .xlsx or as CSV (UTF-8).'],
  [/\.qde$/i, 'a REFI-QDA project (.qdpx)', 'Pass it to the themes command.'],
  [/./, 'a zip archive', 'Unpack it and give the survey in it.'],
];

/**
 * The name of the workbook's main part.
 *
 * @throws StudyError E_FILE_FORMAT where the archive is no workbook.
 */
export function workbookPart(archive: Archive, file: string): string {
  const isPackage = archive.names.includes('[Content_Types].xml') && archive.names.includes('_rels/.rels');
  const main = isPackage ? relationships(archive, '', file).find(({ type }) => type === 'officeDocument')?.target : undefined;
  const isWorkbook = main !== undefined && main.endsWith('.xml') && archive.names.some((name) => name.startsWith('xl/worksheets/'));
  if (isWorkbook && archive.names.includes(main)) {
    // Nothing in it is needed, but a document type in it is refused like everywhere else.
    readXml(archive.pieces('[Content_Types].xml'), `${file}:[Content_Types].xml`, {});
    return main;
  }
  const [, name = 'an empty zip archive', hint] = OTHERS.find(([mark]) => archive.names.some((one) => mark.test(one))) ?? [];
  throw new StudyError('E_FILE_FORMAT', `Expected a survey, found ${name}.`, { where: file, hint });
}

/** The relationships of a part, or of the package for ''. */
export function relationships(archive: Archive, part: string, file: string): Relationship[] {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const found: Relationship[] = [];
  if (!archive.names.includes(name)) return found;
  readXml(archive.pieces(name), `${file}:${name}`, {
    open: (element) => {
      if (element.local !== 'Relationship') return;
      const isExternal = attributeOf(element, 'TargetMode') === 'External';
      const target = attributeOf(element, 'Target') ?? '';
      found.push({
        id: attributeOf(element, 'Id') ?? '',
        type: attributeOf(element, 'Type')?.replace(/^.*\//, '') ?? '',
        target: isExternal ? target : asNamed(archive, resolved(folder, target)),
        isExternal,
      });
    },
  });
  return found;
}

/** Names of parts differ in nothing but case where one program's archive was packed again by another. */
function asNamed({ names }: Archive, target: string): string {
  return names.includes(target) ? target : names.find((name) => name.toLowerCase() === target.toLowerCase()) ?? target;
}

/** @example resolved('xl/', 'worksheets/sheet1.xml'); // 'xl/worksheets/sheet1.xml' */
function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
