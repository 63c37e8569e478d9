import { describe, expect, it } from 'vitest';
import { setAt } from '@/app/_features/edit/model/change';
import {
  blocks,
  type Fault,
  faultsOf,
  isWithin,
  type Path,
  tallied,
} from '@/app/_features/edit/model/faults';
import { fieldId, placeOf } from '@/app/_features/edit/model/places';
import { allPacks, packFile } from '../../support/packFiles';

const pack = packFile('launch-week-quick');
const at = (path: Path, value: unknown): Fault[] =>
  faultsOf(setAt(pack, path, value)).filter((f) => f.severity === 'error');

describe('faults of a draft', () => {
  it('no pack has an error', () => {
    for (const each of allPacks()) expect(blocks(faultsOf(each)), each.slug).toBe(false);
  });

  it.each<[Path, unknown, string]>([
    [['title'], '', 'empty'],
    [['brief', 'story'], 'x'.repeat(901), 'tooLong'],
    [['requests', 0, 'phrasings'], [], 'tooFew'],
    [['requests', 0, 'recipient'], '', 'choose'],
    [['requests', 0, 'recipient'], 'nobody', 'unknown'],
    [['requests', 0, 'answer'], 'word '.repeat(21), 'too-long'],
    [['requests', 0, 'details'], ['policy'], 'cycle'],
    [['requests', 1, 'title'], pack.requests[0]?.title, 'duplicate'],
    [['requests', 1, 'id'], pack.requests[0]?.id, 'duplicate'],
    [['mail', 0, 'at'], 999, 'never-arrives'],
    [['mail', 0, 'at'], undefined, 'either'],
    [['start'], '2026-02-30T09:00', 'date'],
    [['start'], 'soon', 'pattern'],
    [['lengthMin'], 1, 'tooLow'],
    [['desk', 'cards'], [], 'tooFew'],
    [['recipients', 4, 'tune', 'reply', 'chance'], [0, 0, 0], 'unreachable'],
  ])('%j set to %j is one: %s', (path, value, code) => {
    const faults = at(path, value);
    expect(faults.map((f) => f.code)).toContain(code);
    expect(blocks(faults)).toBe(true);
  });

  it('what follows from a fault of the form is not told twice', () => {
    expect(at(['requests', 0, 'recipient'], '')).toHaveLength(1);
    expect(at(['recipients', 0, 'persona'], '')).toHaveLength(1);
  });

  it('a request without a way to ask has no text to offer, and is told once', () => {
    const bare = setAt(setAt(pack, ['requests', 0, 'phrasings'], []), ['requests', 0, 'ask'], '');
    expect(
      faultsOf(bare)
        .filter((f) => f.severity === 'error')
        .map((f) => f.path.join('.')),
    ).toEqual(['requests.0.phrasings']);
    const silent = setAt(pack, ['requests', 0, 'ask'], '');
    expect(
      faultsOf(silent)
        .filter((f) => f.severity === 'error')
        .map((f) => f.path.join('.')),
    ).toEqual(['requests.0.ask']);
  });

  it('checks go on beside a fault of the form elsewhere', () => {
    const broken = setAt(setAt(pack, ['title'], ''), ['mail', 0, 'at'], 999);
    expect(faultsOf(broken).map((f) => f.code)).toEqual(expect.arrayContaining(['empty', 'never-arrives']));
  });

  it('every fault leads to a section, and those of an item to the item', () => {
    for (const path of [
      ['requests', 2, 'answer'],
      ['mail', 1, 'text'],
      ['recipients', 3, 'role'],
    ] as Path[]) {
      const [fault] = at(path, '');
      expect(fault?.path).toEqual(path);
      const list = path[0] === 'requests' ? pack.requests : path[0] === 'mail' ? pack.mail : pack.recipients;
      expect(placeOf(pack, path)).toEqual({ section: path[0], item: list[Number(path[1])]?.id });
    }
    expect(placeOf(pack, ['brief', 'goal'])).toEqual({ section: 'brief', item: null });
    expect(placeOf(pack, ['desk', 'cards', 0, 'low']).section).toBe('desk');
    expect(fieldId(['requests', 2, 'answer'])).toBe('f-requests.2.answer');
  });

  it('a fault is within its place and no other', () => {
    const [fault] = at(['requests', 2, 'answer'], '');
    if (!fault) throw new Error('no fault');
    expect(isWithin(fault, ['requests', 2])).toBe(true);
    expect(isWithin(fault, ['requests', 1])).toBe(false);
  });

  it('tips are counted only where nothing is to be checked', () => {
    const [fault] = at(['title'], '');
    if (!fault) throw new Error('no fault');
    const tip: Fault = { ...fault, severity: 'advice' };
    expect(tallied([])).toMatchObject({ count: 0 });
    expect(tallied([tip, tip])).toEqual({ weight: 'advice', count: 2 });
    expect(tallied([tip, fault, tip])).toEqual({ weight: 'error', count: 1 });
  });
});
