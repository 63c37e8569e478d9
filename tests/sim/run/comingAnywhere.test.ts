import { expect, test } from 'vitest';
import type { CommandInput, CommandName, WorldCommand } from '@/core/contract/command';
import type { NewEvent } from '@/core/contract/event';
import type { Member } from '@/core/contract/ids';
import { apply } from '@/core/sim/run/apply';
import { nextDue } from '@/core/sim/run/due';
import { newRun } from '@/core/sim/run/state';
import { createWorld } from '@/core/sim/world';
import { Play } from '@/tests/support/play';
import { type Chance, randomScenario } from '@/tests/support/randomScenario';
import { generator } from '@/tests/view/random';

const worlds = 180;
type Name = CommandName & WorldCommand['name'];

/** Somebody in a team who does now this and now that. */
class Dabbler {
  constructor(
    private readonly play: Play,
    private readonly u: Chance,
    private readonly members: readonly Member[],
  ) {}

  private one<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.u() * list.length)];
    if (found === undefined) throw new RangeError('nothing to choose from');
    return found;
  }

  /** Something that may be refused. */
  act(min: number): void {
    const { play, u } = this;
    const { state } = play;
    const who = this.one(this.members);
    const give = <K extends Name>(name: K, body: CommandInput<K>) => void play.attempt(min, name, body, who);
    const request = this.one([...state.world.requests.values()]);
    const details = [...state.facts.keys()].filter(() => u() < 0.7).slice(0, 8);
    const mails = [...state.mails.values()];
    const mail = mails.length > 0 ? this.one(mails) : null;
    const roll = u();
    if (roll < 0.03) give('scene.open', { scene: 'compose' });
    else if (roll < 0.05) give('scene.close', { scene: 'compose' });
    else if (roll < 0.08 && mail) give('mail.undo', { mailId: mail.mailId });
    else if (roll < 0.13 && mail) give('mail.open', { mailId: mail.mailId });
    else if (roll < 0.16 && mail) give('mail.remind', { mailId: mail.mailId, text: '' });
    else if (roll < 0.2)
      give('mail.sendLater', {
        ...{ to: request.recipient, subject: 's', text: '', details },
        ...{ asks: [request.id], inMin: 1 + Math.floor(u() * 30) },
      });
    else if (roll < 0.21)
      play.control(min, { name: 'control.extend', body: { byMin: 10 + Math.floor(u() * 60) } });
    else if (state.world.header.mode !== 'mail' && u() < 0.8) this.onThePhone(min, who, details);
    else
      give('mail.send', {
        ...{ to: request.recipient, subject: 'Hello', text: '', asks: [request.id], details },
        ...(u() < 0.3 && { followUpMin: 5 + Math.floor(u() * 20) }),
      });
  }

  private onThePhone(min: number, who: Member, details: string[]): void {
    const { play, u } = this;
    const { live, world } = play.state;
    const own = live.find((c) => c.actor === who);
    const rings = live.find((c) => c.direction === 'in' && c.phase === 'ringing');
    const asks = [...world.requests.values()].filter((r) => r.recipient === own?.contact).map(({ id }) => id);
    const give = <K extends Name>(name: K, body: CommandInput<K>) => void play.attempt(min, name, body, who);
    if (own?.phase === 'voicemail' && u() < 0.6) {
      give('call.leaveVoicemail', { callId: own.callId, asks: asks.slice(0, 1), details, text: '' });
    } else if (own && u() < 0.2) give('call.hangUp', { callId: own.callId });
    else if (own) give('call.say', { callId: own.callId, asks: asks.slice(0, 3), details, text: '' });
    else if (rings && u() < 0.7) give(u() < 0.8 ? 'call.accept' : 'call.decline', { callId: rings.callId });
    else {
      // Most of them ring the same person, so that some wait on the line.
      const { recipients } = world.header.scenario;
      give('call.dial', { to: u() < 0.8 ? (recipients[0]?.id ?? '') : this.one(recipients).id });
    }
  }
}

/** What happens to a team of one to three in a world that nobody thought of. */
function played(n: number): Play {
  const u = generator(n * 7919);
  const scenario = randomScenario(u);
  const mode = (['mail', 'call', 'call', 'free', 'free'] as const)[Math.floor(u() * 5)] ?? 'free';
  const members = (['p1', 'p2', 'p3'] as const).slice(0, 1 + Math.floor(u() * 3));
  const play = new Play(scenario, `anywhere-${n}`, { mode, members: [...members], receipts: u() < 0.5 });
  const someone = new Dabbler(play, u, members);
  const step = scenario.lengthMin / 120;
  for (let min = 0.2; min < scenario.lengthMin && !play.until(min).state.ended; min += u() * step * 2)
    someone.act(Math.round(min * 60_000) / 60_000);
  return play.until(play.state.world.lengthMs / 60_000);
}

/** The events after which looking everywhere anew finds something else than what is kept. */
function differences({ log, state }: Play): string[] {
  const { scenario, mode, seed, receipts } = state.world.header;
  const again = newRun(createWorld({ scenario, mode, seed, receipts, runIndex: 0 }));
  return log.flatMap((event: NewEvent, i) => {
    apply(again, event);
    const kept = nextDue(again);
    again.coming.everything();
    return nextDue(again) === kept ? [] : `${i} ${event.type}`;
  });
}

test('T4: in any world, for teams too, looking only where an event may have changed something finds what looking everywhere does', () => {
  const runs = Array.from({ length: worlds }, (_, n) => played(n + 1));
  for (const play of runs) expect(differences(play)).toEqual([]);
  const types = new Set(runs.flatMap(({ log }) => log.map((e) => e.type)));
  // What the runs of bots alone do not come to.
  for (const type of [
    'call.held',
    'run.extended',
    'call.messageLeft',
    'mail.undone',
    'call.incoming',
  ] as const)
    expect(types, `nothing of ${type}`).toContain(type);
});
