import { describe, expect, it } from 'vitest';
import { createEditor, edit, redo, show, undo } from '@/app/_features/edit/editorStore';
import { addDetail, addMail, addRecipient, addRequest } from '@/app/_features/edit/model/add';
import { withAway, withAwayLike, withDeputy, withReplies } from '@/app/_features/edit/model/away';
import {
  behaviourOf,
  isShaped,
  putPersona,
  withOwnPersona,
  withPersona,
} from '@/app/_features/edit/model/behaviour';
import { partAt, putRecipient, setAt } from '@/app/_features/edit/model/change';
import { scaled, typical, withTypical } from '@/app/_features/edit/model/duration';
import { factName } from '@/app/_features/edit/model/factName';
import { blocks, faultsOf } from '@/app/_features/edit/model/faults';
import { begin, changed, redone, undone } from '@/app/_features/edit/model/history';
import { lanesOf } from '@/app/_features/edit/model/lanes';
import { moved } from '@/app/_features/edit/model/move';
import { idFrom, takenIds } from '@/app/_features/edit/model/naming';
import {
  closesCircle,
  edgesOf,
  setHidden,
  setNeed,
  withFact,
  withFactOf,
} from '@/app/_features/edit/model/needs';
import { askedBy, titled, waysFrom, waysWanted } from '@/app/_features/edit/model/offered';
import { dependantsOf, type Kind, withoutItem } from '@/app/_features/edit/model/remove';
import { shapeOf } from '@/app/_features/edit/model/shape';
import { whenOf, withWhen } from '@/app/_features/edit/model/triggers';
import { citesOf, offered, ownPersonas } from '@/app/_features/edit/persona/offered';
import { type Draft, readDraft } from '@/core/contract/draft';
import { quantileMinutes } from '@/core/sim/chance/distribution';
import { personaLibrary } from '@/core/sim/scenario/personaLibrary';
import { hiddenDetails, references } from '@/core/sim/scenario/references';
import { scenarioTemplate } from '@/server/catalog/scenarioTemplate';
import { allPacks, packFile } from '../../support/packFiles';
import { startTexts } from '../../support/startTexts';

const template = (): Draft => readDraft({ ...scenarioTemplate, slug: 'fair' }).draft;
const errors = (draft: Draft) => faultsOf(draft).filter((f) => f.severity === 'error');

describe('adding', () => {
  it('names alone make a scenario that can be played', () => {
    let draft: Draft = { ...template(), recipients: [], requests: [], desk: { ...template().desk } };
    expect(blocks(faultsOf(draft))).toBe(true);
    ({ draft } = addRecipient(draft, 'Ada Okafor', startTexts));
    ({ draft } = addRequest(draft, 'When the band comes', startTexts));
    ({ draft } = addRequest(draft, 'What the tent costs', startTexts));
    ({ draft } = addMail(draft, 'A word about the weather', startTexts));
    ({ draft } = addDetail(draft, 'Order number'));
    expect(errors(draft)).toEqual([]);
  });

  it('whom a request or a mail is for is chosen by hand where there is a choice', () => {
    const one = template();
    const two = addRecipient(one, 'Ada Okafor', startTexts).draft;
    const asks = (draft: Draft) => addRequest(draft, 'When the band comes', startTexts).draft;
    const tells = (draft: Draft) => addMail(draft, 'The weather', startTexts).draft;
    expect(asks(one).requests.at(-1)?.recipient).toBe('robin');
    expect(tells(one).mail.at(-1)?.from).toBe('robin');
    expect(errors(asks(two)).map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['choose', 'requests.1.recipient'],
    ]);
    expect(errors(tells(two)).map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['choose', 'mail.0.from'],
    ]);
  });

  it('ids are made of names, unlike all others, whatever the name is written in', () => {
    const taken = new Set(['ada-okafor']);
    expect(idFrom('Ada Okafor', taken, 'person')).toBe('ada-okafor-2');
    expect(idFrom('Zoë Ångström', taken, 'person')).toBe('zoe-angstrom');
    expect(idFrom('日本', taken, 'person')).toBe('person');
    expect(idFrom('4th floor', taken, 'person')).toBe('person-4th-floor');
    expect(idFrom('x'.repeat(80), taken, 'person')).toHaveLength(40);
    for (const name of ['Ada', '日本', '4', '-', 'x'.repeat(99)])
      expect(idFrom(name, taken, 'person')).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
  });

  it('the same name twice is told apart', () => {
    let draft = template();
    for (let i = 0; i < 3; i++) ({ draft } = addRecipient(draft, 'Robin Hale', startTexts));
    expect(draft.recipients.map((r) => r.name)).toEqual([
      'Robin Hale',
      'Robin Hale 2',
      'Robin Hale 3',
      'Robin Hale 4',
    ]);
    expect(errors(draft)).toEqual([]);
  });

  it('renaming keeps every reference', () => {
    const draft = packFile('launch-week');
    const renamed = putRecipient(draft, 'noor', (r) => ({ ...r, name: 'Somebody Else' }));
    expect(errors(renamed)).toEqual([]);
  });
});

describe('removing', () => {
  const everything = (draft: Draft): [Kind, string][] =>
    (['recipients', 'requests', 'mail', 'details'] as const).flatMap((kind) =>
      draft[kind].map(({ id }): [Kind, string] => [kind, id]),
    );

  it('nothing of any pack can be removed so that a name leads nowhere', () => {
    for (const pack of allPacks())
      for (const [kind, id] of everything(pack)) {
        const rest = withoutItem(pack, kind, id);
        expect([...references(rest), ...hiddenDetails(rest)], `${pack.slug}: ${kind} ${id}`).toEqual([]);
        expect(rest[kind].some((x) => x.id === id)).toBe(false);
      }
  });

  it('what goes with it is said before, and is what goes', () => {
    const draft = packFile('launch-week-quick');
    const said = dependantsOf(draft, 'recipients', 'noor');
    const rest = withoutItem(draft, 'recipients', 'noor');
    expect(said.requests).toEqual(['How many riders are coming']);
    expect(said.loosened).toContain('Priya Raman');
    expect(said.loosened).toContain('Whether everybody is insured');
    expect(draft.requests.length - rest.requests.length).toBe(said.requests.length);
    expect(draft.mail.length - rest.mail.length).toBe(said.mail.length);
    expect(rest.recipients.find((r) => r.id === 'priya')?.outOfOffice).toBeUndefined();
  });

  it('nothing is said to depend on what nothing depends on', () => {
    const { draft, id } = addRecipient(template(), 'Nobody Needed', startTexts);
    expect(dependantsOf(draft, 'recipients', id)).toEqual({ requests: [], mail: [], loosened: [] });
  });
});

describe('what needs what', () => {
  const two = () => {
    const first = addRequest(template(), 'What the tent costs', startTexts);
    const second = addRequest(first.draft, 'Who pays', startTexts);
    return { draft: second.draft, from: first.id, to: second.id };
  };

  it('an answer becomes a fact when it is first needed, and the pair an edge', () => {
    const { draft, from, to } = two();
    const tied = setNeed(draft, to, { request: from }, true, startTexts);
    expect(edgesOf(tied)).toEqual([[from, to]]);
    expect(tied.details).toHaveLength(1);
    expect(errors(tied)).toEqual([]);
    expect(edgesOf(setNeed(tied, to, { request: from }, false, startTexts))).toEqual([]);
  });

  it('a circle is seen before it is closed', () => {
    const { draft, from, to } = two();
    const tied = setNeed(draft, to, { request: from }, true, startTexts);
    expect(closesCircle(tied, to, from)).toBe(true);
    expect(closesCircle(tied, from, to)).toBe(false);
    expect(closesCircle(tied, from, from)).toBe(true);
    const circle = setNeed(tied, from, { request: to }, true, startTexts);
    expect(errors(circle).map((f) => f.code)).toContain('cycle');
  });

  it('the fact that an answer became goes on saying what the answer says, until somebody writes it', () => {
    const made = withFact(template(), 'room', startTexts);
    const before = made.requests[0];
    if (!before) throw new Error('the template has a request');
    const now = { ...before, title: 'Which hall is free', answer: 'Hall 2 is free.' };
    const told = withFactOf(made, before, now, startTexts);
    expect(told.details[0]).toMatchObject({ label: 'Which hall is free', text: 'Hall 2 is free.' });
    const own = setAt(made, ['details', 0, 'text'], 'Room 4');
    expect(withFactOf(own, before, now, startTexts).details[0]).toMatchObject({
      label: 'Which hall is free',
      text: 'Room 4',
    });
    expect(withFactOf(made, before, { ...before, weight: 2 }, startTexts)).toBe(made);
  });

  it('a fact that was named like its question before facts had names of their own follows it all the same', () => {
    const draft = setAt(
      withFact(template(), 'room', startTexts),
      ['requests', 0, 'title'],
      'Is the hall free',
    );
    const old = setAt(draft, ['details', 0, 'label'], 'Is the hall free');
    const before = old.requests[0];
    if (!before) throw new Error('the template has a request');
    const [fact] = withFactOf(old, before, { ...before, title: 'Is it free' }, startTexts).details;
    expect(fact?.label).toBe('Whether it is free');
  });

  it.each([
    ['Can we stay overnight', 'Whether we can stay overnight'],
    ['Is it open on Sunday?', 'Whether it is open on Sunday'],
    ['Do they have a projector', 'Whether they have a projector'],
    ['Does it open on Sunday', 'Answer to ‘Does it open on Sunday’'],
    ['Can you come', 'Answer to ‘Can you come’'],
    ['Is the hall free', 'Answer to ‘Is the hall free’'],
    ['What do the beds cost?', 'What the beds cost'],
    ['How much do the beds cost', 'How much the beds cost'],
    ['When can we come', 'When we can come'],
    ['Where are they', 'Where they are'],
    ['What do you charge', 'Answer to ‘What do you charge’'],
    ['What happens if we do nothing?', 'Answer to ‘What happens if we do nothing?’'],
    ['Who can do the dishes', 'Answer to ‘Who can do the dishes’'],
    ['When does the bus leave?', 'Answer to ‘When does the bus leave?’'],
    ['When the band comes', 'When the band comes'],
    ['Which room is free', 'Which room is free'],
    ['Price of the bus', 'Price of the bus'],
    [`Is ${'really '.repeat(12)}ready`, 'Answer to ‘Is really really really really really really re…’'],
    ['Can we reach you by phone', 'Answer to ‘Can we reach you by phone’'],
    ['Do we pay you?', 'Answer to ‘Do we pay you?’'],
    ['Is it open.', 'Whether it is open'],
    ['May programme', 'May programme'],
    ['Will of the founder', 'Will of the founder'],
  ])('the answer to “%s” is learned as: %s', (title, name) => {
    expect(factName(title, 'en', startTexts)).toBe(name);
    expect(name.length).toBeLessThanOrEqual(60);
  });

  it('a question in another language is learned as the answer to it', () => {
    expect(factName('Kommt der Bus?', 'de', startTexts)).toBe('Answer to ‘Kommt der Bus?’');
    expect(factName('Ist er da', 'de', startTexts)).toBe('Ist er da');
  });

  it('what requests need says how they hang together', () => {
    const ask = (draft: Draft, title: string) => addRequest(draft, title, startTexts).draft;
    const two = ask(template(), 'When the band comes');
    const three = ask(two, 'What the tent costs');
    expect([template(), two].map(shapeOf)).toEqual([null, 'fan-out']);
    const need = (draft: Draft, id: string, request: string) =>
      setNeed(draft, id, { request }, true, startTexts);
    const one = need(three, 'when-the-band-comes', 'room');
    expect(shapeOf(one)).toBe('mixed');
    expect(shapeOf(need(one, 'what-the-tent-costs', 'when-the-band-comes'))).toBe('chain');
    expect(shapeOf(need(one, 'what-the-tent-costs', 'room'))).toBe('mixed');
    expect(shapeOf(need(two, 'when-the-band-comes', 'room'))).toBe('chain');
  });

  it('what is not announced any more is announced again once it is not needed', () => {
    const { draft, from, to } = two();
    const tied = setNeed(draft, to, { request: from }, true, startTexts);
    const fact = tied.details[0]?.id ?? '';
    const hidden = setHidden(tied, to, fact, true);
    expect(hidden.requests.find((r) => r.id === to)?.hidden).toEqual([fact]);
    expect(
      setNeed(hidden, to, { request: from }, false, startTexts).requests.find((r) => r.id === to)?.hidden,
    ).toEqual([]);
  });
});

describe('out of office', () => {
  const people = addRecipient(template(), 'Mira Sandoval', startTexts).draft;
  const away = withAway(people, 'mira-sandoval', true, startTexts);
  const replyOf = (draft: Draft) => draft.recipients.find((r) => r.id === 'mira-sandoval')?.outOfOffice?.text;
  const named = (draft: Draft, name: string) => putRecipient(draft, 'robin', (r) => ({ ...r, name }));

  it('the automatic reply names who stands in once somebody does', () => {
    expect(replyOf(away)).toBe('I am away.');
    const stood = withDeputy(away, 'mira-sandoval', 'robin', startTexts);
    expect(replyOf(stood)).toBe('I am away. Please turn to Robin Hale.');
    expect(replyOf(withReplies(stood, named(stood, 'Ada Hale'), startTexts))).toBe(
      'I am away. Please turn to Ada Hale.',
    );
    expect(replyOf(withDeputy(stood, 'mira-sandoval', '', startTexts))).toBe(replyOf(away));
    expect(withAway(stood, 'mira-sandoval', false, startTexts)).toEqual(people);
  });

  it('whoever is given the ways of somebody away is out of office, and back with other ways while nobody stands in', () => {
    const like = (draft: Draft, persona: string, id = 'mira-sandoval') =>
      withAwayLike(draft, withPersona(draft, id, persona), id, startTexts);
    const chosen = like(people, 'out-of-office');
    expect(chosen).toEqual(withPersona(away, 'mira-sandoval', 'out-of-office'));
    expect(like(chosen, 'batcher')).toEqual(people);
    const stood = withDeputy(chosen, 'mira-sandoval', 'robin', startTexts);
    expect(like(like(stood, 'batcher'), 'out-of-office')).toEqual(stood);
    const said = putRecipient(chosen, 'mira-sandoval', ({ outOfOffice: _, ...r }) => r);
    expect(like(said, 'out-of-office')).toEqual(said);
    expect(replyOf(like(away, 'quick'))).toBe(replyOf(away));
  });

  it('nobody is out of office where nobody else is there to stand in', () => {
    const alone = withPersona(template(), 'robin', 'out-of-office');
    expect(withAwayLike(template(), alone, 'robin', startTexts)).toBe(alone);
  });

  it('the automatic reply stays what somebody has written', () => {
    const own = putRecipient(away, 'mira-sandoval', (r) => ({
      ...r,
      outOfOffice: { deputy: '', text: 'On the lake until noon.' },
    }));
    const stood = withDeputy(own, 'mira-sandoval', 'robin', startTexts);
    expect(replyOf(stood)).toBe('On the lake until noon.');
    expect(withReplies(stood, named(stood, 'Ada Hale'), startTexts)).toEqual(named(stood, 'Ada Hale'));
  });
});

describe('behaviour', () => {
  it('shaping begins from how somebody behaved, tuning included, and leaves everybody else alone', () => {
    const draft = packFile('launch-week-quick');
    const own = withOwnPersona(draft, 'bao', (name) => `${name}’s`);
    const bao = own.recipients.find((r) => r.id === 'bao');
    expect(isShaped(draft, 'bao')).toBe(false);
    expect(isShaped(own, 'bao')).toBe(true);
    expect(own.personas[bao?.persona ?? '']?.reply.chance).toEqual([0, 1, 1]);
    expect(bao?.tune).toBeUndefined();
    expect(errors(own)).toEqual([]);
    const shaped = putPersona(own, bao?.persona ?? '', (p) => ({ ...p, title: 'Slow' }));
    expect(shaped.recipients).toBe(own.recipients);
    const back = withPersona(shaped, 'bao', 'batcher');
    expect(back.personas).toEqual({});
  });

  it('what is chosen from the library is copied into the scenario, and goes with the last who behaves so', () => {
    const draft = packFile('launch-week-quick');
    const chosen = withPersona(draft, 'bao', 'typical-adult');
    expect(behaviourOf(chosen, 'bao')?.title).toBe('Typical adult');
    expect(isShaped(chosen, 'bao')).toBe(false);
    expect(ownPersonas(chosen)).toEqual([]);
    expect(errors(chosen)).toEqual([]);
    expect(withPersona(chosen, 'bao', 'batcher').personas).toEqual({});
    const own = withOwnPersona(chosen, 'bao', (name) => `${name}’s`);
    expect(isShaped(own, 'bao')).toBe(true);
    expect(Object.keys(own.personas)).toEqual(ownPersonas(own));
  });

  it('a persona of the scenario under a name of the library is the scenario’s own, and is never written over', () => {
    const draft = withPersona(packFile('launch-week-quick'), 'bao', 'stranger');
    const changed = putPersona(draft, 'stranger', (p) => ({ ...p, title: 'A neighbour' }));
    expect(ownPersonas(changed)).toEqual(['stranger']);
    expect(isShaped(changed, 'bao')).toBe(true);
    expect(withPersona(changed, 'bao', 'stranger').personas.stranger?.title).toBe('A neighbour');
  });

  it('everything in the library can be chosen, each with the works that its figures come from', () => {
    const names = [...offered.game, ...offered.published];
    expect([...names]).toEqual(personaLibrary.map(({ id }) => id));
    for (const name of offered.published) expect(citesOf(name).length, name).toBeGreaterThan(0);
    for (const name of offered.game) expect(citesOf(name), name).toEqual([]);
    expect(citesOf('hundred-a-day').join()).not.toContain('same study');
  });

  it('a stretched distribution keeps its shape', () => {
    const dist = { kind: 'uniform', low: 10, high: 30, atMost: 25 } as const;
    for (const p of [0.1, 0.5, 0.9])
      expect(quantileMinutes(scaled(dist, 3), p)).toBeCloseTo(3 * quantileMinutes(dist, p), 9);
    expect(typical(withTypical({ kind: 'lognormal', median: 2, sigma: 1 }, 7))).toBe(7);
    expect(withTypical({ kind: 'constant', value: 0 }, 4)).toEqual({ kind: 'constant', value: 4 });
  });
});

describe('paths, order, mail', () => {
  it('a value put at a path leaves the rest as it was, and undefined takes it out', () => {
    const draft = template();
    const next = setAt(draft, ['recipients', 0, 'voice', 'greeting'], 'Hello');
    expect(partAt(next, ['recipients', 0, 'voice', 'greeting'])).toBe('Hello');
    expect(next.requests).toBe(draft.requests);
    expect(setAt(next, ['recipients', 0, 'voice', 'greeting'], undefined)).toEqual(draft);
    expect(setAt(draft, ['nowhere', 'at', 'all'], 1)).toEqual(draft);
  });

  it('an item moves by one place and stays at an end', () => {
    const draft = packFile('launch-week');
    const ids = (d: Draft) => d.requests.map((r) => r.id);
    const [a, b] = ids(draft);
    expect(ids(moved(draft, 'requests', a ?? '', 1)).slice(0, 2)).toEqual([b, a]);
    expect(moved(draft, 'requests', a ?? '', -1).requests).toBe(draft.requests);
  });

  it('a mail keeps its request over a change of trigger, and has either a time or a trigger', () => {
    const draft = packFile('launch-week-quick');
    const mail = draft.mail.find((m) => m.id === 'test-ride');
    if (!mail) throw new Error('no such mail');
    const silent = withWhen(draft, mail, 'notAnsweredAfter');
    expect(silent.on).toEqual({ notAnsweredAfter: { request: 'ride-route', minutes: 20 } });
    for (const when of ['at', 'asked', 'answered', 'solved', 'quiet'] as const) {
      const made = withWhen(draft, mail, when);
      expect(whenOf(made)).toBe(when);
      expect(made.at === undefined).toBe(made.on !== undefined);
    }
  });

  it('labels on the time line cover no other', () => {
    const mail = Array.from({ length: 12 }, (_, i) => ({
      ...packFile('launch-week').mail[0],
      id: `m${i}`,
      at: i * 7,
      on: undefined,
    }));
    const laid = lanesOf(readDraft({ mail: mail.map(({ on: _, ...m }) => m) }).draft.mail, 100);
    const from = (share: number) => (share < 0.6 ? share : share - 0.3);
    for (const a of laid)
      for (const b of laid)
        if (a !== b && a.lane === b.lane)
          expect(Math.abs(from(a.share) - from(b.share))).toBeGreaterThanOrEqual(0.29);
  });
});

describe('history', () => {
  it('a stretch of typing is one step, a pause or another field begins a new one', () => {
    let h = begin('');
    for (const [text, tag, at] of [
      ['a', 'x', 0],
      ['ab', 'x', 900],
      ['abc', 'x', 9_000],
      ['abcd', 'y', 9_100],
    ] as const)
      h = changed(h, text, tag, at);
    expect(h.past).toEqual(['', 'ab', 'abc']);
    expect(undone(h).now).toBe('abc');
    expect(redone(undone(h)).now).toBe('abcd');
    expect(undone(begin('x')).now).toBe('x');
  });

  it('a step back goes to where it changes something, and says where', () => {
    const store = createEditor({
      ...{ slug: 'fair', draft: template(), rev: 1, savedAt: null, published: null, asPublished: false },
      ...{ audience: 'private', samples: new Map() },
    });
    edit(store, (d) => setAt(d, ['brief', 'goal'], 'All before noon.'));
    edit(store, (d) => addRequest(d, 'When the band comes', startTexts).draft);
    show(store, 'requests', 'when-the-band-comes');
    edit(store, (d) => setNeed(d, 'when-the-band-comes', { request: 'room' }, true, startTexts));
    show(store, 'teaching');
    const at = () => {
      const { section, open, stepped } = store.getState();
      return [section, open.requests, stepped && `${stepped.kind} ${stepped.path.join('.')}`];
    };
    undo(store);
    expect(at()).toEqual(['requests', 'room', 'undone requests.0.gives']);
    undo(store);
    expect(at()).toEqual(['requests', 'room', 'undone requests.1']);
    undo(store);
    expect(at()).toEqual(['brief', 'room', 'undone brief.goal']);
    undo(store);
    expect(at()).toEqual(['brief', 'room', 'undone brief.goal']);
    redo(store);
    redo(store);
    expect(at()).toEqual(['requests', 'when-the-band-comes', 'redone requests.1']);
    edit(store, (d) => setAt(d, ['title'], 'Fair'));
    expect(at()[2]).toBeNull();
  });

  it('a change after undo takes the undone away', () => {
    const h = changed(undone(changed(begin('a'), 'b', null, 0)), 'c', null, 0);
    expect(redone(h).now).toBe('c');
  });
});

describe('ids', () => {
  it('every kind of id counts as taken, so that draws never share a key', () => {
    const draft = packFile('launch-week');
    expect(takenIds(draft).size).toBeGreaterThanOrEqual(
      draft.recipients.length + draft.requests.length + draft.mail.length,
    );
  });
});

describe('the text that participants are offered', () => {
  const asked = (phrasing: string) => {
    const { draft, id } = addRequest(template(), phrasing, startTexts);
    const request = draft.requests.find((r) => r.id === id);
    if (!request) throw new Error('nothing was added');
    return request;
  };

  it('is the first way to ask, as a sentence, and follows it', () => {
    const request = asked('Where the painting hangs');
    expect(request.ask).toBe('Can you tell me where the painting hangs?');
    const other = askedBy(request, ['where will it hang', 'which wall'], 'en', startTexts);
    expect(other.ask).toBe('Where will it hang?');
    expect(askedBy(other, ['Tell me the wall.'], 'en', startTexts).ask).toBe('Tell me the wall.');
    const emptied = askedBy(other, [], 'en', startTexts);
    expect(emptied.ask).toBe('');
    expect(askedBy(emptied, ['which wall is it'], 'en', startTexts).ask).toBe(
      'Can you tell me which wall is it?',
    );
  });

  it('stays what somebody has written', () => {
    const own = { ...asked('Where it hangs'), ask: 'Could you tell me the wall, please?' };
    expect(askedBy(own, ['which wall'], 'en', startTexts)).toMatchObject({
      ask: own.ask,
      phrasings: ['which wall'],
    });
  });

  it.each([
    ['Whether the museum takes us later', 'Can you tell me whether the museum takes us later?'],
    ['What the tent costs', 'Can you tell me what the tent costs?'],
    ['When does the bus leave', 'When does the bus leave?'],
    ['Is the hall free', 'Is the hall free?'],
    ['Which room?', 'Which room?'],
    ['How much does it cost', 'How much does it cost?'],
    ['How long is the tour', 'How long is the tour?'],
    ['What time does it end', 'What time does it end?'],
    ['How long it takes', 'Can you tell me how long it takes?'],
    ['How many people does it hold', null],
    ['Price of the bus', null],
    ['The number of the room', null],
    ['Book the bus', null],
    ['', null],
  ])('a title “%s” is asked as %s', (title, question) => {
    expect(waysFrom(title, 'en', startTexts)).toEqual(question === null ? [] : [question]);
  });

  it('a title in another language is a way to ask only where it is a question', () => {
    expect(waysFrom('Wann der Bus kommt', 'de', startTexts)).toEqual([]);
    expect(waysFrom('Wann kommt der Bus?', 'de', startTexts)).toEqual(['Wann kommt der Bus?']);
  });

  const none = { phrasings: false, ask: false };
  const sample = { phrasings: true, ask: true };

  it('no pack has fewer ways to ask than are wanted of an author', () => {
    for (const pack of allPacks())
      for (const r of pack.requests)
        expect(r.phrasings.length, `${pack.slug}: ${r.title}`).toBeGreaterThanOrEqual(waysWanted);
  });

  it('follows the title with the ways to ask, letter by letter, until somebody writes them', () => {
    let request = asked('Where the painting hangs');
    for (const title of ['Where', '', 'Bo', 'Which wall it is'])
      request = titled(request, title, 'en', startTexts, none);
    expect(request).toMatchObject({
      title: 'Which wall it is',
      phrasings: ['Can you tell me which wall it is?'],
      ask: 'Can you tell me which wall it is?',
    });
    const own = askedBy(request, ['which wall'], 'en', startTexts);
    expect(titled(own, 'When it comes', 'en', startTexts, none)).toEqual({ ...own, title: 'When it comes' });
  });

  it('follows the first way to ask of the sample request, too', () => {
    const room = template().requests[0];
    if (!room) throw new Error('the template has a request');
    expect(askedBy(room, ['is the bus here'], 'en', startTexts).ask).toBe('Is the bus here?');
  });

  it('a sample request that is given another title keeps nothing of the sample’s question', () => {
    const room = template().requests[0];
    if (!room) throw new Error('the template has a request');
    expect(titled(room, 'Whether the bus comes', 'en', startTexts, sample)).toMatchObject({
      phrasings: ['Can you tell me whether the bus comes?'],
      ask: 'Can you tell me whether the bus comes?',
    });
    expect(titled(room, 'Bus', 'en', startTexts, sample)).toMatchObject({ phrasings: [], ask: '' });
    expect(titled(room, 'Bus', 'en', startTexts, { ...sample, ask: false }).phrasings).toEqual([]);
  });
});
