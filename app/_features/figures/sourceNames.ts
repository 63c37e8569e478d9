import { type SourceId, sources } from './sources';

/** The first name and the year, as a source is named in running text. */
export function shortName(id: SourceId): string {
  const [, names = '', year = ''] = /^(.*?) (\d{4})\./.exec(sources[id].cite) ?? [];
  const [first = names, ...others] = names.split(', ');
  return others.length > 1 ? `${first} et al. ${year}` : `${[first, ...others].join(' & ')} ${year}`;
}
