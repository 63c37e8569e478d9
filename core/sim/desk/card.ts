import type { CardFace } from '@/core/contract/card';
import type { Member } from '@/core/contract/ids';
import type { DeskKind, Scenario } from '@/core/contract/scenario';
import { draw, nameWord, type Seed } from '../chance/draw';
import { names } from '../chance/names';

/** A desk card with its right choice (D1). */
export interface Card {
  cardId: string;
  face: CardFace;
  right: number;
}

/** Draws of one card: `u(k)` in (0, 1), keyed by the card's number and the run of the plan. */
type Luck = (k: number) => number;

/** Which stream of cards: the run's position in the plan, and the member whose desk it is (P8). */
export interface Stream {
  runIndex: number;
  member: Member;
}

/** The words of the places in a card that something is drawn for. */
const places = Array.from({ length: 60 }, (_, k) => nameWord(String(k)));

/** The n-th card (from 1) of a stream: same kinds and difficulty in each, other figures. */
export function cardOf(scenario: Scenario, seed: Seed, { runIndex, member }: Stream, n: number): Card {
  const whose = member === 'p1' ? '' : member;
  const stream = nameWord(`${runIndex}${whose}`);
  const u: Luck = (k) => draw(seed, names.card, stream, places[k] ?? String(k), n);
  const kinds = scenario.desk.cards;
  const kind = kinds[(n - 1) % kinds.length];
  if (!kind) throw new RangeError('a scenario has at least one kind of desk card');
  return { cardId: `c${n}${whose}`, ...faceOf(kind, u) };
}

function faceOf(kind: DeskKind, u: Luck): Omit<Card, 'cardId'> {
  switch (kind.kind) {
    case 'sum':
      return sumCard(kind, u);
    case 'match':
      return matchCard(kind, u);
    case 'sort':
      return sortCard(kind, u);
  }
}

const pick = (u: number, n: number): number => Math.floor(u * n);

/** Puts the right option at a drawn place among the wrong ones. */
function among(right: string, wrong: readonly string[], u: number): { options: string[]; right: number } {
  const place = pick(u, wrong.length + 1);
  return { options: [...wrong.slice(0, place), right, ...wrong.slice(place)], right: place };
}

function sumCard(kind: Extract<DeskKind, { kind: 'sum' }>, u: Luck): Omit<Card, 'cardId'> {
  const first = pick(u(0), kind.items.length);
  const second = (first + 1 + pick(u(1), kind.items.length - 1)) % kind.items.length;
  const lines = [first, second].map((i, k) => ({
    label: kind.items[i] ?? '',
    amount: kind.low + pick(u(2 + k), kind.high - kind.low + 1),
  }));
  const total = lines.reduce((sum, l) => sum + l.amount, 0);
  const near = total + (u(4) < 0.5 ? 10 : -10);
  const far = total + (u(5) < 0.5 ? 1 : -1);
  const { options, right } = among(String(total), [near, far].map(String), u(6));
  return { face: { kind: 'sum', prompt: kind.prompt, unit: kind.unit, lines, options }, right };
}

/** What of a pattern is filled in: `#` with a digit, `@` with a letter. */
const isBlank = (c: string): boolean => c === '#' || c === '@';
const rangeOf = (c: string): number => (c === '#' ? 10 : 26);

function matchCard(kind: Extract<DeskKind, { kind: 'match' }>, u: Luck): Omit<Card, 'cardId'> {
  const drawn: number[] = [];
  for (const c of kind.pattern) if (isBlank(c)) drawn.push(pick(u(drawn.length), rangeOf(c)));
  const fill = (at: number, shift: number) => {
    let text = '';
    let place = 0;
    for (const c of kind.pattern) {
      if (!isBlank(c)) text += c;
      else {
        const value = ((drawn[place] ?? 0) + (place === at ? shift : 0)) % rangeOf(c);
        text += c === '#' ? String(value) : String.fromCharCode(65 + value);
        place++;
      }
    }
    return text;
  };
  const spoiltA = pick(u(50), drawn.length);
  const right = fill(-1, 0);
  const wrong = [fill(spoiltA, 1 + pick(u(51), 8)), fill((spoiltA + 1) % drawn.length, 1 + pick(u(52), 8))];
  const placed = among(right, wrong[0] === wrong[1] ? wrong.slice(0, 1) : wrong, u(53));
  const lines = [{ label: right }];
  return {
    face: { kind: 'match', prompt: kind.prompt, unit: '', lines, options: placed.options },
    right: placed.right,
  };
}

function sortCard(kind: Extract<DeskKind, { kind: 'sort' }>, u: Luck): Omit<Card, 'cardId'> {
  const item = kind.items[pick(u(0), kind.items.length)];
  const lines = [{ label: item?.text ?? '' }];
  return {
    face: { kind: 'sort', prompt: kind.prompt, unit: '', lines, options: [...kind.buckets] },
    right: item?.bucket ?? 0,
  };
}
