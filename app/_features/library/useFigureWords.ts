import { useFormatter, useTranslations } from 'next-intl';
import type { figuresOf } from '@/core/sim/scenario/personaFigures';
import type { FigureName } from '@/core/sim/scenario/personaLibrary';

export type Figures = ReturnType<typeof figuresOf>;
interface Span {
  median: number;
  q90: number;
}

/** The figures of a persona as phrases. */
export function useFigureWords(): (name: FigureName, figures: Figures) => string {
  const t = useTranslations('library.people');
  const time = useTime();
  const share = useShare();
  const span = (s: Span) => ({ median: time(s.median), q90: time(s.q90) });
  const words: Record<FigureName, (f: Figures) => string> = {
    mail: ({ mail }) =>
      mail.kind === 'fixed'
        ? t('values.fixed', { times: mail.times.join(', ') })
        : t(`values.${mail.kind}`, span(mail)),
    reply: ({ reply: [first = 0, ...more] }) =>
      more.length === 0
        ? t('values.reply', { first: share(first) })
        : t('values.replyThen', { first: share(first), more: more.map(share).join(', ') }),
    handling: ({ handling }) => t('values.span', span(handling)),
    pickUp: ({ pickUp }) => t('values.share', { share: share(pickUp) }),
    ring: ({ ring }) => t('values.span', span(ring)),
    line: ({ line }) =>
      t('values.line', { busy: share(line.busyShare), lines: line.lines, whenBusy: line.whenBusy }),
    callBack: ({ callBack }) =>
      t('values.callBack', { missed: share(callBack.missed), voicemail: share(callBack.voicemail) }),
    hours: ({ hours }) => t('values.hours', { from: hours.from, to: hours.to, days: hours.daysOff }),
    meetings: ({ meetings }) =>
      meetings.perSixHours === 0
        ? t('values.none')
        : t('values.meetings', { n: meetings.perSixHours, minutes: time(meetings.minutes) }),
    away: ({ away }) =>
      away.share === 0
        ? t('values.none')
        : t('values.away', { share: share(away.share), minutes: time(away.minutes) }),
    traffic: ({ traffic }) =>
      traffic.mailPerHour === 0
        ? t('values.none')
        : t('values.traffic', { n: traffic.mailPerHour, minutes: time(traffic.mailMinutes) }),
    lost: ({ lost }) => t('values.span', span(lost)),
  };
  return (name, figures) => words[name](figures);
}

/** Minutes in the unit that reads best. */
function useTime(): (minutes: number) => string {
  const t = useTranslations('library.people.span');
  return (minutes) => {
    if (minutes < 2) return t('seconds', { n: Math.round(minutes * 60) });
    if (minutes < 120) return t('minutes', { n: tenth(minutes) });
    return minutes < 2_880
      ? t('hours', { n: tenth(minutes / 60) })
      : t('days', { n: tenth(minutes / 1_440) });
  };
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

function useShare(): (share: number) => string {
  const format = useFormatter();
  return (share) => format.number(share, { style: 'percent', maximumFractionDigits: 1 });
}
