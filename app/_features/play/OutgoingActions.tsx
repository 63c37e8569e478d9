'use client';

import { useTranslations } from 'next-intl';
import type { MailView } from '@/core/contract/view';
import { buttonClass } from '../../_ui/buttonClass';
import { CallInstead } from './call/CallButton';
import { usePlay, useSimNow } from './playContext';
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

function Pending({ mail }: { mail: MailView }) {
  const t = useTranslations('play.mail');
  const mission = usePlay((s) => s.view.mission);
  const running = usePlay((s) => s.view.clock.state === 'running' && mailable(s.view));
  const free = usePlay((s) => s.view.run.mode === 'free');
  const call = useTranslations('play.call');
  const now = useSimNow(10_000);
  const actions = useActions();
  if (!running) return null;
  if (canUndo(mail, now)) {
    const left = Math.floor(((mail.undoUntil ?? 0) - now) / 60_000);
    return (
      <Row>
        <span className="tabular text-xs text-soft">{t('undoLeft', { minutes: left })}</span>
        <button
          type="button"
          className={buttonClass('plain', 'sm')}
          onClick={() => actions.undo(mail.mailId)}
        >
          {t('undo')}
        </button>
      </Row>
    );
  }
  if (!canRemind(mail, mission, now)) return null;
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
