import { describe, expect, test } from 'vitest';
import { isMission, type Recipient, type Request, type Scenario } from '@/core/contract/scenario';
import { wordCount } from '@/core/contract/wordCount';
import { prerequisitesOf } from '@/core/sim/scenario/depth';
import { personaOf } from '@/core/sim/scenario/personaOf';
import { localStart, minutesOfDay } from '@/core/sim/time/localTime';
import { packsFolder } from '@/server/catalog/packs';
import { readScenarioFolder } from '@/server/catalog/scenarioFile';
import { isToy } from '../support/packFiles';

const files = await readScenarioFolder(packsFolder);
const packs = files.flatMap(({ result }) =>
  result.ok && isMission(result.scenario) ? [result.scenario] : [],
);
const required = (s: Scenario) => s.requests.filter((r) => r.required);
const owner = (s: Scenario, id: string): Recipient => {
  const found = s.recipients.find((r) => r.id === id);
  if (!found) throw new Error(`no ${id} in ${s.slug}`);
  return found;
};
const pack = (slug: string): Scenario => {
  const found = packs.find((s) => s.slug === slug);
  if (!found) throw new Error(`no pack ${slug}`);
  return found;
};

const short: Record<string, string> = {
  'quick-notifier': 'quick',
  'phone-person': 'phone',
  'focus-specialist': 'focus',
  'never-unless-reminded': 'reminded',
  'overloaded-manager': 'manager',
  'out-of-office': 'away',
};

/** `phone* [d f]`: who, whether something unannounced is needed, and which requests (by letter in file order) must come before. */
function notation(s: Scenario, r: Request): string {
  const { persona } = owner(s, r.recipient);
  const letter = (p: Request) => String.fromCharCode(97 + s.requests.indexOf(p));
  const before = prerequisitesOf(s, r).map(letter).sort();
  const needs = before.length > 0 ? ` [${before.join(' ')}]` : '';
  return `${short[persona] ?? persona}${r.hidden.length > 0 ? '*' : ''}${needs}`;
}

describe('A4: who is asked, what is not announced (*), and what must come before, as balanced', () => {
  test.each([
    ['launch-week-taste', 'quick, phone, focus*, reminded'],
    ['launch-week-quick', 'quick, phone, away, focus*, reminded, batcher [a]'],
    [
      'launch-week',
      'quick, batcher, phone, away, focus*, reminded, part-timer [a], focus [c], phone* [e f], manager [b h]',
    ],
    [
      'supply-shortage',
      'quick, batcher, batcher, away, manager, manager, part-timer, part-timer, focus, focus*, reminded, phone*',
    ],
    ['field-trip', 'quick, focus* [a], away, reminded [b], phone [d], manager [e], batcher, part-timer*'],
    [
      'incident',
      'quick, phone*, away, focus [a], batcher, reminded [d], batcher, part-timer [g], manager [e f], quick [h]',
    ],
    ['hiring-panel', 'quick, away, part-timer, batcher, focus* [a], phone, reminded [c f], manager [d e g]'],
    [
      'moving-house',
      'quick, phone, batcher* [j], reminded, focus, manager, part-timer, away, batcher, quick',
    ],
    ['thesis', 'quick, focus* [a], reminded [b f], manager [c], phone [d], batcher, part-timer, away'],
    ['newsroom', 'quick, phone, away, focus [a], reminded*, batcher [d]'],
    [
      'street-festival',
      'quick, counter [a], phone* [a], part-timer, focus [b], counter [b c d e], reminded [d], batcher [i], quick, away',
    ],
    ['pancakes', 'quick, batcher, focus, phone [a b c]'],
  ])('%s: %s', (slug, shape) => {
    const s = pack(slug);
    expect(required(s).map((r) => notation(s, r))).toEqual(shape.split(', '));
  });
});

describe('figures that differ from the default personas, as balanced', () => {
  const tuned = (slug: string, persona: string) => {
    const s = pack(slug);
    const found = s.recipients.find((r) => r.persona === persona && r.address === 'valid');
    if (!found) throw new Error(`no ${persona} in ${slug}`);
    const { meetings, away, mail, reply, call } = personaOf(s, found);
    const gap = mail.profile === 'queue' && mail.check.kind === 'interval' ? mail.check.gap : undefined;
    const mean = gap?.kind === 'uniform' ? (gap.low + gap.high) / 2 : 'notified';
    return { meetings: meetings.perSixHours, away: away.share, gap: mean, chance: reply.chance, ...call };
  };
  test.each([
    ['launch-week-taste', 'phone-person', { gap: 12, meetings: 0 }],
    ['launch-week-taste', 'focus-specialist', { gap: 8, meetings: 0 }],
    ['launch-week-taste', 'never-unless-reminded', { gap: 4, meetings: 0, chance: [0, 1, 1] }],
    ['launch-week-quick', 'quick-notifier', { meetings: 0, away: 0.06, pickUp: 0.97, chance: [1, 1, 1] }],
    ['launch-week-quick', 'phone-person', { gap: 25, meetings: 0.5 }],
    ['launch-week-quick', 'never-unless-reminded', { gap: 8, chance: [0, 1, 1] }],
    ['launch-week-quick', 'batcher', { gap: 30, meetings: 1.5 }],
    ['supply-shortage', 'quick-notifier', { pickUp: 0.55, meetings: 2 }],
    ['supply-shortage', 'batcher', { pickUp: 0.5, gap: 30, meetings: 2 }],
    ['supply-shortage', 'part-timer', { pickUp: 0.55, gap: 12 }],
    ['supply-shortage', 'never-unless-reminded', { pickUp: 0.45, gap: 10 }],
    ['supply-shortage', 'overloaded-manager', { pickUp: 0.45, chance: [0.7, 0.88, 0.94] }],
    ['supply-shortage', 'focus-specialist', { pickUp: 0.25, gap: 12 }],
    ['supply-shortage', 'phone-person', { pickUp: 0.7, busyShare: 0.2, gap: 30 }],
  ])('%s, %s: %o', (slug, persona, figures) => {
    expect(tuned(slug, persona)).toMatchObject(figures);
  });

  test.each(['launch-week', 'field-trip'])('%s uses the default personas but for hours', (slug) => {
    const tunes = pack(slug).recipients.flatMap((r) => (r.tune ? Object.keys(r.tune) : []));
    expect(tunes.filter((part) => part !== 'calendar')).toEqual([]);
  });
});

describe.each(packs.map((s) => [s.slug, s] as const))('%s', (_, s) => {
  test('P1: everybody is at work when the run starts, part-timers an hour later at most', () => {
    const start = localStart(s.start).minuteOfDay;
    const late = s.recipients.flatMap((r) => {
      const from = minutesOfDay(personaOf(s, r).calendar.from) - (r.utcOffsetMin - s.utcOffsetMin);
      return from <= start + (r.persona === 'part-timer' ? 60 : 0) ? [] : [`${r.id} ${from - start}`];
    });
    expect(late).toEqual([]);
  });

  test('P5: whoever is out of office has the quick notifier as deputy, and an outdated address owns nothing', () => {
    for (const r of s.recipients) {
      if (r.outOfOffice) expect(owner(s, r.outOfOffice.deputy).persona).toBe('quick-notifier');
      if (r.address === 'outdated') expect(s.requests.map((q) => q.recipient)).not.toContain(r.id);
    }
  });

  test('P7: at most two items come as calls; those for quiet come after 20 to 25 minutes', () => {
    const quiet = s.mail.flatMap((m) => (m.on && 'quiet' in m.on ? [m.on.quiet] : []));
    expect(s.mail.filter((m) => m.asCall).length).toBeLessThanOrEqual(2);
    expect(quiet.length).toBeGreaterThanOrEqual(isToy(s) ? 0 : 2);
    expect(quiet.filter((minutes) => minutes < 20 || minutes > 25)).toEqual([]);
  });

  test('A1: every request has four to eight phrasings and keywords, and no two people sound alike', () => {
    for (const r of s.requests) {
      expect(r.phrasings.length, r.id).toBeGreaterThanOrEqual(4);
      expect(r.phrasings.length, r.id).toBeLessThanOrEqual(8);
      expect(r.keywords.length, r.id).toBeGreaterThan(0);
    }
    const heard = s.recipients.filter((r) => r.address === 'valid' && !r.outOfOffice);
    for (const part of ['clarify', 'unmatched', 'forward'] as const)
      expect(new Set(heard.map((r) => r.voice[part])).size).toBe(heard.length);
  });

  test('the story is told in 80 words, and what an answer gives stands in it or in its detail', () => {
    expect(wordCount(s.brief.story)).toBeLessThanOrEqual(80);
    const given = new Set([...s.requests, ...s.mail].map((g) => g.gives));
    const dead = s.details.filter((d) => !given.has(d.id) && !d.known);
    expect(dead.map((d) => d.id)).toEqual([]);
  });

  test('D1: desk work has at least three kinds of cards with eight things or more each', () => {
    expect(new Set(s.desk.cards.map((c) => c.kind)).size).toBe(isToy(s) ? 2 : 3);
    for (const card of s.desk.cards)
      if (card.kind !== 'match') expect(card.items.length).toBeGreaterThanOrEqual(8);
  });
});
