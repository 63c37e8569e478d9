import { useFormatter, useTranslations } from 'next-intl';
import type { AuditAction } from '@/core/contract/account';
import { buttonClass } from '../../_ui/buttonClass';

interface Entry {
  id: number;
  /** Wall ms. */
  at: number;
  actor: string;
  actorEmail: string | null;
  target: string | null;
  targetEmail: string | null;
  detail: string | null;
  action: AuditAction;
}

/** Who did what, the newest first; a page of it. */
export function AuditLog({ log, older }: { log: Entry[]; older: number | null }) {
  const t = useTranslations('admin');
  const format = useFormatter();
  return (
    <section id="log" className="mt-12">
      <h2 className="text-xl font-semibold">{t('log')}</h2>
      <p className="mt-1 text-sm text-soft">{t('logNote')}</p>
      <ol aria-label={t('log')} className="mt-4 grid gap-y-2">
        {log.map((entry) => (
          <li key={entry.id} className="grid gap-x-4 sm:grid-cols-[11rem_1fr]">
            <time dateTime={new Date(entry.at).toISOString()} className="tabular text-sm text-soft">
              {format.dateTime(entry.at, { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
            <Sentence entry={entry} />
          </li>
        ))}
      </ol>
      {older !== null && (
        <a href={`/admin?before=${older}#log`} className={buttonClass('plain', 'md', 'mt-5')}>
          {t('older')}
        </a>
      )}
    </section>
  );
}

function Sentence({ entry }: { entry: Entry }) {
  const t = useTranslations('admin');
  const known = entry.actor === 'operator' || entry.actor === 'nobody' ? t(`actors.${entry.actor}`) : null;
  const gone = t('actors.gone');
  return (
    <p className="min-w-0 break-words">
      {t(keyOf(entry.action), {
        actor: known ?? entry.actorEmail ?? gone,
        target: entry.targetEmail ?? (entry.target === null ? t('actors.unknown') : gone),
        detail: entry.detail ?? t('actors.first'),
      })}
    </p>
  );
}

const keyOf = (action: AuditAction) => `deeds.${action}` as const;
