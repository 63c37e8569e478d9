import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';

interface Props {
  /** What is said about the mark pointed at. */
  detail: string | null;
  /** Whether it is read aloud: reached by keyboard, not merely passed by a pointer. */
  spoken: boolean;
  /** How far it is zoomed, by how much it can be, and whether that is as far as it goes. */
  zoom: { at: number; by: (steps: number) => void; out: boolean; in: boolean };
  onStep: (by: number) => void;
}

/** Zoom, steps from moment to moment, and the line that says what is pointed at. */
export function TimelineTools({ detail, spoken, zoom, onStep }: Props) {
  const t = useTranslations('debrief.timeline');
  const tool = buttonClass('plain', 'sm', 'max-sm:min-h-11 max-sm:min-w-11');
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2 print:hidden">
      <div className="flex gap-1.5">
        <button type="button" className={tool} onClick={() => onStep(-1)} aria-label={t('previous')}>
          ←
        </button>
        <button type="button" className={tool} onClick={() => onStep(1)} aria-label={t('next')}>
          →
        </button>
        <button
          type="button"
          className={tool}
          onClick={() => zoom.by(-1)}
          aria-disabled={zoom.out}
          aria-label={t('zoomOut')}
        >
          −
        </button>
        <button
          type="button"
          className={tool}
          onClick={() => zoom.by(1)}
          aria-disabled={zoom.in}
          aria-label={t('zoomIn')}
        >
          +
        </button>
        <span className="tabular self-center pl-1 text-xs text-soft">{t('zoom', { zoom: zoom.at })}</span>
      </div>
      <p
        className={`min-h-10 flex-1 basis-80 content-center text-sm leading-snug ${detail ? '' : 'text-soft'}`}
        aria-live={spoken ? 'polite' : 'off'}
      >
        {detail ?? t('hint')}
      </p>
    </div>
  );
}
