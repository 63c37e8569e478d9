'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ControlDone, ControlInput, ControlName } from '@/core/contract/control';
import { useLeading } from './boardContext';

/** Refusals with words of their own on the board. */
const reasons = [
  'sessionEnded',
  'notStarted',
  'sceneClock',
  'alreadyBegun',
  'teamFull',
  'sessionFull',
  'unknown',
  'invalid',
  'tooFast',
  'busy',
] as const;

/** Does something in the session and says for how many it was done, or why not. True when it was done. */
export function useControl(): <K extends ControlName>(name: K, body: ControlInput<K>) => Promise<boolean> {
  const { connection, say } = useLeading();
  const words = useWords();
  const t = useTranslations('board');
  return useCallback(
    async (name, body) => {
      const reply = await connection.control(name, body);
      if (!reply) say(t('said.noAnswer'), true);
      else if (reply.ok) say(words(name, reply), reply.failed > 0);
      else say(t(`refused.${reasons.find((r) => r === reply.refusal.code) ?? 'other'}`), true);
      return reply?.ok ?? false;
    },
    [connection, say, t, words],
  );
}

function useWords(): (name: ControlName, done: ControlDone) => string {
  const t = useTranslations('board.said');
  return useCallback(
    (name, { done, skipped, failed }) => {
      switch (name) {
        case 'rename':
        case 'move':
        case 'remove':
        case 'erase':
        case 'lock':
        case 'reveal':
          return t(name);
        case 'message':
        case 'hint':
        case 'bots':
          return t(name, { done });
        default:
          return t(name, { done, skipped, failed });
      }
    },
    [t],
  );
}
