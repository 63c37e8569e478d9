'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { CallView } from '@/core/contract/view';
import { usePlaying } from '../playContext';
import { nameOf } from '../selectors';
import { isMates, stageOf } from './calls';

/** For whoever listens: what a call does and each sentence of the other side, whole and once; never word by word. */
export function CallAnnouncer() {
  const t = useTranslations('play.call');
  const { connection } = usePlaying();
  const [text, setText] = useState('');
  useEffect(
    () =>
      connection.store.subscribe(({ view }, before) => {
        if (view.calls === before.view.calls) return;
        const said = view.calls.flatMap((call) => {
          const was = before.view.calls.find((c) => c.callId === call.callId);
          return call === was || isMates(call, view.me)
            ? []
            : newsOf(call, was, nameOf(view.contacts, call.contact), t);
        });
        if (said.length > 0) setText(said.join(' '));
      }),
    [connection, t],
  );
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}

type Texts = ReturnType<typeof useTranslations<'play.call'>>;

function newsOf(call: CallView, was: CallView | undefined, name: string, t: Texts): string[] {
  const stage = stageOf(call);
  const news = !was || stageOf(was) !== stage ? [t(`news.${stage}`, { name })] : [];
  const lines = call.lines.slice(was?.lines.length ?? 0).filter((line) => line.from === 'them');
  return [...news, ...lines.map((line) => line.text ?? '')];
}
