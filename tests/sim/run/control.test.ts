import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/core/sim/canonical';
import { minute } from '@/core/sim/time/localTime';
import { createWorld } from '@/core/sim/world';
import { allPacks, packFile } from '../../support/packFiles';
import { Play } from '../../support/play';
import { village } from '../../support/village';

describe('what a facilitator does to a run', () => {
  it('T9: ends it, with what was due and the call that is going on', () => {
    const play = new Play(village(), 'seed', { mode: 'call' });
    play.at(1, 'call.dial', { to: 'ada' });
    play.control(1.05, { name: 'control.end', body: {} });
    expect(play.of('call.ended').at(-1)?.data.reason).toBe('cutOff');
    expect(play.of('run.ended').at(-1)).toMatchObject({
      actor: 'facilitator',
      data: { reason: 'facilitator' },
    });
    expect(play.control(1.1, { name: 'control.end', body: {} })).toBe('ended');
  });

  it('brings in a mail from anybody of the scenario, unread and in a thread of its own', () => {
    const play = new Play(village());
    const body = { from: 'ben', subject: 'News', text: 'There is cake.' };
    play.control(5, { name: 'control.inject', body });
    const mail = [...play.state.mails.values()].at(-1);
    expect(mail).toMatchObject({ contact: 'ben', subject: 'News', text: 'There is cake.', opened: false });
    expect(play.control(6, { name: 'control.inject', body: { ...body, from: 'nobody' } })).toBe('unknown');
  });

  it('P7: triggers an authored mail, which then does not come again by itself', () => {
    const pack = packFile('launch-week-taste');
    const [item] = pack.mail;
    if (!item) throw new Error('the pack has no mail');
    const play = new Play(pack);
    play.control(0.5, { name: 'control.trigger', body: { item: item.id } });
    expect(play.control(0.6, { name: 'control.trigger', body: { item: item.id } })).toEqual([]);
    play.until(pack.lengthMin);
    const came = play.of('mail.received').filter((e) => e.data.authored === item.id);
    expect(came.map((e) => e.simMs)).toEqual([minute / 2]);
    expect(play.of('run.ended')).toHaveLength(1);
  });

  it('gives more time: the run ends later, and the log up to the old end is what it would have been', () => {
    for (const pack of allPacks()) {
      const ask = (play: Play) => {
        for (const [i, r] of pack.requests.entries())
          play.at(1 + i / 10, 'mail.send', { to: r.recipient, subject: r.title, asks: [r.id] });
        return play;
      };
      const plain = ask(new Play(pack, 'seed'));
      const longer = ask(new Play(pack, 'seed'));
      longer.control(2, { name: 'control.extend', body: { byMin: 45 } });
      plain.until(pack.lengthMin);
      longer.until(pack.lengthMin);
      const told = (play: Play) =>
        play.log.filter((e) => e.type !== 'run.extended' && e.type !== 'run.ended').map(canonicalJson);
      expect(told(longer), pack.slug).toEqual(told(plain));
      longer.until(pack.lengthMin + 60);
      expect(longer.of('run.ended')[0]?.simMs, pack.slug).toBe((pack.lengthMin + 45) * minute);
    }
  });

  it('R1: a longer world has the same agendas and traffic before the old end', () => {
    for (const pack of allPacks()) {
      const header = { mode: 'mail', seed: 'seed', receipts: true, runIndex: 0 } as const;
      const short = createWorld({ ...header, scenario: pack });
      const long = createWorld({ ...header, scenario: { ...pack, lengthMin: pack.lengthMin + 240 } });
      for (const [id, person] of short.people) {
        const until = short.lengthMs;
        const early = <T extends { from: number }>(list: readonly T[]) => list.filter((x) => x.from < until);
        expect(early(long.people.get(id)?.agenda.whole ?? []), `${pack.slug} ${id}`).toEqual(
          early(person.agenda.whole),
        );
        for (let k = 0, at = person.box.traffic.at(0); at !== undefined; at = person.box.traffic.at(++k))
          expect(long.people.get(id)?.box.traffic.at(k)).toBe(at);
      }
    }
  });

  it('a run cannot be made longer than twenty days', () => {
    const play = new Play(village());
    expect(play.control(1, { name: 'control.extend', body: { byMin: 20 * 24 * 60 } })).toBe('notPossible');
  });
});
