/**
 * Which sheet holds which part of a scenario. Columns are paths into an item (`tune.call.pickUp`); those listed come first
 * in a template, and any other path of the document may be a column too.
 */
export interface TableLayout {
  sheet: string;
  /** Path of the list (or of the record, whose keys stand in the column `id`) in the document. */
  path: readonly string[];
  kind: 'list' | 'record';
  columns: readonly string[];
}

/** The sheet of single values: a path and its value in each row. */
export const singleSheet = 'Scenario';
export const singles: readonly string[] = [
  'schema',
  'slug',
  'title',
  'language',
  'version',
  'license',
  'tags',
  'summary',
  'start',
  'utcOffsetMin',
  'lengthMin',
  'playMin',
  'variantOf',
  'twinOf',
  'brief.you',
  'brief.story',
  'brief.goal',
  'desk.title',
  'desk.intro',
  'teaching.shape',
  'teaching.note',
  'teaching.questions',
];

export const tables: readonly TableLayout[] = [
  {
    sheet: 'Recipients',
    path: ['recipients'],
    kind: 'list',
    columns: [
      'id',
      'name',
      'role',
      'about',
      'persona',
      'utcOffsetMin',
      'address',
      'outOfOffice.deputy',
      'outOfOffice.text',
      'voice.clarify',
      'voice.unmatched',
      'voice.forward',
      'voice.greeting',
      'voice.look',
      'voice.redirect',
      'voice.voicemail',
    ],
  },
  { sheet: 'Details', path: ['details'], kind: 'list', columns: ['id', 'label', 'text', 'known'] },
  {
    sheet: 'Requests',
    path: ['requests'],
    kind: 'list',
    columns: [
      'id',
      'title',
      'recipient',
      'answer',
      'details',
      'hidden',
      'gives',
      'required',
      'weight',
      'phrasings',
      'keywords',
      'ask',
      'clarify',
    ],
  },
  {
    sheet: 'Mail',
    path: ['mail'],
    kind: 'list',
    columns: [
      'id',
      'from',
      'subject',
      'text',
      'at',
      'on.asked',
      'on.answered',
      'on.notAnsweredAfter.request',
      'on.notAnsweredAfter.minutes',
      'on.solved',
      'on.quiet',
      'delay',
      'gives',
      'asCall',
    ],
  },
  {
    sheet: 'Desk work',
    path: ['desk', 'cards'],
    kind: 'list',
    columns: ['kind', 'prompt', 'unit', 'low', 'high', 'pattern', 'buckets', 'items'],
  },
  { sheet: 'Personas', path: ['personas'], kind: 'record', columns: ['id', 'title'] },
];

/** Things to sort are a table of their own: which card (counted from 1), the text, and the bucket (counted from 0). */
export const sortSheet = 'Things to sort';
export const sortColumns = ['card', 'text', 'bucket'] as const;

/** Where a cell holds a list, one item on a line. */
const textLists = new Set([
  'details',
  'hidden',
  'phrasings',
  'keywords',
  'buckets',
  'items',
  'times',
  'tags',
  'questions',
]);
const numberLists = new Set(['daysOff', 'chance', 'values']);

/** How the cells of a column are read, by the last part of its path. */
export function listKind(column: string): 'text' | 'number' | null {
  // `lookAndCallBack.chance` is one number, `reply.chance` several.
  if (column.endsWith('lookAndCallBack.chance')) return null;
  const last = column.split('.').at(-1) ?? '';
  return textLists.has(last) ? 'text' : numberLists.has(last) ? 'number' : null;
}

/** Columns whose cells hold JSON: lists of more than one value an item. */
export const isJson = (column: string): boolean => column.endsWith('.parts');

/** A part that may be left out, and may also be said not to be there at all. */
export const isNullable = (column: string): boolean => /(^|\.)lunch$/.test(column);
export const nothing = 'none';
