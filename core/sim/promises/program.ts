import type { EventOf, NewEvent } from '@/core/contract/event';
import type { Asking, RequestStory } from './story';

/** A run written as a program, and what its functions do in this run. Times in seconds of simulated time since the start. */
export interface Program {
  code: string;
  /** What each mail and reply of a request leads to, by request, asking and step; null for nothing. */
  timings: Record<string, Array<Array<{ at: number; is: 'answer' | 'question' | 'bounce' } | null>>>;
  /** When every statement of every call is over, in order. */
  calls: Array<{ connected: boolean; at: number; says: number[]; endsAt: number }>;
  endsAt: number;
}

const seconds = (ms: number): number => ms / 1_000;
const quoted = (text: string): string => JSON.stringify(text).replaceAll('"', "'");

/** A request's name as a function's: letters and digits only, unlike every word of the language. */
export const functionName = (request: string): string =>
  `ask${request.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter: string) => letter.toUpperCase())}`;

interface Statement {
  at: number;
  seq: number;
  lines: string[];
  /** A call is entered at its own time without waiting. */
  waits: boolean;
}

/**
 * The code that would have made this run: one async function for each request asked by mail, every call a statement that returns when
 * it is over, in the order of the log. `timeOf` writes a moment as the participant saw it.
 */
export function programOf(
  log: readonly NewEvent[],
  stories: readonly RequestStory[],
  timeOf: (simMs: number) => string,
): Program {
  const endMs = log.reduce((last, e) => Math.max(last, e.simMs), 0);
  const mailed = stories.filter((s) => s.askings.length > 0);
  const calls = callsIn(log);
  const statements = [
    ...mailed.map((s) => startOf(s, timeOf)),
    ...calls.map((c) => callStatement(c, timeOf)),
  ].sort((a, b) => a.at - b.at || a.seq - b.seq);
  const code = [
    ...mailed.flatMap((s) => [...requestFunction(s, timeOf), '']),
    'async function theDay() {',
    ...statements.flatMap((s) => s.lines.map((l) => `  ${l}`)),
    '  await Promise.race([Promise.allSettled(pending), end]);',
    '}',
  ].join('\n');
  return {
    code,
    timings: Object.fromEntries(
      mailed.map((s) => [s.request, s.askings.map((a) => a.outcomes.map(inSeconds))]),
    ),
    calls: calls.map((c) => ({
      connected: c.connectedMs !== null,
      at: seconds(c.connectedMs ?? c.endMs),
      says: c.heard.map((h) => seconds(h.simMs)),
      endsAt: seconds(c.endMs),
    })),
    endsAt: seconds(endMs),
  };
}

const inSeconds = (o: Asking['outcomes'][number]) => o && { at: seconds(o.at), is: o.is };

function startOf(story: RequestStory, timeOf: (simMs: number) => string): Statement {
  const at = story.askings[0]?.at ?? 0;
  return {
    at,
    seq: 0,
    waits: true,
    lines: [
      `await until(${seconds(at)}); // ${timeOf(at)}`,
      `start(${quoted(story.request)}, ${functionName(story.request)}());`,
    ],
  };
}

/** The simplest code with the same effect: one mail; a chain of questions; reminders as further tries, of which any answer counts. */
function requestFunction(story: RequestStory, timeOf: (simMs: number) => string): string[] {
  const name = functionName(story.request);
  const before = story.settled?.at ?? Number.MAX_VALUE;
  const [first, ...more] = story.askings.filter((a) => a.at <= before || a === story.askings[0]);
  if (!first) return [];
  const answered = story.settled !== null && story.settled.by === 'mail';
  const one = more.length === 0;
  const body = one ? single(story, first, answered) : several(story, first, more, answered, timeOf);
  return [`async function ${name}() {`, ...body.map((l) => `  ${l}`), '}'];
}

const asksBack = (a: Asking): boolean => a.outcomes.some((o) => o?.is === 'question');
/** A bounce rejects; where another way led on, the program waits for that instead. */
const survives = (story: RequestStory, a: Asking): boolean =>
  a.outcomes.some((o) => o?.is === 'bounce') && story.settled?.how !== 'rejected';
const asked = (story: RequestStory, a: Asking): string => {
  const mail = `${a.by === 'remind' ? 'remind' : 'mail'}(${quoted(a.to)}, ${quoted(story.request)})`;
  return survives(story, a) ? `${mail}.catch(() => end)` : mail;
};

function single(story: RequestStory, a: Asking, answered: boolean): string[] {
  const promise = asked(story, a);
  if (asksBack(a)) {
    const chain = [
      `let m = await ${promise};`,
      'while (m.question) m = await m.reply();',
      'return m.answer;',
    ];
    if (answered) return chain;
    return [
      'const asked = async () => {',
      ...chain.map((l) => `  ${l}`),
      '};',
      'return Promise.race([asked(), end]);',
    ];
  }
  if (answered) return [`const m = await ${promise};`, 'return m.answer;'];
  return [`return Promise.race([${promise}, end]); // no answer came this way`];
}

function several(
  story: RequestStory,
  first: Asking,
  more: readonly Asking[],
  answered: boolean,
  timeOf: (simMs: number) => string,
): string[] {
  const lines = [`const tries = [answerTo(${asked(story, first)})];`];
  for (const next of more) {
    lines.push(`await Promise.race([noAnswerIn(tries), until(${seconds(next.at)})]); // ${timeOf(next.at)}`);
    lines.push(`tries.push(answerTo(${asked(story, next)}));`);
  }
  lines.push(answered ? 'return Promise.any(tries);' : 'return Promise.race([Promise.any(tries), end]);');
  return lines;
}

interface ProgramCall {
  callId: string;
  contact: string;
  incoming: boolean;
  /** When it begins to block, and its place among what happens at that moment. */
  fromMs: number;
  connectedMs: number | null;
  endMs: number;
  end: EventOf<'call.ended'>['data']['reason'];
  message: boolean;
  heard: EventOf<'call.heard'>[];
}

function callsIn(log: readonly NewEvent[]): ProgramCall[] {
  const calls = new Map<string, ProgramCall>();
  const last = log.reduce((t, e) => Math.max(t, e.simMs), 0);
  for (const e of log) {
    if (e.type === 'call.dialed' || e.type === 'call.incoming') {
      const contact = e.type === 'call.dialed' ? e.data.to : e.data.from;
      calls.set(e.data.callId, {
        callId: e.data.callId,
        contact,
        incoming: e.type === 'call.incoming',
        fromMs: e.simMs,
        connectedMs: null,
        endMs: last,
        end: 'cutOff',
        message: false,
        heard: [],
      });
      continue;
    }
    if (!e.type.startsWith('call.') || !('callId' in e.data)) continue;
    const call = calls.get(e.data.callId);
    if (!call) continue;
    if (e.type === 'call.connected') {
      call.connectedMs = e.simMs;
      if (call.incoming) call.fromMs = e.simMs;
    } else if (e.type === 'call.messageLeft') call.message = true;
    else if (e.type === 'call.heard' && worthAStatement(e)) call.heard.push(e);
    else if (e.type === 'call.ended') Object.assign(call, { endMs: e.simMs, end: e.data.reason });
  }
  return [...calls.values()]
    .filter((c) => !c.incoming || c.connectedMs !== null)
    .sort((a, b) => a.fromMs - b.fromMs);
}

const worthAStatement = ({ data }: EventOf<'call.heard'>): boolean =>
  data.kind !== 'greeting' && data.kind !== 'goodbye';

function callStatement(call: ProgramCall, timeOf: (simMs: number) => string): Statement {
  const verb = call.incoming ? 'pickUp' : 'call';
  const begin = `${verb}(${quoted(call.contact)})`;
  const lines = [`await until(${seconds(call.fromMs)}); // ${timeOf(call.fromMs)}`];
  if (call.connectedMs === null) {
    const message = call.message ? ', a message left' : '';
    lines.push(`${begin}; // ${endWords[call.end]}${message}`);
  } else {
    const line = `line${call.callId.slice(1)}`;
    lines.push(`const ${line} = ${begin}; // blocks: nothing else of yours runs`);
    for (const h of call.heard) lines.push(...saidOnTheLine(line, h));
    lines.push(`${line}.hangUp(); // ${timeOf(call.endMs)}`);
  }
  return { at: call.fromMs, seq: 1, waits: false, lines };
}

const endWords: Record<ProgramCall['end'], string> = {
  answered: 'answered',
  busy: 'busy',
  noAnswer: 'no answer',
  declined: 'declined',
  hungUpByMe: 'you hung up',
  hungUpByThem: 'they hung up',
  cutOff: 'cut off',
  unobtainable: 'out of service',
};

function saidOnTheLine(line: string, { data }: EventOf<'call.heard'>): string[] {
  const [answer, ...others] = data.answers;
  if (answer === undefined) {
    const about = data.about[0];
    return [`${line}.listen(); // ${data.kind}${about === undefined ? '' : `: ${about}`}`];
  }
  return [
    `settle(${quoted(answer)}, ${line}.ask(${quoted(answer)}));`,
    ...others.map((id) => `settle(${quoted(id)}, 'answered with it');`),
  ];
}
