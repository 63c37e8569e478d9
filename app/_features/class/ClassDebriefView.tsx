import { useTranslations } from 'next-intl';
import type { ClassDebrief } from '@/core/contract/classDebrief';
import type { MeasureName } from '@/core/contract/measures';
import { Answers } from './Answers';
import { FlowChart } from './FlowChart';
import { MeasuresTable } from './MeasuresTable';
import { Outlook } from './Outlook';
import { Pictures } from './Pictures';
import { Predictions } from './Predictions';
import { Questions } from './Questions';

/** The class debrief from top to bottom: who played, what can be said, pictures, figures, the talk. */
export function ClassDebriefView({
  page,
  needed,
}: {
  page: ClassDebrief;
  needed: readonly { measure: MeasureName; needed: number }[];
}) {
  const t = useTranslations('class');
  return (
    <>
      <header className="pt-6">
        <p className="text-lg text-soft">{page.scenario.title}</p>
        <h1 className="text-4xl font-semibold tracking-tight sm:text-5xl">{page.title}</h1>
        <ul className="tabular mt-4 flex flex-wrap gap-x-10 gap-y-2 text-xl">
          {page.arms.map((arm) => (
            <li key={arm.plan}>
              {t('arm', {
                plan: t(`plans.${arm.plan}`),
                assigned: arm.assigned,
                whole: arm.whole,
                dropped: arm.begun - arm.whole,
              })}
            </li>
          ))}
        </ul>
      </header>
      <Outlook page={page} needed={needed} />
      <Pictures page={page} />
      <MeasuresTable page={page} />
      <FlowChart flow={page.flow} />
      <Predictions predictions={page.predictions} />
      <Answers answers={page.answers} />
      <Questions />
    </>
  );
}
