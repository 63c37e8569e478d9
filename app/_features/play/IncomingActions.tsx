'use client';

import { useTranslations } from 'next-intl';
import type { MailView } from '@/core/contract/view';
import { buttonClass } from '../../_ui/buttonClass';
import { usePlay, usePlaying } from './playContext';
import { mailable, nameOf } from './selectors';
import { openContact } from './uiStore';
import { useActions } from './useActions';

/** The next step a mail from them offers: give what was missing, ask something they can help with, go to the deputy. */
export function IncomingActions({ mail }: { mail: MailView }) {
  const playable = usePlay((s) => s.view.ended === null && mailable(s.view));
  if (!playable) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-1.5">
      {mail.kind === 'clarify' &&
        (mail.missing.length > 0 ? <Missing mail={mail} /> : <HelpWith mail={mail} />)}
      {mail.deputy && <Deputy mail={mail} deputy={mail.deputy} />}
      {mail.forwardedTo && !mail.deputy && <GoTo contact={mail.forwardedTo} />}
      <ReplyButton mail={mail} />
    </div>
  );
}

const small = buttonClass('plain', 'sm');

function Missing({ mail }: { mail: MailView }) {
  const t = useTranslations('play.mail');
  const facts = usePlay((s) => s.view.facts);
  const open = usePlay((s) =>
    mail.about.some((id) => s.view.mission.find((m) => m.id === id)?.state !== 'answered'),
  );
  const replied = usePlay((s) =>
    s.view.mails.some((m) => m.inReplyTo === mail.mailId && m.from === 'me' && m.state !== 'undone'),
  );
  const actions = useActions();
  if (!open || replied) return null;
  const known = facts.filter((f) => mail.missing.includes(f.id));
  if (known.length === 0) return <p className="text-xs text-soft">{t('unknown')}</p>;
  const label = known.map((f) => f.label).join(', ');
  return (
    <button
      type="button"
      className={small}
      onClick={() => actions.reply(mail, { asks: mail.about, details: known.map((f) => f.id) })}
    >
      {t('include', { detail: label })}
    </button>
  );
}

function HelpWith({ mail }: { mail: MailView }) {
  const t = useTranslations('play.mail');
  const mission = usePlay((s) => s.view.mission);
  const actions = useActions();
  const items = mission.filter((m) => mail.helpWith.includes(m.id) && m.state !== 'answered');
  return items.map((m) => (
    <button key={m.id} type="button" className={small} onClick={() => actions.reply(mail, { asks: [m.id] })}>
      {t('ask', { title: m.title })}
    </button>
  ));
}

function Deputy({ mail, deputy }: { mail: MailView; deputy: string }) {
  const t = useTranslations('play.mail');
  const name = usePlay((s) => nameOf(s.view.contacts, deputy));
  const { ui, connection } = usePlaying();
  const actions = useActions();
  const write = () => {
    const { mails } = connection.store.getState().view;
    const [asked] =
      mail.about.length > 0 ? mail.about : (mails.find((m) => m.mailId === mail.inReplyTo)?.asks ?? []);
    if (asked) actions.askAbout(deputy, asked);
    else openContact(ui, deputy);
  };
  return (
    <button type="button" className={small} onClick={write}>
      {t('deputy', { name })}
    </button>
  );
}

function GoTo({ contact }: { contact: string }) {
  const t = useTranslations('play.mail');
  const name = usePlay((s) => nameOf(s.view.contacts, contact));
  const { ui } = usePlaying();
  return (
    <button type="button" className={small} onClick={() => openContact(ui, contact)}>
      {t('goTo', { name })}
    </button>
  );
}

function ReplyButton({ mail }: { mail: MailView }) {
  const t = useTranslations('play.mail');
  const actions = useActions();
  return (
    <button
      type="button"
      className={buttonClass('quiet', 'sm', 'text-soft')}
      onClick={() => actions.reply(mail)}
    >
      {t('reply')}
    </button>
  );
}
