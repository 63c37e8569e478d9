import { useTranslations } from 'next-intl';
import type { Settings } from '@/core/contract/whatIf';
import type { Parameter } from '@/core/whatIf/parameters';
import type { Asked } from './study';
import type { Texts } from './useTexts';

interface Props {
  parameters: readonly Parameter[];
  asked: Asked;
  change: (settings: Partial<Settings>) => void;
  texts: Texts;
}

/** What stays the same along a curve. What is swept, or has a picture for each of its levels, has no slider. */
export function Sliders({ parameters, asked, change, texts }: Props) {
  const t = useTranslations('whatIf');
  const fixed = parameters.filter(({ name }) => name !== asked.sweep && name !== asked.by);
  return (
    <fieldset className="mt-6 flex flex-col gap-4 border-0 p-0">
      <legend className="mb-2 font-medium">{t('fixed')}</legend>
      {fixed.map((parameter) => {
        const { name, min, max, step } = parameter;
        const value = asked.settings[name];
        const text = texts.settingText(parameter, value);
        return (
          <label key={name} className="block">
            <span className="flex items-baseline justify-between gap-3 text-sm">
              <span>{texts.nameOf(name)}</span>
              <span className="tabular font-semibold">{text}</span>
            </span>
            <input
              type="range"
              {...{ min, max, step, value }}
              aria-label={texts.nameOf(name)}
              aria-valuetext={text}
              onChange={(e) => change({ [name]: Number(e.target.value) })}
              className="h-8 w-full accent-(--mail)"
            />
          </label>
        );
      })}
    </fieldset>
  );
}
