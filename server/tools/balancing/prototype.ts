/** What the prototype of the design came to, for the missions it had: in brackets with a third of novices. Cells as the table has them. */
const figures: Record<string, Record<'call' | 'mail', readonly [name: string, ...cells: string[]]>> = {
  'launch-week-taste': {
    call: ['taste', '80 (69)', '50', '7.3', '20.8', '9.5', '48.4'],
    mail: ['taste', '88 (83)', '43', '9.7', '0', '12.1', '25.8'],
  },
  'launch-week-quick': {
    call: ['quick', '89 (76)', '79', '6.7', '31.5', '18.8', '72.6'],
    mail: ['quick', '94 (91)', '73', '8.7', '0', '22.5', '39.9'],
  },
  'supply-shortage': {
    call: ['fan-out', '82 (67)', '154', '12.6', '66.8', '34', '133'],
    mail: ['fan-out', '91 (90)', '120', '13', '0', '44.1', '81.6'],
  },
  'launch-week': {
    call: ['mixed', '88 (76)', '144', '8.5', '56.8', '36.5', '124'],
    mail: ['mixed', '81 (74)', '182', '12.1', '0', '43.4', '70.5'],
  },
  'field-trip': {
    call: ['chain', '93 (88)', '145', '10.1', '48.3', '44.2', '105'],
    mail: ['chain', '70 (64)', '250', '13.1', '0', '49.9', '56.9'],
  },
};

/** The row of the prototype, in italics; none where it had no such mission. */
export function prototypeRows(slug: string, mode: 'call' | 'mail'): string[][] {
  const found = figures[slug]?.[mode];
  if (!found) return [];
  const [name, ...cells] = found;
  return [[`*prototype ${name}, ${mode}*`, ...cells.map((cell) => `*${cell}*`), '', '']];
}
