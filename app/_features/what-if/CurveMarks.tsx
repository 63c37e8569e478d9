import { AreaClosed, LinePath } from '@visx/shape';
import type { Curve, Place } from '@/core/whatIf/picture';
import type { Scales } from './chartScales';
import { looks } from './looks';

/** One curve: its band, its line, and an open ring where half or more did not get there. */
export function CurveMarks({ curve, scales }: { curve: Curve; scales: Scales }) {
  const { x, y, unreached } = scales;
  const look = looks[curve.policy];
  const ceiling = Math.min(...y.range());
  const banded = curve.places.filter((p) => p.band && (p.centre !== null || p.band.low !== null));
  const high = (p: Place) => (p.band?.high == null ? ceiling : y(p.band.high));
  const low = (p: Place) => (p.band?.low == null ? ceiling : y(p.band.low));
  return (
    <g>
      {banded.length > 1 && (
        <AreaClosed<Place>
          data={banded}
          yScale={y}
          x={(p) => x(p.x)}
          y0={low}
          y1={high}
          className={look.fill}
          fillOpacity={look.opacity}
          stroke="none"
        />
      )}
      <LinePath<Place>
        data={curve.places}
        defined={(p) => p.centre !== null}
        x={(p) => x(p.x)}
        y={(p) => y(p.centre ?? 0)}
        className={look.stroke}
        fill="none"
        strokeWidth={look.width}
        strokeLinecap="round"
        strokeLinejoin="round"
        {...(look.dash && { strokeDasharray: look.dash })}
      />
      {curve.places.map((p) =>
        p.centre === null ? (
          unreached !== null &&
          p.n > 0 && (
            <circle
              key={p.x}
              cx={x(p.x)}
              cy={unreached}
              r="5"
              className={`fill-ground ${look.stroke}`}
              strokeWidth="2"
            />
          )
        ) : (
          <circle key={p.x} cx={x(p.x)} cy={y(p.centre)} r={look.width > 4 ? 5 : 3.5} className={look.fill} />
        ),
      )}
    </g>
  );
}
