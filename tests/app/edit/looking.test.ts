import { expose } from 'comlink';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { faultsOf } from '@/app/_features/edit/model/faults';
import { lookBeside } from '@/app/_features/edit/model/looking';
import { judged } from '@/core/sim/scenario/problems';
import { village, villager } from '../../support/village';

/** A document whose fault only its meaning shows: a person who does not exist is asked. */
const draft = village({ recipients: [villager('ada')] });
const reported = vi.fn<(error: Error) => void>();

/** Makes this the workers of the browser. */
const workers = (start: () => object) =>
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        // biome-ignore lint/correctness/noConstructorReturn: what is started stands for the worker.
        return start();
      }
    },
  );
/** A worker that judges by this function. */
const judging = (by: typeof judged) => () => {
  const { port1, port2 } = new MessageChannel();
  expose({ judged: by }, port1);
  return Object.assign(port2, { terminate: () => port2.close() });
};

beforeEach(() => {
  reported.mockClear();
  vi.stubGlobal('reportError', reported);
});
afterEach(() => vi.unstubAllGlobals());

test('what a worker finds is what the page would find', async () => {
  const asked = vi.fn(judged);
  workers(judging(asked));
  const looking = lookBeside();
  expect(faultsOf(draft)).not.toEqual([]);
  expect(await looking.look(draft)).toEqual(faultsOf(draft));
  expect(asked).toHaveBeenCalledOnce();
  expect(reported).not.toHaveBeenCalled();
  looking.end();
});

test('where no worker can be made the page looks itself, and it is reported', async () => {
  workers(() => {
    throw new DOMException('not allowed here', 'SecurityError');
  });
  const looking = lookBeside();
  expect(await looking.look(draft)).toEqual(faultsOf(draft));
  looking.end();
  expect(reported).toHaveBeenCalledOnce();
});

test('where a worker does not start after all the page looks itself, and it is reported once', async () => {
  workers(() => {
    const worker = Object.assign(new EventTarget(), {
      postMessage: () => undefined,
      terminate: () => undefined,
    });
    queueMicrotask(() => worker.dispatchEvent(new Event('error')));
    return worker;
  });
  const looking = lookBeside();
  expect(await looking.look(draft)).toEqual(faultsOf(draft));
  expect(await looking.look(draft)).toEqual(faultsOf(draft));
  expect(reported).toHaveBeenCalledOnce();
});

test('a fault of the judge is reported with its reason, and the page judges', async () => {
  workers(
    judging(() => {
      throw new RangeError('the judge stumbled');
    }),
  );
  expect(await lookBeside().look(draft)).toEqual(faultsOf(draft));
  expect(String(reported.mock.calls[0]?.[0].cause)).toContain('the judge stumbled');
});
