import { useTranslations } from 'next-intl';
import type { Separation } from '@/core/whatIf/separation';
import { spanText } from '../../_lib/clock';

/** Whether a scenario tells the modes apart, in words: by the time to all answers, and by the desk work done meanwhile. */
export function SeparationText({ separation }: { separation: Separation }) {
  const t = useTranslations('simulate');
  const { completionTime, sooner, deskDone } = separation;
  const time = sooner ?? 'even';
  const desk = sideOf(deskDone.ci95);
  const span = (ms: number | null) =>
    ms === null ? t('never') : spanText(Math.abs(Math.round(ms / 60_000)) * 60_000);
  const cards = (n: number | undefined | null) => Math.abs(n ?? 0).toFixed(1);
  const [near, far] = ordered(completionTime.medianCi95);
  const [few, many] = ordered(deskDone.ci95);
  return (
    <div className="mt-4">
      <p className="max-w-[60ch] text-lg leading-snug font-medium">
        {t(time !== 'even' || desk !== 'even' ? 'separates' : 'separatesNot')}
      </p>
      <p className="mt-1 max-w-[65ch] text-soft">
        {t(`time.${time}`, { median: span(completionTime.median), low: span(near), high: span(far) })}{' '}
        {t(`desk.${desk}`, { mean: cards(deskDone.mean), low: cards(few), high: cards(many) })}
      </p>
    </div>
  );
}

type Interval = readonly [number | null, number | null] | null;

/** Whether more of it is done by mail, less, or neither as far as the interval knows. */
function sideOf(interval: Interval): 'more' | 'less' | 'even' {
  if (!interval) return 'even';
  if (interval[0] !== null && interval[0] > 0) return 'more';
  return interval[1] !== null && interval[1] < 0 ? 'less' : 'even';
}

/** An interval of a difference as one of its size. */
function ordered(interval: Interval): [number | null, number | null] {
  if (!interval) return [0, 0];
  const [a, b] = interval;
  return a !== null && b !== null && Math.abs(a) > Math.abs(b) ? [b, a] : [a, b];
}
