import type { Distribution } from '@/core/contract/distribution';
import type { Persona } from '@/core/contract/persona';
import type { SourceName } from './personaSources';
import { defaultPersonas } from './personas';

/** Parts of a persona that a page tells one by one. */
export const figureNames = [
  'mail',
  'reply',
  'handling',
  'pickUp',
  'ring',
  'line',
  'callBack',
  'hours',
  'meetings',
  'away',
  'traffic',
  'lost',
] as const;
export type FigureName = (typeof figureNames)[number];

/** A persona with what its figures rest on; a figure that is not named in `sources` is an assumption. */
export interface LibraryPersona {
  id: string;
  persona: Persona;
  /** `game`: made so that a mission can be played; `published`: as near to published figures as they reach. */
  kind: 'game' | 'published';
  sources: Partial<Record<FigureName, SourceName[]>>;
}

/** What the personas with published figures have in common; all of it assumed but the ring time and the handling of a mail. */
const base = (): Persona => {
  const { batcher } = defaultPersonas;
  if (!batcher) throw new RangeError('no persona batcher');
  return {
    ...batcher,
    handling: { kind: 'lognormal', median: 1, sigma: 0.5 },
    meetings: { perSixHours: 0, minutes: 30 },
    away: { share: 0, minutes: 10 },
    traffic: { mailPerHour: 0, mailMinutes: 1.5 },
    call: {
      ...batcher.call,
      busyShare: 0.01,
      lookAndCallBack: { ...batcher.call.lookAndCallBack, chance: 0 },
    },
  };
};

/** Two weeks: what is answered later than that is not waited for. */
const twoWeeks = 20_160;

/** Reply times as they were measured: checking, nights and weekends are in them already (P2). */
const sampled = (delay: Distribution): Persona['mail'] => ({ profile: 'sampled', delay, overhead: 0 });
const lognormal = (median: number, sigma: number): Distribution => ({
  kind: 'lognormal',
  median,
  sigma,
  atMost: twoWeeks,
});

interface Published {
  title: string;
  mail: Persona['mail'];
  reply: number;
  pickUp: number;
  call?: Partial<Persona['call']>;
  handling?: Distribution;
  sources: LibraryPersona['sources'];
}

function published(
  id: string,
  { title, mail, reply, pickUp, call, handling, sources }: Published,
): LibraryPersona {
  const common = base();
  const persona: Persona = {
    ...common,
    title,
    mail,
    reply: { chance: [reply], nagging: { limit: 3, factor: 1 }, perWaitingMail: 0 },
    handling: handling ?? common.handling,
    call: { ...common.call, pickUp, ...call },
  };
  return {
    id,
    kind: 'published',
    persona,
    sources: { handling: ['replyLength'], ring: ['tawkon'], ...sources },
  };
}

/** From a median of 47 minutes and nine in ten within a day. */
const spread = 2.6704;

const publishedPersonas: LibraryPersona[] = [
  published('typical-adult', {
    title: 'Typical adult',
    mail: sampled(lognormal(47, spread)),
    reply: 0.33,
    pickUp: 0.67,
    sources: { mail: ['kooti'], reply: ['dabbish'], pickUp: ['pielot'] },
  }),
  published('young-mobile', {
    title: 'Young, with a phone in hand',
    mail: sampled(lognormal(16, spread)),
    reply: 0.33,
    pickUp: 0.7,
    sources: { mail: ['kootiAge'], reply: ['dabbish'], pickUp: ['hiya'] },
  }),
  published('older-desktop', {
    title: 'Older, at a desk',
    mail: sampled(lognormal(47, spread)),
    reply: 0.25,
    pickUp: 0.7,
    sources: { mail: ['kootiAge'], reply: ['kootiLoad'], pickUp: ['hiya'] },
  }),
  published('office-colleague', {
    title: 'Colleague in an office',
    mail: sampled(lognormal(78.3, 2.6495)),
    reply: 0.33,
    pickUp: 0.7,
    sources: { mail: ['avocado'], reply: ['dabbish'], pickUp: ['hiya'] },
  }),
  published('three-checks', {
    title: 'Three looks a day',
    mail: {
      profile: 'queue',
      check: { kind: 'interval', gap: { kind: 'constant', value: 180 } },
      discipline: 'exhaustive',
      overhead: 1,
    },
    reply: 0.33,
    pickUp: 0.67,
    sources: { mail: ['kushlev'], reply: ['dabbish'], pickUp: ['pielot'] },
  }),
  published('hundred-a-day', {
    title: 'A hundred mails a day',
    mail: sampled(lognormal(47, spread)),
    reply: 0.05,
    pickUp: 0.52,
    sources: { mail: ['kooti'], reply: ['kootiLoad'], pickUp: ['hiya'] },
  }),
  published('unknown-company', {
    title: 'A company that does not know you',
    mail: sampled(lognormal(62.6, 2.2101)),
    reply: 0.38,
    pickUp: 0.61,
    sources: { mail: ['superoffice'], reply: ['superoffice'], pickUp: ['expertise'] },
  }),
  published('stranger', {
    title: 'A stranger',
    mail: sampled(lognormal(47, spread)),
    reply: 0.02,
    pickUp: 0.24,
    sources: { pickUp: ['hiya'] },
  }),
  published('call-centre', {
    title: 'Call-centre desk',
    mail: sampled(lognormal(47, spread)),
    reply: 0.33,
    pickUp: 1,
    handling: { kind: 'lognormal', median: 1.932, sigma: 0.983295 },
    call: { lines: 3, whenBusy: 'hold', busyShare: 0.6, voicemail: false },
    sources: { handling: ['brown'], ring: [] },
  }),
  published('heavy-tail', {
    title: 'Heavy tail, for a test of patience',
    mail: sampled({ kind: 'loguniform', low: 1, high: 10_080 }),
    reply: 1,
    pickUp: 0.67,
    sources: { mail: ['barabasi'], pickUp: ['pielot'] },
  }),
];

/** What the defaults lean on; docs/simulation-model.md says how far. */
const gameSources = ({ mail }: Persona): LibraryPersona['sources'] => ({
  ring: ['tawkon'],
  traffic: ['jackson'],
  ...(mail.profile === 'queue' && mail.check.kind === 'notified' && { mail: ['jackson'] }),
});

/** All of them, those that every scenario can name first; the others are copied into a scenario. */
export const personaLibrary: readonly LibraryPersona[] = [
  ...Object.entries(defaultPersonas).map(
    ([id, persona]): LibraryPersona => ({ id, kind: 'game', persona, sources: gameSources(persona) }),
  ),
  ...publishedPersonas,
];
