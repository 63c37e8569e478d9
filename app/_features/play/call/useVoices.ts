'use client';

import { useEffect } from 'react';
import { isNews } from '../../../_lib/playState';
import { usePlay, usePlaying, useUi } from '../playContext';
import { lineOf, voiceOf } from './calls';

/** What the other side says is spoken by the browser, if wished: the same voice for the same person. */
export function useVoices(): void {
  const { connection } = usePlaying();
  const on = useUi((s) => s.settings.speech);
  const talking = usePlay((s) => lineOf(s.view) !== null && s.view.clock.state === 'running');
  useEffect(() => {
    if (!on || !talking || !('speechSynthesis' in window)) return;
    const stop = connection.store.subscribe((s, before) => {
      const call = lineOf(s.view);
      const was = before.view.calls.find((c) => c.callId === call?.callId);
      if (!call || !was || !isNews(s, before)) return;
      for (const line of call.lines.slice(was.lines.length))
        if (line.from === 'them' && line.text) speak(line.text, call.contact, s.view.run.language);
    });
    return () => {
      stop();
      speechSynthesis.cancel();
    };
  }, [connection, on, talking]);
}

function speak(text: string, contact: string, language: string): void {
  const sentence = new SpeechSynthesisUtterance(text);
  const voices = speechSynthesis.getVoices().filter((v) => v.lang.startsWith(language.slice(0, 2)));
  sentence.lang = language;
  sentence.voice = voices[voiceOf(contact, voices.length)] ?? null;
  speechSynthesis.speak(sentence);
}
