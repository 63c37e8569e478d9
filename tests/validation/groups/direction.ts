import type { NewEvent } from '@/core/contract/event';
import type { Persona } from '@/core/contract/persona';
import {
  alwaysThere,
  Driven,
  is,
  luckOf,
  recipientName,
  requestName,
  type Source,
  settingOf,
  worldOf,
} from '../driven';
import { type Group, type Row, repeat, row, type Size } from '../estimate';

const minute = 60_000;
const to = recipientName(0);

/** Runs a list of deeds, each at its moment, until something has been seen so often. */
function script(
  run: Driven,
  deeds: ReadonlyArray<{ at: number; do: () => void }>,
  seen: (e: NewEvent) => boolean,
  times: number,
): void {
  let [next, count] = [0, 0];
  const source: Source = {
    next: () => deeds[next]?.at ?? Number.MAX_SAFE_INTEGER,
    act: () => deeds[next++]?.do(),
    seen: (event) => {
      if (seen(event)) count++;
    },
    done: () => count === times && next === deeds.length,
  };
  run.play(source);
}

const rounds = 60;
const workMin = 60;
const callS = 60;
const lagS = 64;

/** What a call in the middle of an hour's work on a mail adds to it beyond its own minute, in seconds, round by round. */
function interruptions(seed: string, lag: number): number[] {
  const persona: Persona = {
    ...alwaysThere,
    handling: { kind: 'constant', value: workMin },
    call: {
      ...alwaysThere.call,
      ring: { kind: 'constant', value: 0.1 },
      lost: { kind: 'exponential', mean: lag / 60 },
    },
  };
  const run = new Driven(worldOf(settingOf({ persona, requests: rounds }), 'free', seed));
  const extra: number[] = [];
  let [sent, hangUp] = [0, Number.MAX_SAFE_INTEGER];
  let callId = '';
  let [round, rang] = [0, false];
  const every = 240 * minute;
  const source: Source = {
    next: () =>
      Math.min(
        hangUp,
        rang ? (round < rounds ? round * every : Number.MAX_SAFE_INTEGER) : sent + 20 * minute,
      ),
    act(now) {
      if (now === hangUp) {
        hangUp = Number.MAX_SAFE_INTEGER;
        run.give({ name: 'call.hangUp', body: { callId } });
      } else if (!rang) {
        rang = true;
        run.give({ name: 'call.dial', body: { to } });
      } else {
        [sent, rang] = [now, false];
        run.mail(to, requestName(to, round++));
      }
    },
    seen(event) {
      if (is(event, 'call.connected')) {
        callId = event.data.callId;
        hangUp = event.simMs + callS * 1_000;
      }
      if (is(event, 'mail.received')) extra.push((event.simMs - sent) / 1_000 - workMin * 60 - callS);
    },
    done: () => extra.length === rounds,
  };
  rang = true;
  run.play(source);
  return extra;
}

export const interruptionRow = (runs: number, really = lagS): Row =>
  row(
    'T6: a call in the middle of a mail delays its answer, beyond the call itself, s',
    lagS,
    repeat(runs, 'interruption', (seed) => interruptions(seed, really)).flat(),
  );

const gapMin = 45;
const asks = 60;
const looks: Persona = {
  ...alwaysThere,
  mail: {
    profile: 'queue',
    check: { kind: 'interval', gap: { kind: 'constant', value: gapMin } },
    discipline: 'exhaustive',
    overhead: 0,
  },
  handling: { kind: 'lognormal', median: 2.5, sigma: 0.5 },
  call: { ...alwaysThere.call, ring: { kind: 'constant', value: 0.1 } },
};
const looksSetting = settingOf({ persona: looks, requests: asks });

interface Asked {
  elapsed: number;
  handling: number;
}

/** Hours apart, at any point of the gap between two looks. */
const moments = (seed: string): number[] => {
  const u = luckOf(seed);
  return Array.from({ length: asks }, (_, k) =>
    Math.round((k * 360 + 90 + u('moment', k) * gapMin * 4) * minute),
  );
};

function byMail(seed: string): Asked[] {
  const run = new Driven(worldOf(looksSetting, 'mail', seed));
  const asked: Asked[] = moments(seed).map(() => ({ elapsed: 0, handling: 0 }));
  const at = moments(seed);
  let k = 0;
  const deeds = at.map((moment, i) => ({ at: moment, do: () => run.mail(to, requestName(to, i)) }));
  script(
    run,
    deeds,
    (event) => {
      const own = asked[k];
      if (own && is(event, 'mail.read')) own.handling = event.data.decisions[0]?.handling?.ms ?? -1;
      if (!own || !is(event, 'mail.received')) return false;
      own.elapsed = event.simMs - (at[k] ?? 0);
      k++;
      return true;
    },
    asks,
  );
  return asked;
}

function byCall(seed: string): Asked[] {
  const run = new Driven(worldOf(looksSetting, 'call', seed));
  const asked: Asked[] = moments(seed).map(() => ({ elapsed: 0, handling: 0 }));
  const at = moments(seed);
  let k = 0;
  const deeds = at.map((moment) => ({ at: moment, do: () => run.give({ name: 'call.dial', body: { to } }) }));
  script(
    run,
    deeds,
    (event) => {
      const own = asked[k];
      if (!own) return false;
      if (is(event, 'call.connected')) {
        const body = { callId: event.data.callId, text: '', asks: [requestName(to, k)], details: [] };
        run.give({ name: 'call.say', body });
      }
      if (is(event, 'call.spoke') && event.data.handling) own.handling = event.data.handling.ms;
      if (!is(event, 'call.heard') || event.data.answers.length === 0) return false;
      own.elapsed = event.simMs - (at[k] ?? 0);
      k++;
      run.give({ name: 'call.hangUp', body: { callId: event.data.callId } });
      return true;
    },
    asks,
  );
  return asked;
}

function modeRows(runs: number): Row[] {
  const pairs = repeat(runs, 'modes', (seed) => {
    const mail = byMail(seed);
    return byCall(seed).map((call, i) => ({ call, mail: mail[i] ?? call }));
  }).flat();
  return [
    row(
      'T6: handling by mail minus handling on the phone, s',
      0,
      pairs.map(({ mail, call }) => (mail.handling - call.handling) / 1_000),
    ),
    row(
      'T6: elapsed by mail minus elapsed on the phone = T/2 minus the ring, s',
      (gapMin * 60) / 2 - 6,
      pairs.map(({ mail, call }) => (mail.elapsed - call.elapsed) / 1_000),
    ),
  ];
}

export const directionGroup: Group = {
  title: 'Directions (T6)',
  about:
    'An interruption costs its own length and the lag that is given (64 s by mail, Jackson and others 2003); the same person with the same luck handles as long by mail as on the phone (C8) and answers sooner there by the wait until the next look.',
  rows: ({ times }: Size) => [interruptionRow(20 * times), ...modeRows(10 * times)],
};
