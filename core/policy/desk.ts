import type { CardFace } from '@/core/contract/card';
import { actMs, happens } from './player';
import type { Sense } from './sense';
import { act, type Sight, type Step } from './step';

/** The choice that a person who looks closely makes (D1). */
export function rightChoice(face: CardFace, sense: Sense): number {
  const [first] = face.lines;
  const wanted =
    face.kind === 'sum'
      ? String(face.lines.reduce((sum, l) => sum + (l.amount ?? 0), 0))
      : face.kind === 'match'
        ? first?.label
        : sense.tray.get(first?.label ?? '');
  return Math.max(0, face.options.indexOf(wanted ?? ''));
}

/** Does the card that lies there, after finding back into the desk work if need be; then looks up. */
export function doCard(sight: Sight): Step | null {
  const { view, player, mind, sense } = sight;
  const { card } = view.desk;
  if (!card) return null;
  const right = rightChoice(card.face, sense);
  const choice = happens(player, 'rightCard', card.cardId) ? right : (right + 1) % card.face.options.length;
  const ms = actMs(player, 'card', mind.acts) + (mind.away ? actMs(player, 'resume', mind.acts) : 0);
  const command = { name: 'desk.answer', body: { cardId: card.cardId, choice } } as const;
  return act(sight, command, ms, { lookUp: true, asked: 0, away: false, facing: null });
}
