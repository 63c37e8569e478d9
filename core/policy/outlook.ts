import type { CallView, MailView, MissionItem, RunView } from '@/core/contract/view';
import { happens, type Player } from './player';
import type { Sight } from './step';

/** Something of the mission that can be asked now, of whom, with the details that come to mind. */
export interface Askable {
  item: MissionItem;
  to: string;
  details: string[];
}

/** Whom to turn to about this person's things: their deputy, once a notice or a greeting has named one. */
export function standIn({ view }: Sight, contact: string): string {
  const notice = view.mails.find((m) => m.contact === contact && m.deputy !== null && m.opened);
  const greeting = view.calls.find((c) => c.contact === contact && c.deputy !== null);
  return notice?.deputy ?? greeting?.deputy ?? contact;
}

/** Whom to ask: somebody on the line may have named the right person. */
function whomToAsk(sight: Sight, item: MissionItem): string {
  for (const call of [...sight.view.calls].reverse())
    for (const line of call.lines)
      if (line.askInstead !== null && call.lines.some((l) => l.asks.includes(item.id)))
        return standIn(sight, line.askInstead);
  return standIn(sight, item.contact);
}

/** Facts the player has come across: told at the start or on the line, or in a mail they have opened. */
export function knownFacts({ view }: Sight): Set<string> {
  const unread = new Set<string>();
  const read = new Set<string>();
  for (const mail of view.mails)
    if (mail.from === 'them') for (const id of mail.facts) (mail.opened ? read : unread).add(id);
  return new Set(view.facts.map((f) => f.id).filter((id) => read.has(id) || !unread.has(id)));
}

/** Details somebody has asked for, by request: by mail or on the line. */
function askedFor({ view }: Sight): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  const note = ({ about, missing }: Pick<MailView, 'about' | 'missing'>) => {
    for (const id of about) wanted.set(id, new Set([...(wanted.get(id) ?? []), ...missing]));
  };
  for (const mail of view.mails) if (mail.opened && mail.missing.length > 0) note(mail);
  for (const call of view.calls) if (call.missing.length > 0) note(call);
  return wanted;
}

const remembered = new WeakMap<RunView, { player: Player; list: Askable[] }>();

/** What is open and could be asked with all that is known to be needed, in the order of the mission. */
export function askable(sight: Sight): Askable[] {
  const before = remembered.get(sight.view);
  if (before?.player === sight.player) return before.list;
  const list = askableAnew(sight);
  remembered.set(sight.view, { player: sight.player, list });
  return list;
}

function askableAnew(sight: Sight): Askable[] {
  const known = knownFacts(sight);
  const wanted = askedFor(sight);
  const none = new Set<string>();
  return sight.view.mission
    .filter((item) => item.state !== 'answered')
    .map((item) => ({ item, asked: wanted.get(item.id) ?? none }))
    .filter(({ item, asked }) => [...item.needs, ...asked].every((id) => known.has(id)))
    .map(({ item, asked }) => ({
      item,
      to: whomToAsk(sight, item),
      details: detailsFor(sight, item, asked).filter((id) => known.has(id)),
    }));
}

/** Details that come to mind: what the mission announces, what was asked for, and now and then what it does not announce. */
function detailsFor({ player, sense }: Sight, item: MissionItem, asked: ReadonlySet<string>): string[] {
  const about = (id: string) => `${item.id} ${id}`;
  const announced = item.needs.filter((id) => asked.has(id) || !happens(player, 'forgetsKnown', about(id)));
  const others = (sense.belongs.get(item.id) ?? []).filter(
    (id) => !item.needs.includes(id) && (asked.has(id) || !happens(player, 'forgetsHidden', about(id))),
  );
  return [...new Set([...announced, ...others, ...asked])];
}

/** The player's own call that goes on, or one that rings here. */
export const callNow = ({ view }: Sight): CallView | null =>
  view.calls.find((c) => c.phase !== 'ended' && (c.by === null || c.by === view.me)) ?? null;

/** The latest mail of the player's own that asks for this and reached somebody. */
export const lastAsking = ({ view }: Sight, id: string): MailView | null =>
  view.mails.findLast(
    (m) => m.from === 'me' && m.asks.includes(id) && m.state !== 'bounced' && m.state !== 'undone',
  ) ?? null;

/** Mails from others that were not opened yet. */
export const unopened = ({ view }: Sight): MailView[] =>
  view.mails.filter((m) => m.from === 'them' && !m.opened);

export const cardsDone = ({ view }: Sight): number => view.desk.done + view.desk.wrong;
