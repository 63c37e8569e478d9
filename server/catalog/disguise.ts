/** How an export names things: as they are, or so that nobody can be told from it. */
export interface Disguise {
  participant: (id: string) => string;
  team: (id: string) => string;
  run: (id: string) => string;
  actor: (actor: string) => string;
  at: (wall: number) => number;
  /** What a person typed about themselves. */
  text: (text: string | null) => string | null;
  /** An event's data without what its actor typed. */
  typed: (actor: string, data: Record<string, unknown>) => Record<string, unknown>;
  /** The data of a session's event. */
  control: (data: object) => object;
}

const plain: Disguise = {
  participant: (id) => id,
  team: (id) => id,
  run: (id) => id,
  actor: (actor) => actor,
  at: (wall) => wall,
  text: (text) => text,
  typed: (_, data) => data,
  control: (data) => data,
};

/** With `names` everything as it is; else numbers for ids, times from `openedAt`, and nothing that anybody typed. */
export function disguise(names: boolean, openedAt: number): Disguise {
  if (names) return plain;
  const participant = numbered('participant');
  const team = numbered('team');
  const run = numbered('run');
  const replaced: Record<string, (value: unknown) => unknown> = {
    participantId: (v) => participant(String(v)),
    teamId: (v) => team(String(v)),
    to: (v) => (Array.isArray(v) ? v.map((one) => team(String(one))) : v),
    name: () => null,
    text: () => null,
    subject: () => null,
    answers: () => null,
    settings: () => null,
  };
  return {
    participant,
    team,
    run,
    actor: (actor) =>
      actor.startsWith('q:')
        ? `q:${participant(actor.slice(2))}`
        : actor.startsWith('a:')
          ? 'facilitator'
          : actor,
    at: (wall) => Math.round(wall - openedAt),
    text: () => null,
    typed: (actor, data) => {
      const own = /^p[0-9]/.test(actor);
      // Replies and forwarded mails carry the subject of their thread on, which somebody typed.
      const echo = !own && 'subject' in data && data.kind !== 'authored';
      return {
        ...data,
        ...(own && 'text' in data && { text: null }),
        ...((own || echo) && 'subject' in data && { subject: null }),
      };
    },
    control: (data) =>
      Object.fromEntries(
        Object.entries(data).map(([field, value]) => [field, (replaced[field] ?? ((v) => v))(value)]),
      ),
  };
}

function numbered(kind: string): (id: string) => string {
  const numbers = new Map<string, number>();
  return (id) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `${kind}-${number}`;
  };
}
