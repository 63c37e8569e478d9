'use client';

import { useEffect } from 'react';
import type { CallView } from '@/core/contract/view';
import { isNews } from '../../../_lib/playState';
import { usePlay, usePlaying, useUi } from '../playContext';
import { isMates, lineOf, ringing, type Stage, stageOf } from './calls';
import { sound, type Tone } from './tones';

const ringEveryMs = 1_400;
const bellEveryMs = 1_600;

const once: Partial<Record<Stage, Tone>> = {
  busy: 'busy',
  unobtainable: 'busy',
  connected: 'pickUp',
  answered: 'over',
  hungUpByThem: 'over',
  hungUpByMe: 'over',
  cutOff: 'over',
};

/** Rings, picks up and ends to be heard, if sound is on. */
export function useCallSounds(): void {
  const { connection, ui } = usePlaying();
  const on = useUi((s) => s.settings.sound);
  const running = usePlay((s) => s.view.clock.state === 'running');
  const out = usePlay((s) => lineOf(s.view)?.phase === 'ringing');
  const here = usePlay((s) => ringing(s.view.calls).length > 0 && lineOf(s.view) === null);
  useRepeated(on && running && out ? 'ring' : null, ringEveryMs);
  useRepeated(on && running && here ? 'bell' : null, bellEveryMs);
  useEffect(
    () =>
      connection.store.subscribe((s, before) => {
        // A whole view replaced the old one: what it holds is not news.
        if (s.view.calls === before.view.calls || !isNews(s, before)) return;
        if (!ui.getState().settings.sound) return;
        for (const call of s.view.calls) if (!isMates(call, s.view.me)) tell(call, before.view.calls);
      }),
    [connection, ui],
  );
}

function tell(call: CallView, before: readonly CallView[]): void {
  const was = before.find((c) => c.callId === call.callId);
  const tone = once[stageOf(call)];
  if (tone && was && stageOf(was) !== stageOf(call)) sound(tone);
}

function useRepeated(tone: Tone | null, everyMs: number): void {
  useEffect(() => {
    if (!tone) return;
    sound(tone);
    const timer = setInterval(() => sound(tone), everyMs);
    return () => clearInterval(timer);
  }, [tone, everyMs]);
}
