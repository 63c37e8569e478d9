import type { Distribution } from '@/core/contract/distribution';
import type { Persona } from '@/core/contract/persona';
import type { SourceId } from './sources';

interface PersonaRow {
  read: (p: Persona) => string;
  /** What the figure leans on; without any it is an assumption through and through. */
  leansOn: readonly SourceId[];
}

const row = (read: PersonaRow['read'], ...leansOn: SourceId[]): PersonaRow => ({ read, leansOn });

/** Every figure of a persona, each a reading of it as it stands in the program, in the notation of docs/simulation-model.md. */
export const personaRows = {
  hours: row((p) => `${p.calendar.from} to ${p.calendar.to}`),
  daysOff: row((p) => p.calendar.daysOff.join(', ')),
  lunch: row((p) => lunch(p)),
  meetings: row((p) => `${p.meetings.perSixHours} × ${p.meetings.minutes}`, 'gonzalez'),
  away: row((p) => `${p.away.share}; ${p.away.minutes}`),
  checks: row((p) => check(p), 'jackson', 'mark2016'),
  discipline: row((p) => (p.mail.profile === 'queue' ? p.mail.discipline : p.mail.profile)),
  overhead: row((p) => `${p.mail.overhead}`, 'brysbaert', 'dhakal', 'kooti'),
  traffic: row((p) => `${p.traffic.mailPerHour} × ${p.traffic.mailMinutes}`, 'jackson'),
  chance: row((p) => p.reply.chance.join(', ')),
  nagging: row((p) => `${p.reply.nagging.limit}, ${p.reply.nagging.factor}`),
  load: row((p) => `${p.reply.perWaitingMail}`),
  handling: row((p) => words(p.handling)),
  pickUp: row((p) => `${p.call.pickUp}; ${p.call.busyShare}`, 'pielot', 'hiya'),
  ring: row((p) => words(p.call.ring), 'tawkon'),
  opening: row((p) => words(p.call.opening)),
  talk: row((p) => `${p.call.talkExtra}; ${p.call.detail}`),
  callBack: row((p) => `${p.call.callBack.missed}; ${p.call.callBack.voicemail}`),
  look: row((p) => `${p.call.lookAndCallBack.chance}; ${words(p.call.lookAndCallBack.delay)}`),
  lost: row((p) => words(p.call.lost), 'jackson'),
  lines: row((p) => `${p.call.lines}; ${p.call.whenBusy}`),
} as const satisfies Record<string, PersonaRow>;

export type PersonaRowName = keyof typeof personaRows;
export const personaRowNames = Object.keys(personaRows) as PersonaRowName[];

/** What all of these personas have in common, or null where they differ. */
export function inCommon(personas: readonly Persona[], name: PersonaRowName): string | null {
  const values = personas.map(personaRows[name].read);
  return new Set(values).size === 1 ? (values[0] ?? null) : null;
}

const lunch = ({ calendar: { lunch: l } }: Persona): string =>
  l ? `${l.earliest} to ${l.latest}; ${l.minutes}` : 'none';

function check({ mail }: Persona): string {
  if (mail.profile === 'sampled') return `after ${words(mail.delay)}`;
  if (mail.check.kind === 'notified') return `notified, after ${words(mail.check.delay)}`;
  return mail.check.kind === 'fixed' ? mail.check.times.join(', ') : `gap ${words(mail.check.gap)}`;
}

/** The kinds that the default personas use; another one has to be given its words first. */
function words(d: Distribution): string {
  if (d.kind === 'lognormal') return `LN(${d.median}, ${d.sigma})`;
  if (d.kind === 'uniform') return `U(${d.low}, ${d.high})`;
  if (d.kind === 'exponential') return `${d.shift ?? 0} + Exp(${d.mean}), at most ${d.atMost}`;
  throw new RangeError(`no words for a ${d.kind} distribution`);
}
