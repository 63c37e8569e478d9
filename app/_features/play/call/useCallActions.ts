'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { CallView } from '@/core/contract/view';
import type { Reply } from '@/core/contract/wire';
import { usePlaying } from '../playContext';
import { openContact, toast } from '../uiStore';
import { useActions } from '../useActions';
import { hasSpeech, prepare, type Speech, silent, speechTo } from './speechStore';

/** What can be done about calls; each says so when it is refused, or when the server is not there. */
export function useCallActions() {
  const playing = usePlaying();
  const { say } = useActions();
  const t = useTranslations('play.call');
  return useMemo(() => {
    const { ui, speech, connection } = playing;
    const spoken = async (call: CallView, name: 'call.say' | 'call.leaveVoicemail', words: Speech) => {
      prepare(speech, call.contact, silent);
      const done = await say(name, { callId: call.callId, ...words });
      // Refused: the words come back, unless others have been begun meanwhile.
      if (!done && !hasSpeech(speechTo(speech.getState(), call.contact)))
        prepare(speech, call.contact, words);
    };
    const atOnce = async (reply: Promise<Reply | null>) => {
      const answer = await reply;
      if (!answer?.ok) toast(ui, 'bad', answer ? answer.refusal.message : t('notMade'));
    };
    return {
      dial: (to: string) => {
        openContact(ui, to);
        return atOnce(connection.send('call.dial', { to }));
      },
      say: (call: CallView, words: Speech) => spoken(call, 'call.say', words),
      leave: (call: CallView, words: Speech) => spoken(call, 'call.leaveVoicemail', words),
      hangUp: (call: CallView) => say('call.hangUp', { callId: call.callId }),
      accept: (call: CallView) => {
        openContact(ui, call.contact);
        return atOnce(connection.send('call.accept', { callId: call.callId }));
      },
      decline: (call: CallView) => say('call.decline', { callId: call.callId }),
    };
  }, [playing, say, t]);
}
