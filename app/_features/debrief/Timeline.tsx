'use client';

import { useTranslations } from 'next-intl';
import type { DebriefView } from '@/core/contract/debrief';
import { SavePicture } from '../../_ui/SavePicture';
import { MomentTable } from './MomentTable';
import { timelineCsv } from './momentRows';
import { TimelineChart } from './TimelineChart';
import { TimelineKey } from './TimelineKey';
import { TimelineNames } from './TimelineNames';
import { TimelineTools } from './TimelineTools';
import { useTimeline } from './useTimeline';
import { useWords } from './useWords';

interface Props {
  views: readonly DebriefView[];
  /** With what nobody could see: only where the reveal is open. */
  reveal: boolean;
  title: string;
}

/** The runs below each other on one time axis: a lane for the participant, one for each recipient. */
export function Timeline({ views, reveal, title }: Props) {
  const t = useTranslations('debrief.timeline');
  const words = useWords(views);
  const { box, layout, scale, names, zoom, step, onKeyDown, point, active, spoken } = useTimeline(
    views,
    reveal,
    words.label,
  );
  const id = reveal ? 'reveal' : 'timeline';
  const detail = active && words.detail(active.moment);
  return (
    <figure aria-label={title}>
      <TimelineTools detail={detail} spoken={spoken} zoom={zoom} onStep={step} />
      <section
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls, and whose keys step and zoom.
        tabIndex={0}
        aria-label={t('scroll', { title })}
        aria-keyshortcuts="ArrowLeft ArrowRight + - 0 Home End"
        onKeyDown={onKeyDown}
        onPointerMove={(e) => point(e.target)}
        onPointerDown={(e) => point(e.target)}
        className="print-whole flex overflow-x-auto overscroll-x-contain focus-visible:outline-offset-[-2px]"
      >
        <TimelineNames layout={layout} width={names} scale={scale} />
        <TimelineChart layout={layout} id={id} active={active} alt={t('alt')} scale={scale} />
      </section>
      <TimelineKey views={views} reveal={reveal} id={id} />
      <div className="mt-3 flex flex-wrap items-center gap-x-4 print:hidden">
        <SavePicture
          name={`meanwhile-${id}`}
          svg={t('saveSvg')}
          png={t('savePng')}
          table={{ label: t('saveCsv'), text: () => timelineCsv(views, reveal, words) }}
        />
        <MomentTable views={views} reveal={reveal} words={words} />
      </div>
    </figure>
  );
}
