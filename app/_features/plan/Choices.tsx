import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';
import { PostForm } from '../../_ui/PostForm';
import { ModePicture } from './ModePicture';

const pairs = [
  { plan: 'mailThenCall', name: 'mailFirst', parts: ['mail', 'call'] },
  { plan: 'callThenMail', name: 'callFirst', parts: ['call', 'mail'] },
  { plan: 'chance', name: 'chance', parts: ['chance'] },
] as const;
const single = [
  { plan: 'mail', name: 'onlyMail' },
  { plan: 'call', name: 'onlyCall' },
  { plan: 'free', name: 'free' },
] as const;

/**
 * Which mode first, with a practice and perhaps a twin; below it, quieter, one mode alone. Every button begins the plan, on
 * `seed` if there is one.
 */
export function Choices({
  scenario,
  twin,
  seed,
}: {
  scenario: string;
  twin: boolean;
  seed?: string | undefined;
}) {
  const t = useTranslations('try');
  return (
    <PostForm action="/api/solo" className="mt-6 flex flex-col gap-6">
      <input type="hidden" name="scenario" value={scenario} />
      {seed !== undefined && <input type="hidden" name="seed" value={seed} />}
      <div className="flex flex-col gap-3">
        <Tick name="practice" ticked />
        {twin && <Tick name="twin" ticked={false} />}
      </div>
      <div className="grid gap-3 sm:grid-cols-3">
        {pairs.map((pair) => (
          <Pair key={pair.plan} {...pair} />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line pt-4">
        <p className="mr-2 text-soft">{t('one')}</p>
        {single.map(({ plan, name }) => (
          <button key={plan} type="submit" name="plan" value={plan} className={buttonClass('plain')}>
            {t(name)}
          </button>
        ))}
      </div>
    </PostForm>
  );
}

function Pair({ plan, name, parts }: (typeof pairs)[number]) {
  const t = useTranslations('try');
  return (
    <button
      type="submit"
      name="plan"
      value={plan}
      aria-labelledby={`plan-${plan}`}
      aria-describedby={`about-${plan}`}
      className="grid grid-cols-[5rem_1fr] items-center gap-4 rounded-xl border border-edge/60 bg-raised p-4 text-left transition-colors hover:border-mail hover:bg-mail-wash sm:flex sm:flex-col sm:items-start"
    >
      <ModePicture parts={parts} />
      <span>
        <span id={`plan-${plan}`} className="block text-lg font-semibold">
          {t(name)}
        </span>
        <span id={`about-${plan}`} className="mt-1 block text-sm text-soft">
          {t(`${name}Note`)}
        </span>
      </span>
    </button>
  );
}

function Tick({ name, ticked }: { name: 'practice' | 'twin'; ticked: boolean }) {
  const t = useTranslations('try');
  return (
    <label className="flex items-start gap-3">
      <input
        type="checkbox"
        name={name}
        defaultChecked={ticked}
        aria-labelledby={`${name}-name`}
        aria-describedby={`${name}-note`}
        className="mt-1 size-5 shrink-0 accent-mail-solid"
      />
      <span>
        <span id={`${name}-name`} className="font-medium">
          {t(name)}
        </span>
        <span id={`${name}-note`} className="block text-sm text-soft">
          {t(`${name}Note`)}
        </span>
      </span>
    </label>
  );
}
