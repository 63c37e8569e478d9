import { figuresOf } from '@/core/sim/scenario/personaFigures';
import { figureNames, personaLibrary } from '@/core/sim/scenario/personaLibrary';
import { personaSources, type SourceName } from '@/core/sim/scenario/personaSources';

/** The persona library as its page shows it; sources are numbered in the order in which they are first named. */
export function personaCards() {
  const named: SourceName[] = [];
  const numberOf = (source: SourceName): number => {
    if (!named.includes(source)) named.push(source);
    return named.indexOf(source) + 1;
  };
  const personas = personaLibrary.map(({ id, kind, persona, sources }) => ({
    id,
    kind,
    title: persona.title,
    figures: figuresOf(persona),
    rests: figureNames.map((name) => ({ name, sources: (sources[name] ?? []).map(numberOf) })),
  }));
  return { personas, sources: named.map((name, i) => ({ n: i + 1, ...personaSources[name] })) };
}
