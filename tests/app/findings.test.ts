import { describe, expect, it } from 'vitest';
import { findingsOf } from '@/app/_features/debrief/findings';
import type { DebriefFlight, DebriefView } from '@/core/contract/debrief';
import { type Measures, measureNames } from '@/core/contract/measures';

const min = 60_000;
const none = Object.fromEntries(measureNames.map((name) => [name, null])) as Measures;
const flight = (request: string, from: number, to: number | null): DebriefFlight => ({
  request,
  title: `The ${request}`,
  contact: 'ada',
  from: from * min,
  to: to === null ? null : to * min,
  end: to === null ? 'open' : 'answered',
});

const view = (more: Partial<DebriefView> = {}): DebriefView => ({
  runId: 'r',
  mode: 'mail',
  run: 1,
  scenario: { slug: 'village', version: 1, title: 'Village', language: 'en' },
  start: '2026-03-02T09:00',
  lengthMs: 60 * min,
  endMs: 60 * min,
  reason: 'length',
  clock: { kind: 'scene' },
  felt: { writingMs: 0, readingMs: 0, talkingMs: 0 },
  measures: none,
  requests: [],
  lanes: [{ contact: 'ada', name: 'Ada', role: 'Villager' }],
  flights: [],
  mails: [],
  calls: [],
  cards: [],
  scenes: [],
  reveal: null,
  ...more,
});
const names = (v: DebriefView) => findingsOf(v).map((f) => f.name);

describe('what a run is said to show', () => {
  it('is nothing where nothing happened', () => {
    expect(findingsOf(view())).toEqual([]);
  });

  it('tells apart asking side by side and one by one', () => {
    expect(names(view({ measures: { ...none, inFlightMax: 4 } }))).toEqual(['overlap']);
    expect(names(view({ measures: { ...none, inFlightMax: 1 } }))).toEqual(['oneByOne']);
  });

  it('names the pair of answers that crossed most, and none where the order was kept', () => {
    const crossed = view({
      flights: [flight('bridge', 1, 40), flight('harvest', 5, 9), flight('festival', 6, 30)],
    });
    expect(findingsOf(crossed)).toContainEqual({
      name: 'crossed',
      first: 'The bridge',
      second: 'The harvest',
      share: 0,
    });
    expect(names(view({ flights: [flight('bridge', 1, 5), flight('harvest', 2, 9)] }))).toEqual([]);
  });

  it('says where the slowest answer lay only when it lay long, and what its reader did', () => {
    const reveal = (readMin: number): DebriefView =>
      view({
        flights: [flight('bridge', 0, 30)],
        reveal: {
          seed: 's',
          recipients: [
            {
              contact: 'ada',
              persona: 'Prompt',
              busy: [{ from: 0, to: 20 * min, kind: 'meeting' }],
              checks: [],
              reachable: [],
              calls: [],
              mails: [
                {
                  mailId: 'm1',
                  request: 'bridge',
                  sentMs: 0,
                  readMs: readMin * min,
                  handledMs: 30 * min,
                  verdict: 'answer',
                  chance: 1,
                  u: 0.5,
                  missing: [],
                },
              ],
            },
          ],
        },
      });
    expect(findingsOf(reveal(25))).toContainEqual(
      expect.objectContaining({ name: 'wait', kind: 'meeting', unread: 25 * min }),
    );
    expect(names(reveal(4))).not.toContain('wait');
  });

  it('does not call a request ignored or unread before the reveal', () => {
    expect(names(view({ flights: [flight('bridge', 0, null)] }))).not.toContain('silence');
  });
});
