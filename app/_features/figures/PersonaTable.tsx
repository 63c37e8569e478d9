import { useTranslations } from 'next-intl';
import type { Persona } from '@/core/contract/persona';
import { BasisMark, SourceLinks } from './FigureEntry';
import { inCommon, type PersonaRowName, personaRowNames, personaRows } from './personaRows';

const cell = 'px-3 py-2 align-top first:pl-0';

/** Every figure of the default personas, and for each whether it leans on something published. */
export function PersonaTable({ personas }: { personas: readonly Persona[] }) {
  const t = useTranslations('figures.personas');
  return (
    <>
      <p className="mb-4 max-w-[75ch] text-sm text-soft">{t('notation')}</p>
      <section
        aria-label={t('scroll')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page, scrolled by keys.
        tabIndex={0}
        className="overflow-x-auto"
      >
        <table className="tabular w-full border-collapse text-left text-sm" aria-label={t('scroll')}>
          <thead className="text-xs text-soft">
            <tr>
              <th scope="col" className={`${cell} min-w-40 font-medium`}>
                {t('figure')}
              </th>
              <th scope="col" className={`${cell} min-w-56 font-medium`}>
                {t('leansOn')}
              </th>
              {personas.map(({ title }) => (
                <th key={title} scope="col" className={`${cell} min-w-28 font-medium`}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {personaRowNames.map((name) => (
              <tr key={name} className="border-t border-line">
                <th scope="row" className={`${cell} font-medium`}>
                  {t(`rows.${name}`)}
                </th>
                <td className={cell}>
                  <LeansOn name={name} />
                </td>
                <Values personas={personas} name={name} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function LeansOn({ name }: { name: PersonaRowName }) {
  const t = useTranslations('figures.personas');
  const { leansOn } = personaRows[name];
  if (!isLeaning(name)) return <BasisMark basis="assumption" />;
  return (
    <>
      <p>{t(`leans.${name}`)}</p>
      <SourceLinks sources={leansOn} />
    </>
  );
}

/** Rows with something published behind them have a sentence about how far it goes. */
type Leaning = 'meetings' | 'checks' | 'overhead' | 'traffic' | 'pickUp' | 'ring' | 'lost';
const isLeaning = (name: PersonaRowName): name is Leaning => personaRows[name].leansOn.length > 0;

function Values({ personas, name }: { personas: readonly Persona[]; name: PersonaRowName }) {
  const t = useTranslations('figures.personas');
  const common = inCommon(personas, name);
  if (common !== null)
    return (
      <td colSpan={personas.length} className={cell}>
        {common} <span className="text-soft">· {t('all')}</span>
      </td>
    );
  return personas.map((persona) => (
    <td key={persona.title} className={cell}>
      {personaRows[name].read(persona)}
    </td>
  ));
}
