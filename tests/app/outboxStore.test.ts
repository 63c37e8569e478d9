import { afterEach, describe, expect, it, vi } from 'vitest';
import { Outbox } from '@/app/_lib/outbox';
import type { OutboxItem, OutboxStore } from '@/app/_lib/outboxStore';
import { browserOutbox } from '@/app/_lib/outboxStore';

const letter = { to: 'ada', text: 'hello' };

/** A browser whose storage throws at the first touch, as some do when it is switched off. */
const blockStorage = () =>
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });

async function sendWith(store: OutboxStore) {
  const delivered: OutboxItem[] = [];
  const blocked = vi.fn();
  const outbox = new Outbox({
    store,
    deliver: async (item) => {
      delivered.push(item);
      return { ok: true, n: 1 };
    },
    isOnline: () => true,
    changed: () => undefined,
    blocked,
  });
  await outbox.open();
  const reply = await outbox.send('mail.send', letter, 0);
  return { delivered, blocked, reply };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the outbox in a browser that keeps nothing', () => {
  it('sends all the same, and says that nothing is kept', async () => {
    blockStorage();
    const { delivered, blocked, reply } = await sendWith(browserOutbox('seat'));
    expect(reply).toEqual({ ok: true, n: 1 });
    expect(delivered.map((i) => i.name)).toEqual(['mail.send']);
    expect(blocked).toHaveBeenCalled();
  });

  it('control: storage that throws instead of rejecting would stop the mail', async () => {
    const throwing: OutboxStore = {
      load: async () => [],
      put: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
      drop: async () => undefined,
    };
    await expect(sendWith(throwing)).rejects.toThrow('insecure');
  });
});
