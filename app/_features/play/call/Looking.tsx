'use client';

import { useTranslations } from 'next-intl';
import type { CallView } from '@/core/contract/view';
import { usePlay, useSimNow } from '../playContext';

/** That the other side looks something up, once what was said to them has been said. */
export function Looking({ call, name }: { call: CallView; name: string }) {
  const t = useTranslations('play.call');
  const now = useSimNow(1_000);
  const speaking = call.lines.some((line) => line.untilMs > now + 1_000);
  const thinking = usePlay((s) => s.view.clock.why === 'look') && call.lines.at(-1)?.from === 'me';
  if (speaking || !(call.looking || thinking)) return null;
  return (
    <p className="flex items-center gap-2 text-sm text-call">
      <span className="inline-flex gap-1" aria-hidden="true">
        {[0, 1, 2].map((i) => (
          <span
            key={i}
            className="size-1.5 animate-pulse rounded-full bg-call-solid"
            style={{ animationDelay: `${i * 200}ms` }}
          />
        ))}
      </span>
      {t('looking', { name })}
    </p>
  );
}
