import type { EventData, NewEvent } from '@/core/contract/event';
import type { Request } from '@/core/contract/scenario';
import { wordCount } from '@/core/contract/wordCount';
import { sampleMs } from '../chance/distribution';
import { draw } from '../chance/draw';
import { names } from '../chance/names';
import { handlingOf } from '../run/read';
import type { CallRecord, RunState, Sentence, Topic } from '../run/state';
import { minute } from '../time/localTime';
import { answeredBy, type Person, personOf } from '../world';
import { agendaNow } from './line';
import { phraseOf, speechMs } from './phrases';

/** The longest a single sentence of an answer is spoken for, so that a long text does not fill the line. */
const longestSpeechMs = 40_000;

/** How long the participant speaks: the words, or the time that giving details takes if that is longer (C4). */
export function sayingMs(state: RunState, call: CallRecord, words: number, details: number): number {
  const { persona } = personOf(state.world, call.contact);
  return Math.max(Math.min(20_000, speechMs(words)), Math.round(persona.call.detail * details * minute));
}

/**
 * What the recipient says to a topic that is taken up at `at` (C4): an answer after the drawn talk time, which is the handling draw of
 * mail plus what talking adds (C8); a question, or whom to ask instead, at once.
 */
export function sentenceOn(state: RunState, call: CallRecord, topic: Topic, at: number): Sentence {
  const person = personOf(state.world, call.contact);
  const { language } = state.world.header.scenario;
  if (topic.is === 'greeting') {
    const text = phraseOf(person.recipient, language, 'greeting');
    return spoken('greeting', text, Math.max(at, call.sayUntil), { endsAt: at + topic.openingMs });
  }
  if (topic.is === 'authored') return spoken('authored', topic.text, at, { facts: topic.facts });
  if (topic.is === 'unmatched')
    return spoken('unmatched', person.recipient.voice.unmatched, Math.max(at, call.sayUntil), {
      helpWith: [...state.world.requests.values()]
        .filter((r) => answeredBy(state.world, r) === call.contact)
        .map((r) => r.id),
    });
  const request = state.world.requests.get(topic.request);
  if (!request) return sentenceOn(state, call, { is: 'unmatched' }, at);
  return onRequest(state, call, person, request, at);
}

function onRequest(
  state: RunState,
  call: CallRecord,
  person: Person,
  request: Request,
  at: number,
): Sentence {
  const { language } = state.world.header.scenario;
  const owner = answeredBy(state.world, request);
  const from = Math.max(at, call.sayUntil);
  if (owner !== call.contact) {
    const colleague = personOf(state.world, owner).recipient;
    const text = phraseOf(person.recipient, language, 'redirect', colleague);
    return spoken('redirect', text, from, { request: request.id, askInstead: owner });
  }
  const told = state.people.get(call.contact)?.told;
  const missing = request.details.filter((id) => !told?.has(id));
  if (missing.length > 0) {
    const text = request.clarify ?? person.recipient.voice.clarify;
    return spoken('question', text, from, { request: request.id, missing, about: [request.id] });
  }
  return looksUp(state, call, person, request, from) ?? answer(state, call, person, request, at);
}

/** C7: some have to look first, and ring back with the answer. Once for each request. */
function looksUp(
  state: RunState,
  call: CallRecord,
  { recipient, persona, name }: Person,
  request: Request,
  from: number,
): Sentence | null {
  const { seed } = state.world;
  const { chance, delay } = persona.call.lookAndCallBack;
  const asked = state.requests.get(request.id);
  if (call.direction === 'in' || asked?.answeredMs !== null || state.looked.has(request.id)) return null;
  if (draw(seed, names.look, name, request.id) >= chance) return null;
  const sentence = spoken('look', phraseOf(recipient, state.world.header.scenario.language, 'look'), from, {
    request: request.id,
    about: [request.id],
  });
  const after = sampleMs(delay, draw(seed, names.lookDelay, name, request.id));
  sentence.callBackAt = agendaNow(state, recipient.id).freeFrom(sentence.endsAt + after);
  return sentence;
}

/** What was answered before takes only the time of saying it again. */
function answer(state: RunState, call: CallRecord, person: Person, request: Request, at: number): Sentence {
  const again = state.requests.get(request.id)?.answeredMs !== null;
  const handling = handlingOf(state, person, request.id);
  const talkMs = Math.round(person.persona.call.talkExtra * minute) + (again ? 0 : handling.ms);
  const speech = Math.min(speechMs(wordCount(request.answer)), longestSpeechMs, Math.floor(talkMs / 2));
  const endsAt = Math.max(at + talkMs, call.sayUntil + speech, at + 1_000);
  return spoken('answer', request.answer, endsAt - speech, {
    spokenUntil: endsAt,
    endsAt,
    request: request.id,
    answers: [request.id],
    facts: request.gives ? [request.gives] : [],
    handling,
  });
}

/** A sentence of which this is known, and nothing else. */
function spoken(kind: Sentence['kind'], text: string, from: number, more: Partial<Sentence> = {}): Sentence {
  const spokenUntil = more.spokenUntil ?? from + speechMs(wordCount(text));
  return {
    kind,
    text,
    spokenAt: from,
    spokenUntil,
    endsAt: more.endsAt ?? spokenUntil,
    spoken: false,
    answers: more.answers ?? [],
    facts: more.facts ?? [],
    missing: more.missing ?? [],
    about: more.about ?? [],
    helpWith: more.helpWith ?? [],
    request: more.request,
    askInstead: more.askInstead,
    callBackAt: more.callBackAt,
    handling: more.handling,
  };
}

/** What asking for these by chip alone is in words. */
export const askedWords = (state: RunState, requests: readonly string[]): string =>
  requests.map((id) => state.world.requests.get(id)?.ask ?? '').join(' ');

/** The recipient begins to speak. */
export function spokeEvent(call: CallRecord, s: Sentence): NewEvent {
  const data: EventData<'call.spoke'> = {
    callId: call.callId,
    kind: s.kind,
    text: s.text,
    words: wordCount(s.text),
    untilMs: s.spokenUntil,
  };
  if (s.request !== undefined) data.request = s.request;
  if (s.handling) data.handling = s.handling;
  return { type: 'call.spoke', simMs: s.spokenAt, actor: `r:${call.contact}`, data };
}

/** The recipient has said it, and it counts. */
export function heardEvent(call: CallRecord, s: Sentence): NewEvent {
  const { kind, answers, facts, missing, about, helpWith, askInstead, callBackAt } = s;
  const data: EventData<'call.heard'> = {
    callId: call.callId,
    kind,
    answers,
    facts,
    missing,
    about,
    helpWith,
  };
  if (askInstead !== undefined) data.askInstead = askInstead;
  if (callBackAt !== undefined) data.callBackAt = callBackAt;
  return { type: 'call.heard', simMs: s.endsAt, actor: `r:${call.contact}`, data };
}
