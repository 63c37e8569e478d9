import { describe, expect, it } from 'vitest';
import { momentsOf } from '@/app/_features/debrief/moments';
import { layoutOf } from '@/app/_features/debrief/timelineLayout';
import type { DebriefView } from '@/core/contract/debrief';
import { debriefed } from '../support/debriefed';

const width = 900;
const layout = (views: readonly DebriefView[], reveal = false) =>
  layoutOf(views, { width, reveal, labelOf: (m) => (m.kind === 'flight' ? m.flight.title : m.kind) });
const [mail, call, free] = (['mail', 'call', 'free'] as const).map((mode, i) => debriefed(mode, 'seed', i));
if (!mail || !call || !free) throw new Error('three runs');

describe('the timeline of several runs', () => {
  it('puts the same moment at the same place in every run', () => {
    const { panels, x } = layout([mail, call]);
    for (const { view, lanes } of panels)
      for (const { moment, box } of lanes.flatMap((l) => l.marks))
        if (moment.kind === 'call' || moment.kind === 'flight') expect(box.x, view.mode).toBe(x(moment.from));
  });

  it('gives every run a lane for the participant and one for each recipient, none over another', () => {
    const { panels } = layout([mail, call, free], true);
    const rows = panels.flatMap((p) => [p.me, ...p.lanes]);
    expect(rows).toHaveLength(3 * (1 + mail.lanes.length));
    rows
      .slice(1)
      .forEach((row, i) => expect(row.y).toBeGreaterThanOrEqual((rows[i]?.y ?? 0) + (rows[i]?.height ?? 0)));
  });

  it('C3: the hatch on my lane is as wide as the calls that blocked me', () => {
    const { panels, x } = layout([call]);
    const hatched = panels[0]?.me.blocked.reduce((sum, b) => sum + b.width, 0) ?? 0;
    expect(hatched).toBeCloseTo(x(call.measures.blockedTime ?? 0), 6);
    expect(hatched).toBeGreaterThan(0);
  });

  it('a call fills its lane; requests in flight are rows of their own', () => {
    const { panels } = layout([free]);
    for (const lane of panels[0]?.lanes ?? []) {
      for (const m of lane.marks.filter((m) => m.moment.kind === 'call'))
        expect(m.box.height).toBe(lane.height);
      const rows = lane.marks.filter((m) => m.moment.kind === 'flight').map((m) => m.box.y);
      expect(new Set(rows).size).toBe(rows.length);
    }
  });

  it('no label lies on another one of its line', () => {
    for (const reveal of [false, true])
      for (const lane of layout([mail, call, free], reveal).panels.flatMap((p) => p.lanes)) {
        const labels = lane.marks.flatMap(({ label, moment }) =>
          label && moment.kind !== 'busy' ? [{ ...label, long: label.text.length * 6 }] : [],
        );
        const spans = labels.map((l) => ({
          y: l.y,
          from: l.anchor === 'end' ? l.x - l.long : l.x,
          long: l.long,
        }));
        for (const [i, a] of spans.entries())
          for (const b of spans.slice(i + 1))
            if (a.y === b.y)
              expect(a.from < b.from ? a.from + a.long <= b.from : b.from + b.long <= a.from).toBe(true);
      }
  });

  it('P9: what nobody could see is drawn only in the reveal', () => {
    const hidden = (reveal: boolean) =>
      momentsOf(call, reveal).filter((m) => m.kind === 'busy' || m.kind === 'reachable' || m.kind === 'lost');
    expect(hidden(false)).toEqual([]);
    expect(hidden(true).length).toBeGreaterThan(0);
  });
});
