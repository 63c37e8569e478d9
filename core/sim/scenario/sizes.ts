import type { AuthoredMail, Scenario } from '@/core/contract/scenario';
import { wordCount } from '@/core/contract/wordCount';
import { nameWord } from '../chance/draw';
import { minute, minutesOfDay } from '../time/localTime';
import { quietLimit, undoMs } from '../world';
import { depthOf } from './depth';
import { personaOf } from './personaOf';
import { defaultPersonas } from './personas';
import type { Problem } from './problem';

const answerWords = 20;
const mailWords = 60;
const mostCalls = 2;

/** Texts a player reads while the clock runs are short (BAL 1: answers of at most 20 words). */
export function lengths({ requests, mail }: Scenario): Problem[] {
  const long = (path: Problem['path'], text: string, most: number): Problem[] => {
    const words = wordCount(text);
    const message = `has ${words} words; ${most} is the most`;
    return words > most ? [{ path, code: 'too-long', message, values: { words, most } }] : [];
  };
  return [
    ...requests.flatMap((r, i) => long(['requests', i, 'answer'], r.answer, answerWords)),
    ...mail.flatMap((m, i) => long(['mail', i, 'text'], m.text, mailWords)),
  ];
}

/** P7: at most two items come as calls, and at most four wait for quiet. */
export function counts({ mail }: Scenario): Problem[] {
  const count = (items: AuthoredMail[], most: number, what: 'calls' | 'quiet'): Problem[] => {
    const message = `${items.length} items ${what === 'calls' ? 'come as calls' : 'wait for quiet'}; ${most} is the most`;
    const values = { what, count: items.length, most };
    return items.length > most ? [{ path: ['mail'], code: 'too-many', message, values }] : [];
  };
  return [
    ...count(
      mail.filter((m) => m.asCall),
      mostCalls,
      'calls',
    ),
    ...count(
      mail.filter((m) => m.on && 'quiet' in m.on),
      quietLimit,
      'quiet',
    ),
  ];
}

/** What is due only after the run has ended would never be seen, and a chain needs its time. */
export function timing(scenario: Scenario): Problem[] {
  const { mail, lengthMin } = scenario;
  const late = mail.flatMap((m, i): Problem[] => {
    const why = whyNeverArrives(scenario, m);
    return why === null ? [] : [{ path: ['mail', i, m.on ? 'on' : 'at'], code: 'never-arrives', ...why }];
  });
  const least = ((depthOf(scenario) ?? 0) * undoMs) / minute;
  const short: Problem[] =
    least < lengthMin
      ? []
      : [
          {
            path: ['lengthMin'],
            code: 'too-short',
            message: `the longest chain of requests needs more than ${least} minutes; the run lasts ${lengthMin}`,
            values: { minutes: least, length: lengthMin },
          },
        ];
  return [...late, ...short];
}

function whyNeverArrives(
  { lengthMin, requests }: Scenario,
  { at = 0, delay, on }: AuthoredMail,
): Pick<Problem, 'message' | 'values'> | null {
  const required = requests.filter((r) => r.required).length;
  if (on && 'solved' in on && on.solved > required)
    return {
      message: `waits for ${on.solved} solved requests; the mission has ${required} that are required`,
      values: { why: 'solved', count: on.solved, most: required },
    };
  const wait =
    on && 'notAnsweredAfter' in on ? on.notAnsweredAfter.minutes : on && 'quiet' in on ? on.quiet : at;
  const minutes = wait + delay;
  if (minutes < lengthMin) return null;
  const message = `comes after ${minutes} minutes; the run lasts ${lengthMin}`;
  return { message, values: { why: 'late', count: minutes, most: lengthMin } };
}

/** The start is a day of the calendar. */
export function startDate({ start }: Scenario): Problem[] {
  return isDate(start) ? [] : [{ path: ['start'], code: 'date', message: 'there is no such day' }];
}

function isDate(text: string): boolean {
  const [year = 0, month = 0, dayOfMonth = 0] = [text.slice(0, 4), text.slice(5, 7), text.slice(8, 10)].map(
    Number,
  );
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return dayOfMonth >= 1 && dayOfMonth <= days;
}

/** Pairs of figures that must stand in order. */
export function ranges(scenario: Scenario): Problem[] {
  return [...workingHours(scenario), ...deskRanges(scenario)];
}

function workingHours(scenario: Scenario): Problem[] {
  return scenario.recipients.flatMap((r, i): Problem[] => {
    if (!scenario.personas[r.persona] && !defaultPersonas[r.persona]) return [];
    const { from, to, lunch } = personaOf(scenario, r).calendar;
    const path = r.tune?.calendar ? ['recipients', i, 'tune', 'calendar'] : ['recipients', i, 'persona'];
    if (minutesOfDay(from) >= minutesOfDay(to)) {
      const message = `working hours must end after they begin: ${from} to ${to}`;
      return [{ path, code: 'range', message, values: { why: 'hours', from, to } }];
    }
    if (!lunch || minutesOfDay(lunch.earliest) + lunch.minutes <= minutesOfDay(lunch.latest)) return [];
    const { earliest, latest, minutes } = lunch;
    const message = `a lunch of ${minutes} minutes does not fit between ${earliest} and ${latest}`;
    return [{ path, code: 'range', message, values: { why: 'lunch', from: earliest, to: latest, minutes } }];
  });
}

function deskRanges({ desk }: Scenario): Problem[] {
  return desk.cards.flatMap((card, i): Problem[] => {
    if (card.kind === 'sum' && card.low >= card.high)
      return [
        {
          path: ['desk', 'cards', i, 'low'],
          code: 'range',
          message: 'low must be below high',
          values: { why: 'amounts' },
        },
      ];
    if (card.kind !== 'sort') return [];
    return card.items.flatMap((item, k): Problem[] =>
      item.bucket < card.buckets.length
        ? []
        : [
            {
              path: ['desk', 'cards', i, 'items', k, 'bucket'],
              code: 'range',
              message: `there is no bucket ${item.bucket}; they count from 0 to ${card.buckets.length - 1}`,
              values: { why: 'group', text: item.text },
            },
          ],
    );
  });
}

/** R1: draws are keyed by hashed names, so no two names may share a hash. */
export function collisions({ recipients, requests, mail }: Scenario, hash = nameWord): Problem[] {
  const known = new Map([
    ...mail.map(({ id, subject }) => [id, subject] as const),
    ...requests.map(({ id, title }) => [id, title] as const),
    ...recipients.map(({ id, name }) => [id, name] as const),
  ]);
  const names = [...new Set([...recipients, ...requests, ...mail].map((x) => x.id))];
  const hashes = names.map(hash);
  const called = (at: number): string => known.get(names[at] ?? '') ?? '';
  return hashes.flatMap((word, i): Problem[] => {
    const first = hashes.indexOf(word);
    return first === i
      ? []
      : [
          {
            path: [],
            code: 'names-collide',
            message: `“${names[i]}” and “${names[first]}” have the same hash; rename one of them`,
            values: { one: called(i), other: called(first) },
          },
        ];
  });
}
