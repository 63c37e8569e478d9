import { expect, test } from 'vitest';
import type { Scenario } from '@/core/contract/scenario';
import { defaultPersonas } from '@/core/sim/scenario/personas';
import { Live } from '@/tests/support/live';
import { request, village, villager } from '@/tests/support/village';

/** A word in every private field, each naming where it stands. */
function marked(): Scenario {
  const scenario = village({
    lengthMin: 200,
    personas: {
      secretive: {
        ...(defaultPersonas['quick-notifier'] ?? village().personas.prompt),
        title: 'CANARY-persona',
      } as never,
    },
    details: [
      { id: 'colour', label: 'CANARY-detail-label', text: 'CANARY-detail-text' },
      { id: 'size', label: 'CANARY-hidden-label', text: 'CANARY-hidden-text' },
    ],
    recipients: [
      villager('ada', {
        persona: 'secretive',
        voice: { clarify: 'CANARY-clarify', unmatched: 'CANARY-unmatched', forward: 'CANARY-forward' },
      }),
      villager('ben', { persona: 'secretive', outOfOffice: { deputy: 'cleo', text: 'CANARY-away' } }),
      villager('cleo', { persona: 'never-unless-reminded' }),
    ],
    requests: [
      request('bridge', 'ada', {
        answer: 'CANARY-answer-bridge',
        gives: 'colour',
        phrasings: ['CANARY-phrasing'],
        keywords: ['CANARY-keyword'],
      }),
      request('harvest', 'ben', { answer: 'CANARY-answer-harvest', clarify: 'CANARY-question' }),
      request('festival', 'cleo', { answer: 'CANARY-answer-festival', details: ['size'], hidden: ['size'] }),
    ],
    mail: [
      {
        id: 'late',
        from: 'ada',
        subject: 'CANARY-late-subject',
        text: 'CANARY-late-text',
        at: 190,
        gives: 'size',
      },
      { id: 'calm', from: 'ada', subject: 'CANARY-quiet', text: 'CANARY-quiet', on: { quiet: 180 } },
    ],
    teaching: { shape: 'free', note: 'CANARY-teaching' },
  });
  return scenario;
}

/** Names of private fields: no frame may carry them, whatever they hold. */
const privateFields = [
  'decisions',
  'matched',
  'matchedDetails',
  'handledAt',
  'serviceMs',
  'waiting',
  'unmatched',
  'right',
  'seed',
  'persona',
  'authored',
  'chance',
  'agenda',
  'hidden',
  'phrasings',
  'keywords',
];

async function whatTheBrowserGot(live: Live): Promise<string> {
  const resumed = await live.runner.resume(live.runId, null, 'p1');
  return JSON.stringify([live.frames, resumed]);
}

const ask = { subject: 'S', text: 'Hello' };

test('P9: no word from a private field reaches the browser before its time, in frames, snapshots or replies', async () => {
  const live = await new Live({ scenario: marked(), rule: { kind: 'constant', rate: 60 } }).begin();
  const replies = [
    await live.send('mail.send', { ...ask, to: 'cleo', asks: ['festival'] }),
    await live.send('mail.send', { ...ask, to: 'cleo', text: 'festival festival' }),
    await live.send('mail.send', { ...ask, to: 'ben', text: 'nothing in particular', details: [] }),
    await live.send('mail.send', { ...ask, to: 'cleo', details: ['size'] }),
    await live.send('desk.answer', { cardId: 'c1', choice: 0 }),
  ];
  await live.pass(30_000);
  const got = (await whatTheBrowserGot(live)) + JSON.stringify(replies);
  // Being away is what the notice says; that is its time.
  expect(got.match(/CANARY-[\w-]+/g)?.filter((word) => word !== 'CANARY-away') ?? []).toEqual([]);
  for (const field of privateFields) expect(got, field).not.toContain(`"${field}":`);
});

test('P9: each word comes when it is said', async () => {
  const live = await new Live({ scenario: marked(), rule: { kind: 'constant', rate: 60 } }).begin();
  await live.send('mail.send', { ...ask, to: 'ada', asks: ['bridge'] });
  await live.send('mail.send', { ...ask, to: 'ada', subject: 'Submarines', text: 'submarines?' });
  await live.pass(150_000);
  const got = await whatTheBrowserGot(live);
  expect(got).toContain('CANARY-detail-text');
  expect(got).toContain('CANARY-answer-bridge');
  expect(got).toContain('CANARY-unmatched');
  expect(got).not.toContain('CANARY-late');
});

test('P9: without receipts the browser is not told that a mail was read', async () => {
  const told = async (receipts: boolean) => {
    const live = await new Live({ rule: { kind: 'constant', rate: 60 }, receipts }).begin();
    await live.send('mail.send', { ...ask, to: 'ada', asks: ['bridge'] });
    await live.pass(6_000);
    return whatTheBrowserGot(live);
  };
  expect(await told(false)).not.toContain('"read"');
  expect(await told(true)).toContain('"state":"read"');
});

test('P9: the numbers of frames do not tell what happened unseen', async () => {
  const frames = async (chance: number) => {
    const scenario = village({
      recipients: [
        villager('ada', { tune: { reply: { chance: [chance] } } }),
        villager('ben'),
        villager('cleo'),
      ],
    });
    const live = await new Live({ scenario, rule: { kind: 'constant', rate: 60 }, receipts: false }).begin();
    const reply = await live.send('mail.send', { ...ask, to: 'ada', asks: ['bridge'] });
    await live.pass(7_000);
    return JSON.stringify([reply, live.frames, await live.send('scene.close', { scene: 'compose' })]);
  };
  expect(await frames(1)).toBe(await frames(0));
});
