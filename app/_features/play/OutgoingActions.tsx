'use client';

import { useTranslations } from 'next-intl';
import type { MailView } from '@/core/contract/view';
import { buttonClass } from '../../_ui/buttonClass';
import { CallInstead } from './call/CallButton';
import { usePlay, usePlaying, useSimValue } from './playContext';
import { canRemind, canUndo, mailable } from './selectors';
import { useActions } from './useActions';

/** What can still be done with a mail that left: take it back, remind of it, understand why it came back. */
export function OutgoingActions({ mail }: { mail: MailView }) {
  const t = useTranslations('play.mail');
  if (mail.state === 'bounced') return <Note bad>{t('bouncedWhy')}</Note>;
  if (mail.state === 'undone') return <Note>{t('undone')}</Note>;
  if (mail.state === 'replied') return null;
  return <Pending mail={mail} />;
}

/** Minutes it can still be undone, or whether it can be reminded of. Drawn anew only when that changes. */
function useStep(mail: MailView): number | 'remind' | null {
  const { connection } = usePlaying();
  return useSimValue((now) => {
    const { view } = connection.store.getState();
    if (view.clock.state !== 'running' || !mailable(view)) return null;
    if (canUndo(mail, view.me, now)) return Math.floor(((mail.undoUntil ?? 0) - now) / 60_000);
    return canRemind(mail, view.mission, now) ? 'remind' : null;
  });
}

function Pending({ mail }: { mail: MailView }) {
  const step = useStep(mail);
  if (step === null) return null;
  return step === 'remind' ? <Remind mail={mail} /> : <Undo mail={mail} minutes={step} />;
}

function Undo({ mail, minutes }: { mail: MailView; minutes: number }) {
  const t = useTranslations('play.mail');
  const actions = useActions();
  return (
    <Row>
      <span className="tabular text-xs text-soft">{t('undoLeft', { minutes })}</span>
      <button type="button" className={buttonClass('plain', 'sm')} onClick={() => actions.undo(mail.mailId)}>
        {t('undo')}
      </button>
    </Row>
  );
}

function Remind({ mail }: { mail: MailView }) {
  const t = useTranslations('play.mail');
  const call = useTranslations('play.call');
  const free = usePlay((s) => s.view.run.mode === 'free');
  const actions = useActions();
  return (
    <Row>
      {mail.followUpDue && <span className="text-xs text-call">{t('nudge')}</span>}
      <button
        type="button"
        className={buttonClass('plain', 'sm')}
        onClick={() => actions.remind(mail.mailId)}
      >
        {t('remind')}
      </button>
      {free && <CallInstead contact={mail.contact} text={call('callInstead')} />}
    </Row>
  );
}

const Row = ({ children }: { children: React.ReactNode }) => (
  <div className="mt-1 flex items-center justify-end gap-2">{children}</div>
);

const Note = ({ children, bad = false }: { children: string; bad?: boolean }) => (
  <p className={`mt-1 text-right text-xs ${bad ? 'text-bad' : 'text-soft'}`}>{children}</p>
);
