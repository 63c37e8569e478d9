'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { CallView } from '@/core/contract/view';
import { buttonClass } from '../../../_ui/buttonClass';
import { Glyph } from '../../../_ui/icons';
import { usePlay } from '../playContext';
import { Initials } from '../Recipients';
import { ringing } from './calls';
import { useCallActions } from './useCallActions';
import { useBlocked } from './useLine';

/** Who rings here. It takes no focus and blocks nothing; on the line it can only be declined. */
export function IncomingCalls() {
  const calls = usePlay((s) => s.view.calls);
  const ours = useMemo(() => ringing(calls), [calls]);
  return ours.map((call) => <Incoming key={call.callId} call={call} />);
}

function Incoming({ call }: { call: CallView }) {
  const t = useTranslations('play.call');
  const person = usePlay((s) => s.view.contacts.find((c) => c.id === call.contact));
  const blocked = useBlocked();
  const actions = useCallActions();
  const name = person?.name ?? call.contact;
  return (
    <section
      aria-label={t('incoming')}
      className="arrive-up flex flex-wrap items-center gap-3 border-b-2 border-call-solid bg-call-wash px-3 py-2 sm:px-4"
    >
      <Initials name={name} />
      <div className="min-w-0 grow">
        <p className="truncate font-semibold">{t('rings', { name })}</p>
        <p className="truncate text-xs text-soft">{blocked ? t('busyHere') : person?.role}</p>
      </div>
      <div className="flex gap-2 max-sm:w-full max-sm:[&>*]:grow">
        <button
          type="button"
          className={buttonClass('plain', 'lg', '!px-4')}
          onClick={() => actions.decline(call)}
        >
          <Glyph name="hangUp" />
          {t('decline')}
        </button>
        {!blocked && (
          <button
            type="button"
            aria-keyshortcuts="a"
            className={buttonClass('call', 'lg', '!px-4')}
            onClick={() => actions.accept(call)}
          >
            <Glyph name="phone" />
            {t('accept')}
          </button>
        )}
      </div>
    </section>
  );
}
