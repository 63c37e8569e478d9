import { describe, expect, it } from 'vitest';
import { type Careful, carefulOf } from '@/app/_features/debrief/careful';
import { compared, differenceText, missing } from '@/app/_features/debrief/measureRows';
import { predictionRows } from '@/app/_features/debrief/predictionRows';
import type { DebriefView } from '@/core/contract/debrief';
import { debriefed } from '../support/debriefed';

const mail = debriefed('mail', 'seed', 0);
const call = debriefed('call', 'seed', 1);
const min = 60_000;
const of = <N extends Careful['name']>(runs: DebriefView[], name: N) =>
  carefulOf(runs).find((c): c is Extract<Careful, { name: N }> => c.name === name);
const having = (view: DebriefView, measures: Partial<DebriefView['measures']>): DebriefView => ({
  ...view,
  measures: { ...view.measures, ...measures },
});

describe('the wrong conclusions a run tempts to', () => {
  it('X7: every run is said to be a story and no proof, one or two of them', () => {
    expect(of([mail], 'proof')).toEqual({ name: 'proof', runs: 1 });
    expect(of([mail, call], 'proof')).toEqual({ name: 'proof', runs: 2 });
  });

  it('says that mail is slower only where it was, or did not finish', () => {
    const late = having(mail, { completionTime: 50 * min });
    expect(of([late, having(call, { completionTime: 30 * min })], 'slower')).toMatchObject({ by: 20 * min });
    expect(of([having(mail, { completionTime: null }), call], 'slower')).toMatchObject({ by: null });
    expect(of([late, having(call, { completionTime: 60 * min })], 'slower')).toBeUndefined();
    expect(of([late], 'slower')).toBeUndefined();
  });

  it('X6: names the rows calls won, never those that are zero by construction', () => {
    const won = of(
      [having(mail, { firstAnswer: 9 * min }), having(call, { firstAnswer: 6 * min })],
      'better',
    )?.won;
    expect(won).toContain('firstAnswer');
    expect(won).not.toContain('blockedTime');
  });

  it('holds the time in flight together against the same latencies one after another', () => {
    const came = mail.flights.filter((f) => f.end === 'answered');
    expect(of([mail], 'channel')?.oneByOne).toBe(came.reduce((sum, f) => sum + (f.to ?? 0) - f.from, 0));
    expect(of([having(mail, { inFlightMax: 1 })], 'channel')).toBeUndefined();
    expect(of([call], 'channel')).toBeUndefined();
  });

  it('C5: adds up what calls cost the others', () => {
    expect(of([call], 'minutes')).toMatchObject({
      calls: call.calls.filter((c) => c.connectedMs !== null).length,
      lost: call.measures.timeLostToOthers,
    });
    expect(of([mail], 'minutes')).toBeUndefined();
  });

  it('P9: says nothing about silence before the reveal', () => {
    const ignored = of([mail], 'silence');
    expect(ignored?.how).toBe('ignored');
    expect(of([{ ...mail, reveal: null }], 'silence')).toBeUndefined();
  });
});

describe('the measures of two runs', () => {
  it('are compared call with mail, in whichever order they were played', () => {
    expect(compared([call, mail])?.map((v) => v.mode)).toEqual(['mail', 'call']);
    expect(compared([mail])).toBeNull();
  });

  it('have a signed difference, and none where one is missing', () => {
    expect(differenceText(10 * min, 24 * min, 'time')).toBe('+14 min');
    expect(differenceText(0.75, 0.5, 'share')).toBe('−25 points');
    expect(differenceText(3, 3, 'count')).toBe('0');
    expect(differenceText(null, 3, 'count')).toBeNull();
  });

  it('say why a value is missing', () => {
    expect(missing('latencyQ50', call)).toBe('noMail');
    expect(missing('attemptsPerContact', mail)).toBe('noCall');
    expect(missing('completionTime', mail)).toBe('notFinished');
  });
});

it('a prediction stands beside what came, right or wrong in its direction', () => {
  const runs = [having(mail, { deskDone: 12, firstAnswer: null }), having(call, { deskDone: 9 })];
  expect(
    predictionRows(
      [
        { measure: 'deskDone', higherIn: 'mail', by: 2 },
        { measure: 'blockedTime', higherIn: 'same', by: null },
        { measure: 'firstAnswer', higherIn: 'mail', by: null },
      ],
      runs,
    ),
  ).toMatchObject([
    { came: { higherIn: 'mail', by: 3 }, right: true },
    { came: { higherIn: 'call' }, right: false },
    { came: null, right: null },
  ]);
});
