import { wordCount } from '@/core/contract/wordCount';
import { actMs, notices, readingMs } from './player';
import { act, changedMind, type Sight, type Step, withMind } from './step';

/** A sight in which the player has looked up from the desk and noticed, or not, what is new. */
export function lookedUp(sight: Sight): Sight {
  const { mind, player } = sight;
  if (!mind.lookUp) return sight;
  const fresh = sight.outlook.unopened.filter(
    (m) => !mind.noticed.has(m.mailId) && notices(player, m.mailId, mind.looks),
  );
  const noticed =
    fresh.length === 0 ? mind.noticed : new Set([...mind.noticed, ...fresh.map((m) => m.mailId)]);
  return withMind(sight, changedMind(mind, { lookUp: false, looks: mind.looks + 1, noticed }));
}

/** Opens the oldest mail that was noticed. */
export function openMail(sight: Sight): Step | null {
  const { mind, player } = sight;
  const mail = sight.outlook.unopened.find((m) => mind.noticed.has(m.mailId));
  if (!mail) return null;
  const words = Math.max(1, wordCount(mail.text ?? ''));
  const command = { name: 'mail.open', body: { mailId: mail.mailId } } as const;
  return act(sight, command, actMs(player, 'openMail', mind.acts), {
    reading: words,
    away: true,
    facing: mail.contact,
  });
}

/** Reads what is open, and turns away from it. */
export function read(sight: Sight): Step | null {
  const { mind, player } = sight;
  if (mind.reading === 0) return null;
  const command = { name: 'scene.close', body: { scene: 'read' } } as const;
  return act(sight, command, readingMs(player, mind.reading), { reading: 0 });
}
