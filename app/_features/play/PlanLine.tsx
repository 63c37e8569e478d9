'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';
import { PostForm } from '../../_ui/PostForm';
import { usePlay, usePlaying } from './playContext';

/** Which run of the plan this is and in which mode; nothing where the plan is one run. */
export function PlanLabel({ className }: { className: string }) {
  const t = useTranslations('play.plan');
  const { place } = usePlaying();
  const mode = usePlay((s) => s.view.run.mode);
  if (place.k === 0 || place.n === 1) return null;
  return (
    <span className={`tabular whitespace-nowrap ${className}`}>{t(mode, { k: place.k, n: place.n })}</span>
  );
}

/** Below the header on a phone, where the header has no room for it; in the practice everywhere, with the way out. */
export function PlanLine() {
  const { place } = usePlaying();
  if (place.k === 0) return <PracticeLine />;
  if (place.n === 1) return null;
  return (
    <p className="border-b border-line bg-panel px-3 py-1 text-xs sm:px-4 lg:hidden">
      <PlanLabel className="text-soft" />
    </p>
  );
}

function PracticeLine() {
  const t = useTranslations('play.plan');
  const over = usePlay((s) => s.view.ended !== null);
  const waits = usePlay((s) => s.room !== null && s.room.phase !== 'open');
  if (over || waits) return null;
  return (
    <div className="flex items-center justify-between gap-3 border-b border-line bg-desk-wash px-3 py-1 text-sm sm:px-4">
      <p>{t('practice')}</p>
      <FirstRun kind="plain" text={t('skip')} />
    </div>
  );
}

/** Leaves the practice for the first run of the plan. */
export function FirstRun({ kind, text }: { kind: 'plain' | 'primary'; text: string }) {
  const { seat } = usePlaying();
  return (
    <PostForm action="/api/next" refusedAt={`/play/${seat}`}>
      <input type="hidden" name="seat" value={seat} />
      <input type="hidden" name="run" value="1" />
      <button
        type="submit"
        className={buttonClass(kind, kind === 'plain' ? 'sm' : 'md', 'whitespace-nowrap max-lg:min-h-10')}
      >
        {text}
      </button>
    </PostForm>
  );
}
