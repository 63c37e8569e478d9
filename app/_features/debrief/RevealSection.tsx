import { useTranslations } from 'next-intl';
import type { DebriefView, Reveal, RevealMail, RevealRow } from '@/core/contract/debrief';
import { clockText, spanText } from '../../_lib/clock';
import { Timeline } from './Timeline';

/** What each recipient really did: in the picture, and mail by mail. */
export function RevealSection({ view, reveal }: { view: DebriefView; reveal: Reveal }) {
  const t = useTranslations('debrief.reveal');
  return (
    <section className="mt-14" aria-labelledby="reveal">
      <h2 id="reveal" className="text-2xl font-semibold tracking-tight">
        {t('title')}
      </h2>
      <p className="mt-2 mb-5 max-w-[65ch] text-soft">{t('lead')}</p>
      <Timeline view={view} reveal={reveal.recipients} title={t('figure')} />
      <ul className="mt-8 grid gap-x-8 gap-y-6 md:grid-cols-2">
        {reveal.recipients.map((row) => (
          <Person key={row.contact} view={view} row={row} />
        ))}
      </ul>
      <p className="mt-6 text-xs text-soft">{t('seed', { seed: reveal.seed })}</p>
    </section>
  );
}

function Person({ view, row }: { view: DebriefView; row: RevealRow }) {
  const t = useTranslations('debrief.reveal');
  const lane = view.lanes.find((l) => l.contact === row.contact);
  return (
    <li className="border-t border-line pt-4">
      <h3 className="font-semibold">{lane?.name ?? row.contact}</h3>
      <p className="text-sm text-soft">
        {row.persona}
        {(row.checks.length > 0 || row.mails.every((m) => m.readMs === null)) &&
          ` · ${t('checks', { count: row.checks.length })}`}
      </p>
      {row.mails.length === 0 ? (
        <p className="mt-2 text-sm">{t('nothing')}</p>
      ) : (
        <ol className="mt-2 flex flex-col gap-2 text-sm">
          {row.mails.map((m) => (
            <Mail key={`${m.mailId}${m.request ?? ''}`} mail={m} view={view} />
          ))}
        </ol>
      )}
    </li>
  );
}

function Mail({ mail, view }: { mail: RevealMail; view: DebriefView }) {
  const t = useTranslations('debrief.reveal');
  const at = (ms: number) => clockText(view.start, ms);
  const title =
    view.requests.find((r) => r.id === mail.request)?.title ??
    view.mails.find((m) => m.mailId === mail.mailId)?.subject;
  return (
    <li className="tabular grid grid-cols-[3rem_1fr] gap-x-2">
      <span className="text-soft">{at(mail.sentMs)}</span>
      <span>
        <span className="font-medium">{title || t('aMail')}</span>
        <span className="block">
          {mail.readMs === null
            ? t(mail.verdict === 'bounced' ? 'bounced' : 'unread')
            : t('read', { time: at(mail.readMs), after: spanText(mail.readMs - mail.sentMs) })}{' '}
          {mail.readMs !== null && t(`verdicts.${mail.verdict}`, { missing: mail.missing.join(', ') })}
        </span>
        {mail.chance !== null && mail.u !== null && (
          <span className="block text-xs text-soft">
            {t('luck', { chance: Math.round(mail.chance * 100), draw: Math.floor(mail.u * 100) })}
          </span>
        )}
      </span>
    </li>
  );
}
