import type { Program } from './program';

/**
 * What the words of a program mean, as plain JavaScript: a clock that goes from one thing to the next, mails whose promises settle when
 * they did in the run, and calls that return when they were over. Everything that settled by then is taken up when a call returns,
 * as in any program with one thread. `print(request, how, at)` is called once for each request.
 */
const runtime = `
const later = [];
let now = 0;
let seq = 0;
const at = (time, act) => { later.push({ time, seq: seq++, act }); };
const until = (time) => new Promise((go) => at(time, go));
const never = 'pending';
const end = new Promise((go) => at(run.endsAt, () => go(never)));
const told = new Set();
const settle = (request, value, how = 'fulfilled') => {
  if (told.has(request)) return;
  told.add(request);
  print(request, value === never ? never : how, value === never ? null : now);
};
const pending = [];
const start = (request, promise) => {
  const done = promise.then((value) => settle(request, value), () => settle(request, null, 'rejected'));
  pending.push(done);
};
const next = {};
const step = (request, outcomes, k) => {
  const promise = new Promise((fulfil, reject) => {
    const o = outcomes[k];
    if (!o) return;
    at(o.at, () => {
      if (o.is === 'bounce') reject(new Error('bounced'));
      else if (o.is === 'question') fulfil({ question: true, reply: () => step(request, outcomes, k + 1) });
      else fulfil({ question: false, answer: request });
    });
  });
  promise.catch(() => {});
  return promise;
};
const mail = (_to, request) => {
  const asking = next[request] ?? 0;
  next[request] = asking + 1;
  return step(request, run.timings[request][asking] ?? [null], 0);
};
const remind = mail;
const answerTo = (promise) => {
  const answer = (async () => {
    let m = await promise;
    while (m.question) m = await m.reply();
    return m === never ? never : m.answer;
  })();
  answer.catch(() => {});
  return answer;
};
const noAnswerIn = (tries) => Promise.any(tries).catch(() => new Promise(() => {}));
let calls = 0;
const call = () => {
  const own = run.calls[calls++];
  let said = 0;
  now = Math.max(now, own.at);
  return {
    ask: (request) => { now = Math.max(now, own.says[said++]); return request; },
    listen: () => { now = Math.max(now, own.says[said++]); },
    hangUp: () => { now = Math.max(now, own.endsAt); },
  };
};
const pickUp = call;
const turn = () => new Promise((go) => setTimeout(go, 0));
const go = async () => {
  const day = theDay();
  await turn();
  while (later.length > 0) {
    later.sort((a, b) => a.time - b.time || a.seq - b.seq);
    const due = later.shift();
    now = Math.max(now, due.time);
    due.act();
    await turn();
  }
  await day;
  done();
};
go();
`;

/** A whole script: the run's timings, the words, the program, and its start. Calls `print` for each request and `done` at the end. */
export const scriptOf = (program: Program): string =>
  `'use strict';\nconst run = ${JSON.stringify({ timings: program.timings, calls: program.calls, endsAt: program.endsAt })};\n${program.code}\n${runtime}`;
