/** What of a study can show that an item was reported. */
export type Artefact =
  | 'participants' | 'use' | 'correlations' | 'transcripts' | 'codebook' | 'coders' | 'themes' | 'quotes' | 'saturation' | 'agreement' | 'joint' | 'methods'
  | 'provenance' | 'claims' | 'meta-inferences';

export interface ChecklistItem {
  readonly number: string;
  readonly item: string;
  /** Everything that has to be there for the item to be evidenced; empty where only the author can say it. */
  readonly evidence: readonly Artefact[];
}

export interface Checklist {
  readonly key: string;
  readonly title: string;
  readonly items: readonly ChecklistItem[];
}

const authors = (entries: readonly (readonly [string, string, ...Artefact[]])[]): ChecklistItem[] =>
  entries.map(([number, item, ...evidence]) => ({ number, item, evidence }));

/** Good Reporting of A Mixed Methods Study (O’Cathain, Murphy & Nicholl 2008, J Health Serv Res Policy 13:92-98), in our words. */
const GRAMMS: Checklist = {
  key: 'gramms',
  title: 'GRAMMS: reporting of a mixed methods study (O’Cathain et al. 2008)',
  items: authors([
    ['1', 'Why mixed methods answer the question'],
    ['2', 'The design: purpose, priority and sequence of the methods'],
    ['3', 'Each method: sampling, data collection and analysis', 'participants', 'transcripts', 'methods'],
    ['4', 'Where and how the methods are integrated, and by whom', 'joint'],
    ['5', 'How one method is limited by the other'],
    ['6', 'What mixing the methods showed', 'joint', 'meta-inferences'],
  ]),
};

/** Consolidated criteria for reporting qualitative research (Tong, Sainsbury & Craig 2007, Int J Qual Health Care 19:349-357), in our words. */
const COREQ: Checklist = {
  key: 'coreq',
  title: 'COREQ: reporting of interviews and focus groups (Tong et al. 2007)',
  items: authors([
    ['1', 'Who led the interviews or groups'],
    ['2', 'Their credentials'],
    ['3', 'Their occupation at the time'],
    ['4', 'Their gender'],
    ['5', 'Their experience and training'],
    ['6', 'Their relationship with participants beforehand'],
    ['7', 'What participants knew of them'],
    ['8', 'Their reported characteristics, such as assumptions and interests'],
    ['9', 'Methodological orientation'],
    ['10', 'How participants were selected'],
    ['11', 'How they were approached'],
    ['12', 'How many took part', 'transcripts'],
    ['13', 'How many refused or dropped out, and why'],
    ['14', 'Where data were collected'],
    ['15', 'Whether anybody else was present'],
    ['16', 'The sample described', 'participants'],
    ['17', 'Questions and guides'],
    ['18', 'Repeat interviews'],
    ['19', 'Audio or visual recording'],
    ['20', 'Field notes'],
    ['21', 'How long interviews or groups took'],
    ['22', 'Saturation', 'saturation'],
    ['23', 'Whether transcripts went back to participants'],
    ['24', 'How many coded the data', 'coders'],
    ['25', 'The coding tree', 'codebook'],
    ['26', 'Whether themes were set beforehand or come from the data'],
    ['27', 'Software', 'provenance'],
    ['28', 'Whether participants commented on the findings'],
    ['29', 'Quotations, each with its participant', 'quotes'],
    ['30', 'Consistency of data and findings', 'quotes', 'agreement'],
    ['31', 'Major themes', 'themes'],
    ['32', 'Minor themes and diverse cases', 'themes'],
  ]),
};

export const CHECKLISTS: readonly Checklist[] = [GRAMMS, COREQ];
