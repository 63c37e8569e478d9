'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '../../../_ui/buttonClass';
import { usePlay } from '../playContext';

/** What the session says to those who play in it: that everybody stands still, that it is over, and messages. */
export function RoomBar() {
  const room = usePlay((s) => s.room);
  if (!room) return null;
  return (
    <>
      <State />
      <Messages />
    </>
  );
}

function State() {
  const t = useTranslations('play.room');
  const room = usePlay((s) => s.room);
  const ended = usePlay((s) => s.view.ended !== null);
  const started = usePlay((s) => s.view.clock.state !== 'ready');
  if (!room) return null;
  const text = room.removed
    ? t('removed')
    : room.phase === 'ended'
      ? t('over')
      : room.paused && started && !ended
        ? t('paused')
        : null;
  return (
    <div role="status">
      {text !== null && <p className="bg-call-wash px-4 py-2 text-sm font-medium text-call">{text}</p>}
    </div>
  );
}

/** The newest message until it is put away; older ones that were not are counted. */
function Messages() {
  const t = useTranslations('play.room');
  const messages = usePlay((s) => s.room?.messages);
  const [readTo, setReadTo] = useState(() => (messages?.length === 0 ? 0 : firstUnread(messages)));
  const unread = messages?.filter((m) => m.id > readTo) ?? [];
  const newest = unread.at(-1);
  return (
    <div role="status">
      {newest && (
        <div className="arrive-up flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line bg-desk-wash px-4 py-2">
          <p className="min-w-0 grow basis-64">
            <strong className="mr-2 text-sm font-semibold text-desk">{t(newest.kind)}</strong>
            {newest.text}
          </p>
          <button
            type="button"
            className={buttonClass('plain', 'sm', 'max-lg:min-h-10')}
            onClick={() => setReadTo(newest.id)}
          >
            {t('read', { more: unread.length - 1 })}
          </button>
        </div>
      )}
    </div>
  );
}

/** On coming back only the last message is shown again. */
const firstUnread = (messages: readonly { id: number }[] | undefined): number =>
  (messages?.at(-1)?.id ?? 1) - 1;
