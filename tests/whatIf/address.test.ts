import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyNames } from '@/core/contract/policy';
import {
  colleagues,
  parameterNames,
  playerKinds,
  type Question,
  replicationSteps,
  studyMeasures,
} from '@/core/contract/whatIf';
import { questionFrom } from '@/core/contract/whatIfQuestion';
import { queryOf } from '@/core/whatIf/address';
import { parametersOf, settingsOf } from '@/core/whatIf/parameters';

const parameters = parametersOf({ kind: 'colleagues' });
const question: fc.Arbitrary<Question> = fc.record({
  scenario: fc.constantFrom(colleagues, 'launch-week'),
  policies: fc.uniqueArray(fc.constantFrom(...policyNames), { minLength: 1 }),
  players: fc.constantFrom(...playerKinds),
  measure: fc.constantFrom(...studyMeasures),
  sweep: fc.constantFrom(...parameterNames),
  by: fc.option(fc.constantFrom(...parameterNames)),
  settings: fc.dictionary(fc.constantFrom(...parameterNames), fc.integer({ min: 0, max: 480 })),
  replications: fc.constantFrom(...replicationSteps),
  seed: fc.string({ minLength: 1, maxLength: 64, unit: 'binary-ascii' }),
});

/** The query as a page gets it: by way of an address. */
const throughAddress = (asked: Question): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(`${new URLSearchParams(queryOf(asked))}`));

describe('the address of a picture', () => {
  test('asks the same question again, whatever it is', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(questionFrom(throughAddress(asked))).toEqual({ ...asked, settings: { ...asked.settings } });
      }),
    );
  });

  test('with rubbish in it still asks something, and keeps what can be read', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (query) => {
        const asked = questionFrom(query);
        expect(asked.policies.length).toBeGreaterThan(0);
      }),
    );
    expect(
      questionFrom({ sweep: 'mood', check: '20', depth: 'deep', policies: 'hybrid,nobody' }),
    ).toMatchObject({
      sweep: 'depth',
      settings: { check: 20 },
      policies: ['parallel-mailer', 'serial-caller'],
    });
  });

  test('settings out of range come to the nearest there is', () => {
    const settings = settingsOf(parameters, { requests: 400, check: 0, depth: 2.4, connects: 0.9 });
    expect(settings).toMatchObject({ requests: 20, check: 5, depth: 2, connects: 0.7, length: 360 });
  });
});
