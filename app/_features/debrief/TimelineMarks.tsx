import type { DebriefCall, DebriefFlight } from '@/core/contract/debrief';
import type { Box, Lane, Panel, Placed } from './timelineLayout';

/** Patterns, one set per drawing; `id` keeps those of two drawings on a page apart. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-blocked`}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="7" height="7" className="fill-call-wash" />
        <path d="M2 0V7" className="stroke-call" strokeWidth="2.6" />
      </pattern>
      <pattern
        id={`${id}-busy`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M1 0V6" className="stroke-edge" strokeWidth="1.4" opacity="0.6" />
      </pattern>
      <pattern
        id={`${id}-lost`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <path d="M1 0V5" className="stroke-call" strokeWidth="2" />
      </pattern>
    </defs>
  );
}

/** The participant: writing and reading as a band, desk cards as ticks, and where the line was taken, hatched. */
export function MyLane({ panel, id, x }: { panel: Panel; id: string; x: (ms: number) => number }) {
  const { me, view } = panel;
  return (
    <g>
      <rect {...rectOf(me)} rx="4" className="fill-panel" />
      {view.scenes.map((s, i) => (
        <rect
          key={`${s.kind}${s.from}-${String(i)}`}
          x={x(s.from)}
          y={me.y + 4}
          width={Math.max(2, x(s.to) - x(s.from))}
          height="7"
          rx="2"
          className={s.kind === 'compose' ? 'fill-mail' : 'fill-mail-wash stroke-mail-line'}
        />
      ))}
      {me.blocked.map((b) => (
        <rect key={b.x} {...rectOf(b)} fill={`url(#${id}-blocked)`} className="stroke-call" strokeWidth="1" />
      ))}
      {me.marks.map(({ moment, box }) => (
        <g key={moment.key} data-moment={moment.key}>
          <rect {...rectOf(box)} className="fill-transparent" />
          {moment.kind === 'card' && <Card box={box} correct={moment.correct} />}
        </g>
      ))}
    </g>
  );
}

function Card({ box, correct }: { box: Box; correct: boolean }) {
  const [x, y] = [box.x + 5, box.y + 7];
  return (
    <path
      d={correct ? `M${x - 4} ${y}l3 4l6 -9` : `M${x - 3} ${y - 4}l6 8m0 -8l-6 8`}
      className={`fill-none ${correct ? 'stroke-desk' : 'stroke-bad'}`}
      strokeWidth="2.2"
    />
  );
}

/** One recipient: what nobody saw lies lowest, then calls, then thin lines on top. */
export function LaneMarks({ lane, id, end }: { lane: Lane; id: string; end: number }) {
  const layer = (kinds: readonly Placed['moment']['kind'][]) =>
    lane.marks.filter((m) => kinds.includes(m.moment.kind));
  return (
    <g>
      <rect x="0" y={lane.y} width={end} height={lane.height} rx="4" className="fill-panel" />
      {layer(['busy', 'lost', 'reachable']).map((m) => (
        <Hidden key={m.moment.key} mark={m} id={id} />
      ))}
      {layer(['call']).map((m) => (
        <g key={m.moment.key} data-moment={m.moment.key}>
          {m.moment.kind === 'call' && <Call box={m.box} call={m.moment.call} end={end} />}
        </g>
      ))}
      {layer(['flight']).map((m) => (
        <g key={m.moment.key} data-moment={m.moment.key}>
          {m.moment.kind === 'flight' && <Flight box={m.box} flight={m.moment.flight} end={end} />}
        </g>
      ))}
      {layer(['mail']).map((m) => (
        <g key={m.moment.key} data-moment={m.moment.key}>
          {m.moment.kind === 'mail' && <Arrival box={m.box} question={m.moment.mail.kind !== 'authored'} />}
        </g>
      ))}
    </g>
  );
}

function Hidden({ mark: { moment, box }, id }: { mark: Placed; id: string }) {
  const fill =
    moment.kind === 'reachable'
      ? { className: 'fill-call-solid stroke-call' }
      : { fill: `url(#${id}-${moment.kind})`, className: moment.kind === 'lost' ? 'stroke-call' : '' };
  return (
    <g data-moment={moment.key}>
      <rect {...rectOf(box)} strokeWidth="0.75" {...fill} />
    </g>
  );
}

/** A call: outlined while it dials, rings or holds; one solid block that fills the lane while two people talk. */
function Call({ box, call, end }: { box: Box; call: DebriefCall; end: number }) {
  const perMs = call.to > call.from ? box.width / (call.to - call.from) : 0;
  const talk = call.connectedMs === null ? null : box.x + (call.connectedMs - call.from) * perMs;
  const y = box.y + 2;
  const height = box.height - 4;
  const stop = Math.min(box.x + box.width, end);
  return (
    <>
      <rect
        x={box.x}
        y={y}
        width={Math.max(2, (talk ?? stop) - box.x)}
        height={height}
        className="fill-call-wash stroke-call"
        strokeWidth="1.2"
        strokeDasharray={call.voicemailMs === null ? undefined : '3 2'}
      />
      {talk !== null && (
        <rect
          x={talk}
          y={y}
          width={Math.max(2.5, stop - talk)}
          height={height}
          rx="1.5"
          className="fill-call-solid stroke-call"
          strokeWidth="1"
        />
      )}
    </>
  );
}

/** A thin line while in flight: a dot where the answer came, an open ring where it never did, a cross where the address is dead. */
function Flight({ box, flight, end }: { box: Box; flight: DebriefFlight; end: number }) {
  const y = box.y + box.height / 2;
  const to = flight.to === null ? end : box.x + box.width;
  return (
    <>
      <path d={`M${box.x} ${y}H${to}`} className="fill-none stroke-transparent" strokeWidth="14" />
      <path
        d={`M${box.x} ${y}H${to}`}
        className="fill-none stroke-mail"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
      {flight.end === 'rejected' ? (
        <path d={`M${to - 4} ${y - 4}l8 8m0 -8l-8 8`} className="fill-none stroke-bad" strokeWidth="2.2" />
      ) : (
        <circle
          cx={to}
          cy={y}
          r="4.5"
          strokeWidth="2"
          className={flight.to === null ? 'fill-panel stroke-mail' : 'fill-mail stroke-mail'}
        />
      )}
    </>
  );
}

/** What came besides answers: a diamond where they asked back, are away or passed it on, an arrow for mail unasked for. */
function Arrival({ box, question }: { box: Box; question: boolean }) {
  const [x, y] = [box.x + 5, box.y + 6];
  return question ? (
    <path
      d={`M${x} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5z`}
      className="fill-panel stroke-mail"
      strokeWidth="1.8"
    />
  ) : (
    <path d={`M${x - 4} ${y - 3}h8l-4 6z`} className="fill-soft" />
  );
}

export const rectOf = ({ x, y, width, height }: Box) => ({ x, y, width, height });
