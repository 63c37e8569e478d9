import { useTranslations } from 'next-intl';
import type { Mode } from '@/core/contract/ids';
import type { Measures } from '@/core/contract/measures';
import { predicted } from '@/core/contract/plan';
import { spanText } from '../../_lib/clock';
import { Stepper } from './Stepper';

type Asked = (typeof predicted)[number];

/** Whether a measure counts things or lasts, and the words for having more of it. */
const asked = {
  completionTime: { count: false, words: 'later' },
  firstAnswer: { count: false, words: 'later' },
  deskDone: { count: true, words: 'more' },
  blockedTime: { count: false, words: 'longer' },
} as const satisfies Record<Asked, { count: boolean; words: string }>;
const answers = ['mail', 'same', 'call'] as const;

/** Before the second run: of each measure, in which mode it will be higher and by how much. Nothing has to be answered. */
export function Prediction({ mode, measures }: { mode: Mode; measures: Measures }) {
  return (
    <div className="mt-6 flex flex-col gap-6">
      {predicted.map((measure) => (
        <Question key={measure} measure={measure} mode={mode} value={measures[measure]} />
      ))}
    </div>
  );
}

function Question({ measure, mode, value }: { measure: Asked; mode: Mode; value: number | null }) {
  const t = useTranslations('between');
  const name = t(`measure.${measure}`);
  const { count, words } = asked[measure];
  const text = value === null ? t('notReached') : count ? String(value) : spanText(value);
  return (
    <fieldset className="group border-t border-line pt-4">
      <legend className="float-left w-full font-semibold">{name}</legend>
      <p className="tabular clear-both text-sm text-soft">{t(`was.${mode}`, { value: text })}</p>
      <div className="mt-3 flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center sm:gap-x-6">
        <div className="grid grid-cols-3 gap-2 sm:shrink-0">
          {answers.map((answer) => (
            <label
              key={answer}
              className="flex min-h-12 cursor-pointer flex-col items-center justify-center gap-1 rounded-lg border border-edge/60 bg-raised px-2 py-2 text-center text-sm leading-tight font-medium has-checked:border-mail has-checked:bg-mail-wash sm:flex-row sm:gap-2 sm:px-3"
            >
              <input
                type="radio"
                name={`higher-${measure}`}
                value={answer}
                className="size-4 accent-mail-solid"
              />
              {t(answer === 'same' ? 'same' : `${words}.${answer}`)}
            </label>
          ))}
        </div>
        <div className="hidden group-has-[[value=call]:checked]:block group-has-[[value=mail]:checked]:block">
          <Stepper
            name={`by-${measure}`}
            label={t('by', { name })}
            unit={t(count ? 'cards' : 'minutes')}
            step={count ? 1 : 5}
            texts={{ about: t('about'), less: t('stepDown', { name }), more: t('stepUp', { name }) }}
          />
        </div>
      </div>
    </fieldset>
  );
}
