'use client';

import { useTranslations } from 'next-intl';
import { clockText } from '../../_lib/clock';
import { buttonClass } from '../../_ui/buttonClass';
import { edit } from './composerStore';
import { usePlay, usePlaying } from './playContext';
import { StateLine } from './StateLine';
import type { Sending } from './selectors';

/** A mail of mine that the server does not have yet, or would not take. */
export function SendingItem({ item }: { item: Sending }) {
  const t = useTranslations('play');
  const { connection, composer } = usePlaying();
  const start = usePlay((s) => s.view.run.start);
  const online = usePlay((s) => s.link === 'online');
  const time = clockText(start, item.simMs);
  const { body, refused, commandId } = item;
  const again = () => {
    connection.forget(commandId);
    if (item.name === 'mail.send') void connection.send(item.name, item.body);
    else void connection.send(item.name, item.body);
  };
  const discard = () => {
    edit(composer, body.to, {
      threadId: body.threadId ?? null,
      inReplyTo: body.inReplyTo ?? null,
      subject: body.subject ?? '',
      text: body.text ?? '',
      asks: body.asks ?? [],
      details: body.details ?? [],
    });
    connection.forget(commandId);
  };
  return (
    <article aria-label={t('talk.me', { time })} className="arrive-up max-w-[88%] self-end sm:max-w-[80%]">
      <div
        className={`rounded-2xl rounded-br-md border border-dashed px-3.5 py-2 ${refused ? 'border-bad' : 'border-mail-line bg-mail-wash'}`}
      >
        {body.subject && <p className="text-xs text-soft">{body.subject}</p>}
        <p className="break-words whitespace-pre-wrap">{body.text}</p>
      </div>
      <div className="mt-1 flex flex-wrap items-center justify-end gap-2 text-xs text-soft">
        <StateLine state={refused ? 'notSent' : 'sending'} />
        {!refused && !online && <span>{t('state.waitsOffline')}</span>}
        {refused && <span>{refused}</span>}
        {refused && (
          <>
            <button type="button" className={buttonClass('plain', 'sm')} onClick={again}>
              {t('mail.retry')}
            </button>
            <button type="button" className={buttonClass('quiet', 'sm')} onClick={discard}>
              {t('mail.edit')}
            </button>
          </>
        )}
      </div>
    </article>
  );
}
