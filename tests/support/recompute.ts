import Papa from 'papaparse';

/**
 * Every measure of section M from an exported CSV alone, written from the definitions and from nothing else: no import of the product.
 * Times in simulated ms, shares from 0 to 1, null for not reached or not applicable.
 */
export function recompute(csv: string): Record<string, number | null> {
  const { rows, end, required, told, calls, flights } = read(csv);
  return {
    ...goals(required, told),
    ...waiting(flights, end),
    ...desk(rows, flights),
    ...talk(calls),
    ...written(rows),
    resumptionLag: resumption(rows),
    personTime: everybody(rows, flights, calls, end),
    equality: null,
  };
}

/** When requests of a run were in flight and when its participant was on the phone, as [from, until), from its CSV alone. */
export function spansOf(csv: string): { inFlight: [number, number][]; blocked: [number, number][] } {
  const { calls, flights } = read(csv);
  return {
    inFlight: flights.map((f): [number, number] => [f.asked, f.until]),
    blocked: blocked(calls),
  };
}

function read(csv: string) {
  const rows = Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data;
  const end = Math.max(...rows.map(simMs));
  const started = rows.find((r) => r.type === 'run.started');
  const told = settlements(rows);
  return {
    rows,
    end,
    told,
    required: list(started?.required),
    calls: callsOf(rows, end),
    flights: flightsOf(rows, list(started?.requests), told, end),
  };
}

type Row = Record<string, string>;
interface Call {
  incoming: boolean;
  dialed: number;
  connected: number | null;
  ended: number;
  interrupted: boolean;
  lost: number;
}
interface Flight {
  asked: number;
  /** Null where it stays in flight to the end, or was rejected at `rejected`. */
  answered: number | null;
  rejected: number | null;
  /** In flight over [asked, until); an answer by call before the first mail leaves no time in flight. */
  until: number;
}

const simMs = (row: Row): number => Number(row.simMs);
const list = (cell: string | undefined): string[] => (cell ? (JSON.parse(cell) as string[]) : []);
const asksOf = (row: Row): string[] =>
  row.matched ? (JSON.parse(row.matched) as { request: string }[]).map((m) => m.request) : [];
const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Nearest rank; those that never came are last. */
function rank(values: (number | null)[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.map((v) => v ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const value = sorted[Math.max(1, Math.ceil(p * sorted.length)) - 1] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(value) ? value : null;
}

/** When each request was first answered, in whichever way. */
function settlements(rows: Row[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const row of rows)
    if (row.type === 'mail.received' || row.type === 'call.heard')
      for (const id of list(row.answers)) if (!first.has(id)) first.set(id, simMs(row));
  return first;
}

function goals(required: string[], told: Map<string, number>) {
  const times = required.flatMap((id) => told.get(id) ?? []);
  const all = required.length > 0 && times.length === required.length;
  return {
    solved: required.length > 0 ? times.length / required.length : null,
    firstAnswer: times.length > 0 ? Math.min(...times) : null,
    completionTime: all ? Math.max(...times) : null,
  };
}

function flightsOf(rows: Row[], requests: string[], told: Map<string, number>, end: number): Flight[] {
  const undone = new Set(rows.filter((r) => r.type === 'mail.undone').map((r) => r.mailId));
  const bounced = new Map(rows.filter((r) => r.type === 'mail.bounced').map((r) => [r.mailId, simMs(r)]));
  const sent = rows.filter((r) => r.type === 'mail.sent' && !undone.has(r.mailId));
  return requests.flatMap((id) => {
    const mails = sent.filter((m) => asksOf(m).includes(id));
    const [first] = mails;
    if (!first) return [];
    const answered = told.get(id) ?? null;
    const dead = mails.map((m) => bounced.get(m.mailId));
    const gone = dead.every((at) => at !== undefined) ? Math.max(...dead.map((at) => at ?? 0)) : null;
    const rejected = answered === null ? gone : null;
    return [{ asked: simMs(first), answered, rejected, until: answered ?? rejected ?? end }];
  });
}

function waiting(flights: Flight[], end: number) {
  const some = flights.length > 0;
  const open = flights.filter((f) => f.until > f.asked);
  const moments = open.map((f) => f.asked);
  const latencies = flights.map((f) => (f.answered === null ? null : f.answered - f.asked));
  let pairs = 0;
  let crossed = 0;
  for (const a of flights)
    for (const b of flights) {
      if (a.answered === null || b.answered === null || a.asked >= b.asked || a.answered === b.answered)
        continue;
      pairs++;
      if (a.answered > b.answered) crossed++;
    }
  return {
    inFlightMax: some
      ? Math.max(0, ...moments.map((t) => open.filter((f) => f.asked <= t && t < f.until).length))
      : null,
    inFlightMean: some ? sum(open.map((f) => f.until - f.asked)) / end : null,
    outOfOrder: pairs > 0 ? crossed / pairs : null,
    replyRate: some ? latencies.filter((l) => l !== null).length / flights.length : null,
    latencyQ50: rank(latencies, 0.5),
    latencyQ90: rank(latencies, 0.9),
  };
}

function desk(rows: Row[], flights: Flight[]) {
  const right = rows.filter((r) => r.type === 'desk.done' && r.correct === 'true').map(simMs);
  return {
    deskDone: right.length,
    deskWhileWaiting: right.filter((t) => flights.some((f) => f.asked <= t && t < f.until)).length,
  };
}

function callsOf(rows: Row[], end: number): Call[] {
  const find = (type: string, callId: string | undefined) =>
    rows.find((r) => r.type === type && r.callId === callId);
  return rows
    .filter((r) => r.type === 'call.dialed' || r.type === 'call.incoming')
    .map((begun) => {
      const connected = find('call.connected', begun.callId);
      const over = find('call.ended', begun.callId);
      return {
        incoming: begun.type === 'call.incoming',
        dialed: simMs(begun),
        connected: connected ? simMs(connected) : null,
        ended: over ? simMs(over) : end,
        interrupted: connected?.interrupted === 'true',
        lost: Number(connected?.lostMs ?? 0),
      };
    });
}

/** From the dial, or from accepting, to the end. */
const blocked = (calls: Call[]): [number, number][] =>
  calls.flatMap((c): [number, number][] => {
    const from = c.incoming ? c.connected : c.dialed;
    return from === null ? [] : [[from, c.ended]];
  });

function talk(calls: Call[]) {
  const connected = calls.filter((c) => c.connected !== null);
  const interrupted = calls.filter((c) => c.interrupted);
  return {
    blockedTime: sum(blocked(calls).map(([from, to]) => to - from)),
    attemptsPerContact:
      connected.length > 0 ? calls.filter((c) => !c.incoming).length / connected.length : null,
    interruptionsCaused: interrupted.length,
    timeLostToOthers: sum(interrupted.map((c) => c.lost)),
    interruptionsSuffered: connected.filter((c) => c.incoming).length,
  };
}

function written(rows: Row[]) {
  const undone = new Set(rows.filter((r) => r.type === 'mail.undone').map((r) => r.mailId));
  const sent = rows.filter((r) => r.type === 'mail.sent' && !undone.has(r.mailId));
  const asked = (type: string, kinds: string[]) =>
    rows.filter((r) => r.type === type && kinds.includes(r.kind ?? '')).length;
  return {
    messages: sent.length,
    words: sum(sent.map((r) => Number(r.words))),
    clarifications: asked('mail.received', ['clarify']) + asked('call.heard', ['question', 'unmatched']),
    reminders: sent.filter((r) => r.kind === 'reminder').length,
  };
}

/** From an opened reply or the end of a call of ours to the next finished card, if one comes before the next such moment. */
function resumption(rows: Row[]): number | null {
  const replies = new Set(rows.filter((r) => r.type === 'mail.received' && r.inReplyTo).map((r) => r.mailId));
  const ours = new Set(
    rows.filter((r) => r.type === 'call.dialed' || r.type === 'call.connected').map((r) => r.callId),
  );
  const returns = (r: Row) =>
    (r.type === 'mail.opened' && replies.has(r.mailId)) || (r.type === 'call.ended' && ours.has(r.callId));
  const lags = rows.flatMap((row, i) => {
    if (!returns(row)) return [];
    const next = rows.slice(i + 1).find((r) => returns(r) || r.type === 'desk.done');
    return next?.type === 'desk.done' ? [simMs(next) - simMs(row)] : [];
  });
  return rank(lags, 0.5);
}

const card = 5 * 60_000;

/** Blocked, writing and reading, idle with something in flight; and of the recipients handling, talk and lost time. */
function everybody(rows: Row[], flights: Flight[], calls: Call[], end: number): number {
  const scenes: [number, number][] = [];
  const cards: [number, number][] = [];
  let opened: number | null = null;
  let last = 0;
  for (const row of rows) {
    const t = simMs(row);
    if (row.type === 'scene.opened') opened = t;
    if (row.type === 'scene.closed') {
      if (opened !== null) scenes.push([opened, t]);
      opened = null;
      last = t;
    }
    if (row.type === 'desk.done') {
      cards.push([Math.max(last, t - card), t]);
      last = t;
    }
  }
  if (opened !== null) scenes.push([opened, end]);
  const busy = [...scenes, ...blocked(calls)];
  const waits = flights.filter((f) => f.until >= f.asked).map((f): [number, number] => [f.asked, f.until]);
  const idle = union([...waits, ...busy, ...cards]) - union([...busy, ...cards]);
  const handling = sum(rows.filter((r) => r.type === 'mail.read').map((r) => Number(r.serviceMs)));
  const talked = sum(calls.map((c) => (c.connected === null ? 0 : c.ended - c.connected)));
  return union(busy) + idle + handling + talked + talk(calls).timeLostToOthers;
}

/** How much of the time some of these spans cover. */
function union(spans: [number, number][]): number {
  const edges = [...new Set(spans.flat())].sort((a, b) => a - b);
  return sum(
    edges.map((from, i) => {
      const to = edges[i + 1] ?? from;
      return spans.some(([a, b]) => a <= from && to <= b) ? to - from : 0;
    }),
  );
}
