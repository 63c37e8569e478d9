import type { z } from 'zod';
import type { scenarioSchema } from '@/core/contract/scenario';

/** What a new scenario begins with: one person, one request, a little desk work. It can be played, so that there is something to change. */
export const scenarioTemplate: z.input<typeof scenarioSchema> = {
  schema: 1,
  slug: 'new-scenario',
  title: 'New scenario',
  language: 'en',
  version: 1,
  license: 'CC-BY-4.0',
  summary: 'One sentence that says what this is about.',
  start: '2026-03-02T09:00',
  lengthMin: 240,
  playMin: 5,
  brief: {
    you: 'You are the one who has to find out.',
    story: 'Say in a few sentences what has happened, and what depends on it.',
    goal: 'Get every answer before the day is over.',
  },
  details: [],
  recipients: [
    {
      id: 'robin',
      name: 'Robin Hale',
      role: 'At the front desk',
      about: 'Knows where everything is.',
      persona: 'quick-notifier',
      voice: {
        clarify: 'I need one more thing before I can answer that.',
        unmatched: 'I am not sure what you need from me. Can you say it in other words?',
        forward: 'That is not mine to answer. I have passed it on.',
      },
    },
  ],
  requests: [
    {
      id: 'room',
      title: 'Which room is free',
      recipient: 'robin',
      answer: 'Room 4 is free all afternoon.',
      phrasings: ['Which room is free?', 'Is there a room for us this afternoon?'],
      ask: 'Which room is free?',
    },
  ],
  desk: {
    title: 'Receipts',
    intro: 'Check receipts while you wait.',
    cards: [
      {
        kind: 'sum',
        prompt: 'What is the total?',
        unit: '€',
        items: ['Paper', 'Stamps', 'Tea', 'Folders'],
        low: 2,
        high: 40,
      },
    ],
  },
  teaching: { shape: 'free', note: 'Say what this scenario is meant to show.' },
};
