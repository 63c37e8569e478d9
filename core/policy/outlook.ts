import type { CallView, MailView, MissionItem, RunView } from '@/core/contract/view';
import { happens, type Player, patienceMs } from './player';
import type { Sense } from './sense';

/** Something of the mission that can be asked now, of whom, with the details that come to mind. */
export interface Askable {
  item: MissionItem;
  to: string;
  details: string[];
}

/** What of a view it rests on. Lists of a view are never changed, only replaced. */
type Lists = Pick<RunView, 'mails' | 'facts' | 'calls' | 'mission'>;

/**
 * What a player makes of what they see. Worked out when it is asked for, and again when the lists of the view that it rests on
 * are others: a view shares with the one before whatever has not changed.
 */
export class Outlook {
  private seen: Lists | null = null;
  private readonly patience = new Map<string, number>();
  private readonly minded = new Map<string, string[]>();
  private knownNow: ReadonlySet<string> | null = null;
  private unopenedNow: MailView[] | null = null;
  private askableNow: Askable[] | null = null;

  constructor(
    private readonly player: Player,
    private readonly sense: Sense,
  ) {}

  /** Turns to another view. */
  on(view: RunView): this {
    const { seen } = this;
    const { mails, facts, calls, mission } = view;
    if (seen?.mails === mails && seen.facts === facts && seen.calls === calls && seen.mission === mission)
      return this;
    if (!seen || !same(seen.mails, mails, ownMail)) this.unopenedNow = this.knownNow = null;
    if (seen?.facts !== facts) this.knownNow = null;
    if (this.knownNow === null || seen?.mission !== mission || !same(seen.calls, calls, tellsNothing))
      this.askableNow = null;
    this.seen = { mails, facts, calls, mission };
    return this;
  }

  private get view(): Lists {
    if (!this.seen) throw new RangeError('nothing has been seen yet');
    return this.seen;
  }

  /** Facts the player has come across: told at the start or on the line, or in a mail they have opened. */
  get known(): ReadonlySet<string> {
    this.knownNow ??= knownIn(this.view);
    return this.knownNow;
  }

  /** Mails from others that were not opened yet. */
  get unopened(): readonly MailView[] {
    this.unopenedNow ??= this.view.mails.filter((m) => m.from === 'them' && !m.opened);
    return this.unopenedNow;
  }

  /** What is open and could be asked with all that is known to be needed, in the order of the mission. */
  get askable(): readonly Askable[] {
    this.askableNow ??= this.askableIn(this.view);
    return this.askableNow;
  }

  /** Simulated ms after which the player loses patience with one thing, from a median in minutes that is always the same for it. */
  patienceMs(minutes: number, about: string): number {
    const known = this.patience.get(about);
    if (known !== undefined) return known;
    const ms = patienceMs(this.player, minutes, about);
    this.patience.set(about, ms);
    return ms;
  }

  private askableIn(view: Lists): Askable[] {
    const { known } = this;
    const wanted = askedFor(view);
    const deputies = deputiesIn(view);
    const redirecting = view.calls.filter(redirects);
    const found: Askable[] = [];
    for (const item of view.mission) {
      if (item.state === 'answered') continue;
      const asked = wanted?.get(item.id) ?? nothing;
      if (!allIn(item.needs, known) || !allIn(asked, known)) continue;
      const to = directedTo(redirecting, item) ?? item.contact;
      const minded = this.detailsFor(item, asked);
      const details = minded.length === 0 ? minded : minded.filter((id) => known.has(id));
      found.push({ item, to: deputies?.get(to) ?? to, details });
    }
    return found;
  }

  /** Details that come to mind: what the mission announces, what was asked for, and now and then what it does not announce. */
  private detailsFor(item: MissionItem, asked: ReadonlySet<string>): string[] {
    if (asked.size > 0) return this.mindedFor(item, asked);
    let minded = this.minded.get(item.id);
    if (!minded) {
      minded = this.mindedFor(item, asked);
      this.minded.set(item.id, minded);
    }
    return minded;
  }

  private mindedFor(item: MissionItem, asked: ReadonlySet<string>): string[] {
    const { player } = this;
    const minded = new Set<string>();
    for (const id of item.needs)
      if (asked.has(id) || !happens(player, 'forgetsKnown', `${item.id} ${id}`)) minded.add(id);
    for (const id of this.sense.belongs.get(item.id) ?? [])
      if (
        !item.needs.includes(id) &&
        (asked.has(id) || !happens(player, 'forgetsHidden', `${item.id} ${id}`))
      )
        minded.add(id);
    for (const id of asked) minded.add(id);
    return [...minded];
  }
}

const nothing: ReadonlySet<string> = new Set();

/** Whether a longer or changed list says the same for what is worked out here; `alike` of a member and what stood in its place. */
function same<T>(
  before: readonly T[],
  now: readonly T[],
  alike: (was: T | undefined, is: T) => boolean,
): boolean {
  if (before === now) return true;
  if (now.length < before.length) return false;
  for (let i = 0; i < now.length; i++) {
    const is = now[i];
    if (is !== undefined && is !== before[i] && !alike(before[i], is)) return false;
  }
  return true;
}

/** What the player's own mails say is known to them. */
const ownMail = (_: MailView | undefined, { from }: MailView): boolean => from === 'me';

/** Whether nothing came of a call that would change what can be asked, of whom and with which details. */
const tellsNothing = (was: CallView | undefined, is: CallView): boolean =>
  is.deputy === (was?.deputy ?? null) &&
  (is.missing.length === 0
    ? (was?.missing.length ?? 0) === 0
    : is.missing === was?.missing && is.about === was.about) &&
  !redirects(is) &&
  !(was && redirects(was));

function allIn(ids: Iterable<string>, known: ReadonlySet<string>): boolean {
  for (const id of ids) if (!known.has(id)) return false;
  return true;
}

function redirects({ lines }: CallView): boolean {
  for (const line of lines) if (line.askInstead !== null) return true;
  return false;
}

function knownIn({ mails, facts }: Pick<RunView, 'mails' | 'facts'>): Set<string> {
  const unread = new Set<string>();
  const read = new Set<string>();
  for (const mail of mails)
    if (mail.from === 'them') for (const id of mail.facts) (mail.opened ? read : unread).add(id);
  const known = new Set<string>();
  for (const { id } of facts) if (read.has(id) || !unread.has(id)) known.add(id);
  return known;
}

/** Details somebody has asked for, by request: by mail or on the line; null for none. */
function askedFor({ mails, calls }: Pick<RunView, 'mails' | 'calls'>): Map<string, Set<string>> | null {
  let wanted: Map<string, Set<string>> | null = null;
  const note = ({ about, missing }: Pick<MailView, 'about' | 'missing'>) => {
    wanted ??= new Map();
    for (const id of about) {
      const known = wanted.get(id) ?? new Set();
      for (const detail of missing) known.add(detail);
      wanted.set(id, known);
    }
  };
  for (const mail of mails) if (mail.opened && mail.missing.length > 0) note(mail);
  for (const call of calls) if (call.missing.length > 0) note(call);
  return wanted;
}

/** Whom to turn to instead of somebody: their deputy, once a notice or else a greeting has named one; null for nobody. */
function deputiesIn({ mails, calls }: Pick<RunView, 'mails' | 'calls'>): Map<string, string> | null {
  let deputies: Map<string, string> | null = null;
  const named = ({ contact, deputy }: Pick<CallView, 'contact' | 'deputy'>) => {
    if (deputy === null) return;
    deputies ??= new Map();
    if (!deputies.has(contact)) deputies.set(contact, deputy);
  };
  for (const mail of mails) if (mail.opened) named(mail);
  for (const call of calls) named(call);
  return deputies;
}

/** Somebody on the line may have named the right person; the latest to do so counts. */
function directedTo(redirecting: readonly CallView[], item: MissionItem): string | undefined {
  const last = redirecting.findLast((call) => call.lines.some((l) => l.asks.includes(item.id)));
  return last?.lines.find((l) => l.askInstead !== null)?.askInstead ?? undefined;
}
