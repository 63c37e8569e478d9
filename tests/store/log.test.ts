import { describe, expect, it } from 'vitest';
import { createLog } from '@/server/observe/log';

const logged = (level: string, write: (log: ReturnType<typeof createLog>) => void): string => {
  const lines: string[] = [];
  write(createLog(level, { write: (line) => void lines.push(line) }));
  return lines.join('');
};

describe('the log', () => {
  it('never holds what people typed, nor what opens a door, however deep it lies', () => {
    const canary = 'canary-7f3a';
    const private_ = {
      text: canary,
      subject: canary,
      token: canary,
      tokenHash: canary,
      seed: canary,
      displayName: canary,
    };
    const text = logged('info', (log) => {
      log.info({ ...private_, code: 'blocked' }, 'refused');
      log.info({ command: { name: 'mail.send', body: private_ } }, 'refused');
      log.info({ event: { data: { ...private_, nested: private_ } } }, 'appended');
      log.info({ req: { headers: { cookie: canary, authorization: canary, 'user-agent': 'x' } } }, 'request');
      log.info({ res: { 'set-cookie': canary } }, 'answer');
    });
    expect(text).not.toContain(canary);
    expect(text).toContain('"code":"blocked"');
    expect(text).toContain('mail.send');
  });

  it('leaves out what is below its level', () => {
    expect(logged('warn', (log) => log.info('quiet'))).toBe('');
    expect(logged('silent', (log) => log.fatal('quiet'))).toBe('');
    expect(logged('warn', (log) => log.warn('loud'))).toContain('loud');
  });
});
