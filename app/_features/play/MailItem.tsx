'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { MailView } from '@/core/contract/view';
import { clockText } from '../../_lib/clock';
import { Chip } from '../../_ui/Chip';
import { IncomingActions } from './IncomingActions';
import { OutgoingActions } from './OutgoingActions';
import { usePlay } from './playContext';
import { StateLine } from './StateLine';
import { nameOf } from './selectors';
import { Author } from './team/Author';

/** One mail: mine on the right, theirs on the left, with its state or with what it asks for. */
export const MailItem = memo(function MailItem({ mail, name }: { mail: MailView; name: string }) {
  const t = useTranslations('play.talk');
  const start = usePlay((s) => s.view.run.start);
  const mine = mail.from === 'me';
  const time = clockText(start, mail.simMs);
  const gone = mail.state === 'undone' || mail.state === 'bounced';
  return (
    <article
      id={`mail-${mail.mailId}`}
      aria-label={mine ? t('me', { time }) : t('from', { name, time })}
      className={`max-w-[88%] [contain-intrinsic-size:auto_6rem] [content-visibility:auto] sm:max-w-[80%] ${mine ? 'self-end' : 'arrive-left self-start'}`}
    >
      <div
        className={`rounded-2xl px-3.5 py-2 ${mine ? 'rounded-br-md bg-mail-wash' : 'rounded-bl-md border border-line bg-panel'} ${gone ? 'border border-dashed border-edge !bg-transparent text-soft' : ''}`}
      >
        {mail.forwardedFrom ? <Forwarded by={mail.forwardedFrom} /> : <Kind kind={mail.kind} />}
        <p className="break-words whitespace-pre-wrap">{mail.text ?? t('erased')}</p>
        {hasAttached(mail) && <Attached mail={mail} />}
      </div>
      <div
        className={`mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-soft ${mine ? 'justify-end' : ''}`}
      >
        <Author of={mail.by} />
        <span className="tabular">{time}</span>
        {mail.state && (
          <StateLine
            state={mail.state}
            time={mail.stateMs > mail.simMs ? clockText(start, mail.stateMs) : undefined}
          />
        )}
      </div>
      {mine ? <OutgoingActions mail={mail} /> : <IncomingActions mail={mail} />}
    </article>
  );
});

function Forwarded({ by }: { by: string }) {
  const t = useTranslations('play.mail');
  const name = usePlay((s) => nameOf(s.view.contacts, by));
  return <p className="mb-0.5 text-xs font-medium text-soft">{t('forwardedFrom', { name })}</p>;
}

/** What sort of mail this is, where it is not simply a letter. */
function Kind({ kind }: { kind: MailView['kind'] }) {
  if (kind === 'reminder') return <Reminder />;
  return kind === 'clarify' || kind === 'outOfOffice' ? <Notice kind={kind} /> : null;
}

function Reminder() {
  const t = useTranslations('play.talk');
  return <p className="mb-0.5 text-xs font-semibold text-mail">{t('reminder')}</p>;
}

function Notice({ kind }: { kind: 'clarify' | 'outOfOffice' }) {
  const t = useTranslations('play.mail');
  return <p className="mb-0.5 text-xs font-semibold text-call">{t(kind)}</p>;
}

const hasAttached = (mail: MailView): boolean =>
  mail.asks.length + mail.details.length + mail.answers.length + mail.facts.length > 0;

/** What hangs on a mail: what it asks about and includes, what it answers and makes known. */
function Attached({ mail }: { mail: MailView }) {
  const t = useTranslations('play.talk');
  const mission = usePlay((s) => s.view.mission);
  const facts = usePlay((s) => s.view.facts);
  const titles = (ids: string[]) => ids.map((id) => mission.find((m) => m.id === id)?.title ?? id);
  const rows = [
    { label: t('asks'), names: titles(mail.asks), look: 'mail' as const },
    {
      label: t('includes'),
      names: mail.details.map((id) => facts.find((f) => f.id === id)?.label ?? id),
      look: 'plain' as const,
    },
    { label: t('answers'), names: titles(mail.answers), look: 'done' as const },
    {
      label: t('learned'),
      names: mail.facts.map((id) => facts.find((f) => f.id === id)?.label ?? id),
      look: 'plain' as const,
    },
  ].filter((row) => row.names.length > 0);
  return (
    <dl className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
      {rows.map((row) => (
        <div key={row.label} className="flex flex-wrap items-center gap-1">
          <dt className="text-soft">{row.label}</dt>
          {row.names.map((n) => (
            <dd key={n}>
              <Chip look={row.look}>{n}</Chip>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
