'use client';

import { useTranslations } from 'next-intl';
import type { CallView } from '@/core/contract/view';
import { buttonClass } from '../../../_ui/buttonClass';
import { usePlay } from '../playContext';
import { nameOf } from '../selectors';
import { wanted } from './calls';
import { silent } from './speechStore';
import { useCallActions } from './useCallActions';

/** What the other side waits for or offers, one press away: the detail they asked for, what they can help with, whom to ask. */
export function AskedFor({ call }: { call: CallView }) {
  if (call.phase !== 'connected') return null;
  if (call.missing.length > 0) return <Missing call={call} />;
  const last = call.lines.findLast((line) => line.from === 'them');
  if (!last || last !== call.lines.at(-1)) return null;
  if (last.askInstead) return <Instead contact={last.askInstead} />;
  return last.helpWith.length > 0 ? <HelpWith call={call} ids={last.helpWith} /> : null;
}

const offer = 'flex flex-wrap items-center gap-1.5 rounded-lg bg-call-wash px-2.5 py-1.5 text-sm';

function Missing({ call }: { call: CallView }) {
  const t = useTranslations('play');
  const facts = usePlay((s) => s.view.facts);
  const actions = useCallActions();
  const known = wanted(call, facts);
  if (known.length === 0) return <p className={offer}>{t('mail.unknown')}</p>;
  return (
    <div className={offer}>
      <button
        type="button"
        className={buttonClass('call', 'md')}
        onClick={() => actions.say(call, { ...silent, details: known.map((f) => f.id) })}
      >
        {t('call.give', { detail: known.map((f) => f.label).join(', ') })}
      </button>
      <span className="tabular text-soft">{known.map((f) => f.text).join(', ')}</span>
    </div>
  );
}

function Instead({ contact }: { contact: string }) {
  const t = useTranslations('play.call');
  const name = usePlay((s) => nameOf(s.view.contacts, contact));
  return <p className={offer}>{t('instead', { name })}</p>;
}

function HelpWith({ call, ids }: { call: CallView; ids: string[] }) {
  const t = useTranslations('play.mail');
  const mission = usePlay((s) => s.view.mission);
  const actions = useCallActions();
  const items = mission.filter((m) => ids.includes(m.id) && m.state !== 'answered');
  if (items.length === 0) return null;
  return (
    <div className={offer}>
      {items.map((m) => (
        <button
          key={m.id}
          type="button"
          className={buttonClass('plain', 'sm')}
          onClick={() => actions.say(call, { ...silent, asks: [m.id] })}
        >
          {t('ask', { title: m.title })}
        </button>
      ))}
    </div>
  );
}
