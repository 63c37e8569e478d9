import type { DebriefView } from '@/core/contract/debrief';
import { storyTime } from '../../_lib/clock';
import { type Moment, momentsOf } from './moments';

/** Sizes of the timeline in its own units. */
export const frame = { top: 2, head: 44, me: 36, row: 18, lane: 30, foot: 17, gap: 5, right: 20 } as const;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Placed {
  moment: Moment;
  box: Box;
  /** Where its direct label goes, or null where there is no room. */
  label: { x: number; y: number; anchor: 'start' | 'end'; text: string } | null;
}

export interface Lane {
  contact: string;
  name: string;
  role: string;
  y: number;
  height: number;
  marks: Placed[];
}

/** One run: its heading, the participant's lane and one per recipient. */
export interface Panel {
  view: DebriefView;
  y: number;
  height: number;
  me: Box & { marks: Placed[]; blocked: Box[] };
  lanes: Lane[];
}

export interface Layout {
  panels: Panel[];
  width: number;
  height: number;
  /** One scale for all runs. */
  x: (simMs: number) => number;
  ticks: number[];
  /** The simulated ms at the right edge. */
  span: number;
}

export interface Options {
  /** Of the part right of the names, in the timeline's own units. */
  width: number;
  reveal: boolean;
  /** The direct label of a moment, or null for none. */
  labelOf: (moment: Moment) => string | null;
}

/** Where everything stands: the runs below each other on one time axis, so that the same moment is at the same place. */
export function layoutOf(views: readonly DebriefView[], { width, reveal, labelOf }: Options): Layout {
  const last = Math.max(...views.map((v) => v.endMs));
  const span = Math.max(1, last);
  const x = (simMs: number) => (simMs / span) * (width - frame.right);
  let y: number = frame.top;
  const panels = views.map((view) => {
    const panel = panelOf(view, y, { x, width, reveal, labelOf });
    y += panel.height + frame.gap;
    return panel;
  });
  const startMs = storyTime(views[0]?.start ?? '2026-01-01T00:00', 0);
  return { panels, width, height: y + 2, x, span, ticks: ticksOf(span, startMs, (width - frame.right) / 84) };
}

type Setting = Options & { x: (simMs: number) => number };

function panelOf(view: DebriefView, top: number, setting: Setting): Panel {
  const { x } = setting;
  const moments = momentsOf(view, setting.reveal);
  const me = { x: 0, y: top + frame.head, width: x(view.endMs), height: frame.me };
  let y = me.y + me.height + frame.gap;
  const lanes = view.lanes.map((lane) => {
    const own = moments.filter((m) => m.contact === lane.contact);
    const placed = laneOf(own, y, setting);
    y += placed.height + frame.gap;
    return { ...lane, ...placed };
  });
  const between = (from: number, to: number) => ({ x: x(from), width: Math.max(1.5, x(to) - x(from)) });
  return {
    view,
    y: top,
    height: y - top + 8,
    me: {
      ...me,
      blocked: view.calls.flatMap(({ blocked }) =>
        blocked ? [{ ...between(blocked.from, blocked.to), y: me.y, height: me.height }] : [],
      ),
      marks: moments
        .filter((m) => m.kind === 'card')
        .map((moment) => {
          const box = { x: x(moment.from) - 5, y: me.y + 15, width: 10, height: 14 };
          return { moment, box, label: null };
        }),
    },
    lanes,
  };
}

/** A lane: a row for each line in flight, below them the words of calls; calls themselves fill its height. */
function laneOf(
  own: readonly Moment[],
  y: number,
  setting: Setting,
): { y: number; height: number; marks: Placed[] } {
  const flights = own.filter((m) => m.kind === 'flight');
  const calls = own.filter((m) => m.kind === 'call');
  const rows = flights.length * frame.row + (calls.length > 0 ? frame.row : 0);
  const height = Math.max(frame.lane, rows + 12) + (setting.reveal ? frame.foot : 0);
  const rowY = (i: number) => y + 6 + frame.row * (i + 0.5);
  const words = y + (setting.reveal ? height - frame.foot : height) - 6 - frame.row / 2;
  const foot = y + height - 10;
  const marks = own.map((moment): Placed => {
    const box = boxOf(moment, { y, height, setting, rowY, flights });
    return { moment, box, label: null };
  });
  return { y, height, marks: withLabels(marks, { words, foot, setting }) };
}

interface LaneSetting {
  y: number;
  height: number;
  setting: Setting;
  rowY: (i: number) => number;
  flights: readonly Moment[];
}

function boxOf(moment: Moment, { y, height, setting, rowY, flights }: LaneSetting): Box {
  const { x } = setting;
  const end = moment.to ?? Number.POSITIVE_INFINITY;
  const wide = { x: x(moment.from), width: Math.max(1.5, Math.min(x(end), setting.width) - x(moment.from)) };
  switch (moment.kind) {
    case 'flight':
      return { ...wide, y: rowY(flights.indexOf(moment)) - 6, height: 12 };
    case 'mail': {
      // What nobody asked for stands at the top; a question on the line it belongs to.
      const under = flights.findIndex((f) => f.from < moment.from && (f.to ?? Infinity) >= moment.from);
      const top = moment.mail.kind === 'authored' ? y - 1 : rowY(Math.max(0, under)) - 6;
      return { x: x(moment.from) - 5, y: top, width: 10, height: 12 };
    }
    case 'reachable':
      return { ...wide, y: y + height - 4, height: 4 };
    default:
      return { ...wide, y, height };
  }
}

/** About how wide a letter of a label is; generous, so that labels do not touch. */
const letter = 6.1;
const fewest = 9;

interface Lines {
  words: number;
  foot: number;
  setting: Setting;
}

/** What is taken on each line of a lane, and how much room is left from a point to the right or to the left. */
class Room {
  readonly #taken = new Map<number, { from: number; to: number }[]>();
  constructor(private readonly width: number) {}

  take(line: number, from: number, to: number): void {
    this.#taken.set(line, [...(this.#taken.get(line) ?? []), { from, to }]);
  }
  right(line: number, from: number): number {
    const next = (this.#taken.get(line) ?? []).filter((t) => t.to > from).map((t) => t.from);
    return Math.min(this.width, ...next) - from;
  }
  left(line: number, to: number): number {
    const before = (this.#taken.get(line) ?? []).filter((t) => t.from < to).map((t) => t.to);
    return to - Math.max(0, ...before);
  }
}

/** Labels beside their marks, right before left, shortened or left out where something else stands. */
function withLabels(marks: readonly Placed[], { words, foot, setting }: Lines): Placed[] {
  const room = new Room(setting.width);
  const lineOf = ({ moment, box }: Placed): number => {
    if (moment.kind === 'call') return words;
    return moment.kind === 'busy' || moment.kind === 'lost' ? foot : box.y + box.height / 2;
  };
  const lines = new Set(marks.filter((m) => m.moment.kind !== 'reachable').map(lineOf));
  for (const mark of marks) {
    const { kind } = mark.moment;
    const [from, to] = [mark.box.x, mark.box.x + mark.box.width];
    if (kind === 'flight' || kind === 'mail') room.take(lineOf(mark), from - 3, to + 3);
    if (kind === 'call') for (const line of lines) if (line !== foot) room.take(line, from, to);
  }
  return marks.map((mark) => {
    const text = setting.labelOf(mark.moment);
    return text === null ? mark : { ...mark, label: labelAt(mark, text, lineOf(mark), room) };
  });
}

function labelAt({ moment, box }: Placed, text: string, line: number, room: Room): Placed['label'] {
  const y = line + 4;
  const long = text.length * letter + 6;
  if (moment.kind === 'busy') return box.width > long ? { x: box.x + 4, y, anchor: 'start', text } : null;
  const right = box.x + box.width + (moment.kind === 'flight' ? 8 : 5);
  const left = box.x - 6;
  const start = (from: number, words: string): Placed['label'] => {
    room.take(line, from, from + words.length * letter + 6);
    return { x: from, y, anchor: 'start', text: words };
  };
  if (room.right(line, right) >= long) return start(right, text);
  if (room.left(line, left) >= long) {
    room.take(line, left - long, left);
    return { x: left, y, anchor: 'end', text };
  }
  // On the line itself, which the text then interrupts.
  if (moment.kind === 'flight' && box.width > long + 24) return { x: box.x + 12, y, anchor: 'start', text };
  const letters = Math.floor((room.right(line, right) - 6) / letter) - 1;
  return letters < fewest ? null : start(right, `${text.slice(0, letters).trimEnd()}…`);
}

const minute = 60_000;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1_440];

/** Whole minutes, quarters or hours of the story, as many as stay readable. */
function ticksOf(span: number, startMs: number, most: number): number[] {
  const every = (steps.find((min) => span / (min * minute) <= most) ?? 2_880) * minute;
  const ticks: number[] = [];
  for (let at = (every - (startMs % every)) % every; at <= span; at += every) ticks.push(at);
  return ticks;
}
