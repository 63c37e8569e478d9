import { expect, test } from 'vitest';
import type { Persona } from '@/core/contract/persona';
import { Live } from '@/tests/support/live';
import { prompt, request, village, villager } from '@/tests/support/village';

const like = (call: Partial<Persona['call']>, more: Partial<Persona> = {}): Persona => ({
  ...prompt,
  ...more,
  call: { ...prompt.call, ...call },
});

/** Fields of the log about calls that are the recipient's own business. */
const privateFields = [
  'slot',
  'doing',
  'u',
  'chance',
  'ringMs',
  'outcome',
  'outcomeAt',
  'interrupted',
  'lostMs',
  'openingMs',
  'matched',
  'matchedDetails',
  'handling',
  'callBackAt',
  'handledAt',
  'serviceMs',
];

interface World {
  ada?: Persona;
  bridge?: Parameters<typeof request>[2];
  mode?: 'call' | 'free';
}

async function live({ ada = prompt, bridge = {}, mode = 'call' }: World): Promise<Live> {
  const scenario = village({
    lengthMin: 200,
    personas: { prompt, ada: { ...ada, title: 'CANARY-persona' } },
    recipients: [
      villager('ada', {
        persona: 'ada',
        voice: {
          clarify: 'CANARY-clarify',
          unmatched: 'CANARY-unmatched',
          forward: 'CANARY-forward',
          look: 'CANARY-look',
          voicemail: 'CANARY-voicemail',
        },
      }),
      villager('ben', { outOfOffice: { deputy: 'cleo', text: 'CANARY-away' } }),
      villager('cleo'),
    ],
    requests: [
      request('bridge', 'ada', { answer: 'CANARY-answer', phrasings: ['CANARY-phrasing'], ...bridge }),
      request('harvest', 'ben', { answer: 'CANARY-answer-harvest' }),
      request('festival', 'cleo'),
    ],
    mail: [
      { id: 'ring', from: 'cleo', subject: 'CANARY-ring', text: 'CANARY-authored', at: 150, asCall: true },
    ],
    teaching: { shape: 'free', note: 'CANARY-teaching' },
  });
  return new Live({ scenario, mode, rule: { kind: 'constant', rate: 60 } }).begin();
}

/** Everything a browser has been sent, and all it would be sent if it came back now. */
const told = async (run: Live): Promise<string> =>
  JSON.stringify([run.frames, await run.runner.resume(run.runId, null, 'p1')]);
const canaries = (text: string): string[] => [...new Set(text.match(/CANARY-[\w-]+/g) ?? [])].sort();
const callId = 'k1';

test('P9: while it rings the browser knows nothing of whether and when somebody will answer', async () => {
  const ringing = async (ada: Persona) => {
    const run = await live({ ada });
    const reply = await run.send('call.dial', { to: 'ada' });
    await run.pass(90);
    return JSON.stringify(reply) + (await told(run));
  };
  const there = await ringing(like({ ring: { kind: 'constant', value: 0.3 } }));
  expect(there).toContain('"ringing"');
  expect(await ringing(like({ pickUp: 0 }))).toBe(there);
  expect(await ringing(like({ pickUp: 0, voicemail: false }))).toBe(there);
  expect(
    await ringing(like({ ring: { kind: 'constant', value: 0.3 }, lost: { kind: 'constant', value: 9 } })),
  ).toBe(there);
  // The comparison can fail: another name on the screen is a difference.
  expect(await ringing(like({ ring: { kind: 'constant', value: 0.01 } }))).not.toBe(there);
});

test('P9: somebody who does not pick up looks the same whatever keeps them', async () => {
  const unanswered = async (ada: Persona) => {
    const run = await live({ ada });
    await run.send('call.dial', { to: 'ada' });
    await run.pass(1_000);
    return told(run);
  };
  const deaf = await unanswered(like({ pickUp: 0, voicemail: false }));
  const away = { calendar: { from: '11:00', to: '23:59', lunch: null, daysOff: [] as number[] } };
  expect(deaf).toContain('noAnswer');
  expect(await unanswered(like({ voicemail: false }, away))).toBe(deaf);
  expect(await unanswered(like({ pickUp: 0, voicemail: false, callBack: { missed: 1, voicemail: 1 } }))).toBe(
    deaf,
  );
});

test('P9: an answer is not known before it is said, nor that something has to be looked up', async () => {
  const asked = async (world: World, ms: number) => {
    const run = await live(world);
    await run.send('call.dial', { to: 'ada' });
    await run.pass(1_000);
    await run.send('call.say', { callId, text: '', asks: ['bridge'] });
    await run.pass(ms);
    return told(run);
  };
  expect(canaries(await asked({}, 30))).toEqual([]);
  const early = await asked({}, 30);
  expect(await asked({ bridge: { answer: 'CANARY-otherwise' } }, 30)).toBe(early);
  expect(
    await asked(
      { ada: like({ lookAndCallBack: { chance: 0, delay: { kind: 'constant', value: 40 } } }) },
      30,
    ),
  ).toBe(early);
  expect(canaries(await asked({}, 4_000))).toEqual(['CANARY-answer']);
});

test('P9: each word comes when it is said, and no private field at all', async () => {
  const run = await live({ mode: 'free' });
  await run.send('call.dial', { to: 'ada' });
  await run.pass(1_000);
  await run.send('call.say', { callId, text: 'submarines' });
  await run.pass(1_000);
  await run.send('call.say', { callId, text: '', asks: ['bridge'] });
  await run.pass(4_000);
  await run.send('call.hangUp', { callId });
  await run.send('call.dial', { to: 'ben' });
  await run.pass(2_000);
  await run.send('call.leaveVoicemail', { callId: 'k2', text: 'About the harvest', asks: ['harvest'] });
  await run.pass(10_000);
  const got = await told(run);
  expect(canaries(got)).toEqual(['CANARY-answer', 'CANARY-unmatched']);
  for (const field of privateFields) expect(got, field).not.toContain(`"${field}":`);
});
