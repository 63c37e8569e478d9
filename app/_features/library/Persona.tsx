import { useTranslations } from 'next-intl';
import type { FigureName } from '@/core/sim/scenario/personaLibrary';
import { type Figures, useFigureWords } from './useFigureWords';

interface PersonaCard {
  id: string;
  title: string;
  figures: Figures;
  /** For each figure the numbers of its sources; none for an assumption. */
  rests: { name: FigureName; sources: number[] }[];
}

/** One persona: its figures in words, and beside each what it rests on. */
export function Persona({ persona }: { persona: PersonaCard }) {
  const t = useTranslations('library.people');
  const words = useFigureWords();
  return (
    <article id={persona.id} className="min-w-0 scroll-mt-6 rounded-2xl border border-line bg-panel p-5">
      <h3 className="text-lg font-semibold">{persona.title}</h3>
      <p className="font-mono text-sm text-soft">{persona.id}</p>
      <table className="mt-3 w-full text-sm">
        <caption className="sr-only">{t('table', { title: persona.title })}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('figure')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('rests')}</th>
          </tr>
        </thead>
        <tbody>
          {persona.rests.map(({ name, sources }) => (
            <tr key={name} className="border-t border-line align-baseline">
              <th scope="row" className="w-28 py-1.5 pr-3 text-left font-medium">
                {t(`figures.${name}`)}
              </th>
              <td className="tabular py-1.5 pr-3">{words(name, persona.figures)}</td>
              <td className="tabular py-1.5 text-right text-soft">
                {sources.length === 0 ? (
                  <i>{t('assumption')}</i>
                ) : (
                  sources.map((n) => (
                    <a key={n} href={`#source-${n}`} className="text-mail underline underline-offset-4">
                      {t('source', { n })}
                    </a>
                  ))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
