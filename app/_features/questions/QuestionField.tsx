import { useTranslations } from 'next-intl';
import type { Question } from '@/core/contract/session';
import { fieldClass } from '../../_ui/Field';

/** One question with the field that answers it; nothing has to be answered. */
export function QuestionField({ question, number }: { question: Question; number: number }) {
  switch (question.kind) {
    case 'text':
      return <Text question={question} number={number} />;
    case 'scale':
      return <Scale question={question} number={number} />;
    default:
      return <Load question={question} />;
  }
}

type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;

function Text({ question: { id, label }, number }: { question: Of<'text'>; number: number }) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-lg font-medium">
        {number}. {label}
      </label>
      <textarea id={id} name={id} rows={4} maxLength={2_000} className={`${fieldClass} py-2`} />
    </div>
  );
}

function Scale({
  question: { id, label, steps, low, high },
  number,
}: {
  question: Of<'scale'>;
  number: number;
}) {
  return (
    <fieldset className="border-0 p-0">
      <legend className="mb-1 text-lg font-medium">
        {number}. {label}
      </legend>
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-soft">{low}</span>
        {Array.from({ length: steps }, (_, k) => k + 1).map((step) => (
          <label
            key={step}
            className="tabular grid size-11 cursor-pointer place-items-center rounded-lg border border-edge/60 has-checked:border-mail has-checked:bg-mail-wash has-checked:font-semibold has-checked:text-mail has-focus-visible:outline-2"
          >
            <input type="radio" name={id} value={step} className="sr-only" />
            {step}
          </label>
        ))}
        <span className="text-soft">{high}</span>
      </div>
    </fieldset>
  );
}

/** An item of the NASA task load index: a scale in steps of five, which stays empty until it is touched. */
function Load({ question: { id } }: { question: Of<'tlx'> }) {
  const t = useTranslations('questions.tlx');
  const performance = id === 'tlx-performance';
  const steps = Array.from({ length: 21 }, (_, k) => k * 5);
  return (
    <fieldset className="border-0 p-0">
      <legend className="mb-1 text-lg font-medium">
        {t(`${id}.label`)}
        <span className="block text-base font-normal text-soft">{t(`${id}.ask`)}</span>
      </legend>
      <div className="flex flex-wrap gap-y-1 sm:flex-nowrap">
        {steps.map((step) => (
          <label
            key={step}
            className="grid h-11 min-w-8 flex-1 cursor-pointer place-items-center border-y border-r border-edge/60 text-2xs text-soft first:rounded-l-lg first:border-l last:rounded-r-lg has-checked:bg-mail-solid has-checked:font-semibold has-checked:text-white has-focus-visible:outline-2"
          >
            <input type="radio" name={id} value={step} className="sr-only" />
            {step}
          </label>
        ))}
      </div>
      <p className="mt-1 flex justify-between text-sm text-soft">
        <span>{t(performance ? 'perfect' : 'low')}</span>
        <span>{t(performance ? 'failure' : 'high')}</span>
      </p>
    </fieldset>
  );
}
