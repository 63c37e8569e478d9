import type { Socket } from 'socket.io-client';
import type { WorldCommand } from '@/core/contract/command';
import type { Frame, Reply, ResumeReply } from '@/core/contract/wire';
import type { BotLine } from '@/server/session/botPlayer';

/** A command that the server has accepted. */
export interface Taken {
  name: WorldCommand['name'];
  commandId: string;
}

/** A bot's way into a run by the door that people use: a socket. Notes what was accepted, refused and never answered. */
export class SocketLine implements BotLine {
  readonly taken: Taken[] = [];
  readonly unanswered: string[] = [];
  refused = 0;
  private commands = 0;

  constructor(
    private readonly socket: Socket,
    private readonly name: string,
    onFrame: (frame: Frame) => void,
  ) {
    socket.on('frame', onFrame);
  }

  come = async (): Promise<boolean> => true;
  go = async (): Promise<void> => undefined;

  async look(): ReturnType<BotLine['look']> {
    const reply = (await this.socket.timeout(20_000).emitWithAck('resume', null)) as ResumeReply;
    if (!reply.ok || !('snapshot' in reply)) return null;
    return { snapshot: reply.snapshot, clock: reply.clock ?? reply.snapshot.view.clock };
  }

  async give({ name, body }: WorldCommand): Promise<boolean> {
    const commandId = `${this.name}-${++this.commands}`.padEnd(16, '-');
    try {
      const reply = (await this.socket.timeout(20_000).emitWithAck(name, { commandId, body })) as Reply;
      if (reply.ok) this.taken.push({ name, commandId });
      else this.refused++;
      return reply.ok;
    } catch {
      this.unanswered.push(commandId);
      return false;
    }
  }
}
