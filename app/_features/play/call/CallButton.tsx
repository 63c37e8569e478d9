'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '../../../_ui/buttonClass';
import { Glyph } from '../../../_ui/icons';
import { usePlay } from '../playContext';
import { useCallActions } from './useCallActions';
import { useBlocked } from './useLine';

/** Whether this person can be rung now: the clock runs and the line is free. */
function useDialable(): boolean {
  const blocked = useBlocked();
  const running = usePlay((s) => s.view.clock.state === 'running');
  return running && !blocked;
}

/** Rings somebody, from their row in the list. Nothing in a run that is played by mail. */
export function RowCallButton({ contact, name }: { contact: string; name: string }) {
  const shown = usePlay((s) => s.view.run.mode !== 'mail' && s.view.ended === null);
  return shown && <RoundButton id={`call-${contact}`} contact={contact} name={name} />;
}

/** The same beside an open conversation on a phone, where its foot is for writing: the list is not on the screen. */
export function HeadCallButton({ contact, name }: { contact: string; name: string }) {
  const shown = usePlay((s) => s.view.run.mode === 'free' && s.view.ended === null);
  return (
    shown && (
      <div className="-mt-1 ml-auto lg:hidden">
        <RoundButton id={`dial-${contact}`} contact={contact} name={name} />
      </div>
    )
  );
}

function RoundButton({ id, contact, name }: { id: string; contact: string; name: string }) {
  const t = useTranslations('play.call');
  const dialable = useDialable();
  const actions = useCallActions();
  return (
    <button
      type="button"
      id={id}
      aria-label={t('call', { name })}
      title={t('call', { name })}
      // Not `disabled`: it keeps the focus that comes back after a call.
      aria-disabled={!dialable}
      onClick={() => dialable && actions.dial(contact)}
      className="mt-1 grid size-11 shrink-0 place-items-center rounded-full border border-call-line bg-panel text-call hover:bg-call-wash aria-disabled:border-dashed aria-disabled:opacity-60 lg:size-10"
    >
      <Glyph name="phone" className="size-4.5" />
    </button>
  );
}

/** Rings the person whose conversation is open, where the list is not on the screen. */
export function WideCallButton({ contact, name }: { contact: string; name: string }) {
  const t = useTranslations('play.call');
  const dialable = useDialable();
  const actions = useCallActions();
  return (
    <button
      type="button"
      id={`dial-${contact}`}
      aria-disabled={!dialable}
      onClick={() => dialable && actions.dial(contact)}
      className={buttonClass('call', 'lg', 'w-full lg:hidden')}
    >
      <Glyph name="phone" className="size-5" />
      {t('call', { name })}
    </button>
  );
}

/** Another try, or a call in place of a mail that nobody answers. */
export function CallInstead({ contact, text }: { contact: string; text: string }) {
  const dialable = useDialable();
  const actions = useCallActions();
  return (
    <button
      type="button"
      aria-disabled={!dialable}
      onClick={() => dialable && actions.dial(contact)}
      className={buttonClass('plain', 'sm', '!border-call-line !text-call')}
    >
      <Glyph name="phone" />
      {text}
    </button>
  );
}
