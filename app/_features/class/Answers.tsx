import { useTranslations } from 'next-intl';
import type { ClassAnswers } from '@/core/contract/classDebrief';

/** What people wrote and ticked in the questionnaires, without names. */
export function Answers({ answers }: { answers: readonly ClassAnswers[] }) {
  const t = useTranslations('class.answers');
  const given = answers.filter((a) => a.texts.length + a.numbers.length > 0);
  if (given.length === 0) return null;
  return (
    <section className="mt-14" aria-labelledby="answers">
      <h2 id="answers" className="text-3xl font-semibold tracking-tight">
        {t('title')}
      </h2>
      <div className="mt-4 grid gap-x-12 gap-y-8 lg:grid-cols-2">
        {given.map((a) => (
          <Answer key={`${a.which} ${a.question.id}`} answer={a} />
        ))}
      </div>
    </section>
  );
}

function Answer({ answer: { which, question, texts, numbers } }: { answer: ClassAnswers }) {
  const t = useTranslations('class.answers');
  const tlx = useTranslations('questions.tlx');
  const label = question.kind === 'tlx' ? tlx(`${question.id}.label`) : question.label;
  const sorted = [...numbers].sort((a, b) => a - b);
  return (
    <div>
      <h3 className="text-xl font-semibold">{label}</h3>
      <p className="text-soft">{t(which, { n: texts.length + numbers.length })}</p>
      {sorted.length > 0 && (
        <p className="tabular mt-2 text-2xl">
          {t('middle', {
            median: sorted[Math.ceil(sorted.length / 2) - 1] ?? 0,
            low: sorted[0] ?? 0,
            high: sorted.at(-1) ?? 0,
          })}
        </p>
      )}
      <ul className="mt-2 space-y-3">
        {[...new Set(texts)].slice(0, 12).map((text) => (
          <li
            key={text}
            className="max-w-[60ch] border-l-4 border-line pl-4 text-lg break-words whitespace-pre-wrap"
          >
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
