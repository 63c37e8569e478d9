import { useTranslations } from 'next-intl';
import type { Persona } from '@/core/contract/persona';
import { comparisonNames, peopleNames } from '../../_lib/figures';
import { measureOrder } from '../../_lib/measureText';
import { BasisMark, FigureEntry } from './FigureEntry';
import { type Basis, comparisonGrounds, measureGrounds, peopleGrounds } from './grounds';
import { PersonaTable } from './PersonaTable';
import { sourceIds, sources } from './sources';

const sections = ['measures', 'comparison', 'people', 'personas', 'rules', 'sources'] as const;

interface Props {
  personas: readonly Persona[];
  rules: readonly { number: string; text: string }[];
}

/** Every figure of the debriefs with its rule, formula and source; assumptions are marked as such. */
export function FiguresPage({ personas, rules }: Props) {
  const t = useTranslations('figures');
  return (
    <>
      <h1 className="pt-6 text-3xl font-semibold tracking-tight sm:text-4xl">{t('title')}</h1>
      <p className="mt-3 max-w-[62ch] text-lg text-soft">{t('lead')}</p>
      <dl className="mt-6 grid max-w-[80ch] items-baseline gap-x-6 gap-y-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
        {(['counted', 'research', 'assumption'] satisfies Basis[]).map((basis) => (
          <div key={basis} className="contents">
            <dt>
              <BasisMark basis={basis} />
            </dt>
            <dd className="max-sm:-mt-2">{t(`basisMeans.${basis}`)}</dd>
          </div>
        ))}
      </dl>
      <nav aria-label={t('onThisPage')} className="mt-6">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {sections.map((name) => (
            <li key={name}>
              <a
                href={`#${name}`}
                className="inline-block min-h-8 py-1 text-mail underline underline-offset-4"
              >
                {t(`${name}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Measures />
      <Comparisons />
      <People />
      <Section id="personas">
        <PersonaTable personas={personas} />
      </Section>
      <Section id="rules">
        <dl>
          {rules.map(({ number, text }) => (
            <div
              key={number}
              id={`rule-${number}`}
              className="-mx-3 grid scroll-mt-4 grid-cols-[3.5rem_minmax(0,1fr)] border-t border-line px-3 py-3 target:bg-well"
            >
              <dt className="font-semibold">{number}</dt>
              <dd className="max-w-[75ch]">{text}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="sources">
        <ul>
          {sourceIds.map((id) => (
            <li
              key={id}
              id={`source-${id}`}
              className="-mx-3 scroll-mt-4 border-t border-line px-3 py-3 target:bg-well"
            >
              <p className="max-w-[75ch] break-words">{sources[id].cite}</p>
              <p className="text-sm text-soft">{t(`sources.read.${sources[id].read}`)}</p>
            </li>
          ))}
        </ul>
      </Section>
      <section className="mt-14 max-w-[70ch]" aria-labelledby="validated">
        <h2 id="validated" className="text-2xl font-semibold tracking-tight">
          {t('validated.title')}
        </h2>
        <p className="mt-2">{t('validated.text')}</p>
      </section>
    </>
  );
}

function Section({ id, children }: { id: (typeof sections)[number]; children: React.ReactNode }) {
  const t = useTranslations('figures');
  return (
    <section className="mt-14" aria-labelledby={id}>
      <h2 id={id} className="scroll-mt-4 text-2xl font-semibold tracking-tight">
        {t(`${id}.title`)}
      </h2>
      <p className="mt-2 mb-5 max-w-[65ch] text-soft">{t(`${id}.lead`)}</p>
      {children}
    </section>
  );
}

function Measures() {
  const t = useTranslations('figures.measures.of');
  const measures = useTranslations('debrief.measures');
  return (
    <Section id="measures">
      {measureOrder.map((name) => (
        <FigureEntry
          key={name}
          id={name}
          name={measures(`names.${name}`)}
          meaning={measures(`means.${name}`)}
          formula={t(`${name}.formula`)}
          rests={t(`${name}.rests`)}
          ground={measureGrounds[name]}
        />
      ))}
    </Section>
  );
}

function Comparisons() {
  const t = useTranslations('figures.comparison.of');
  return (
    <Section id="comparison">
      {comparisonNames.map((name) => (
        <FigureEntry
          key={name}
          id={name}
          name={t(`${name}.name`)}
          formula={t(`${name}.formula`)}
          rests={t(`${name}.rests`)}
          ground={comparisonGrounds[name]}
        />
      ))}
    </Section>
  );
}

function People() {
  const t = useTranslations('figures.people.of');
  return (
    <Section id="people">
      {peopleNames.map((name) => (
        <FigureEntry
          key={name}
          id={name}
          name={t(`${name}.name`)}
          formula={t(`${name}.formula`)}
          rests={t(`${name}.rests`)}
          ground={peopleGrounds[name]}
        />
      ))}
    </Section>
  );
}
