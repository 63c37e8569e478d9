import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DebriefView } from '@/core/contract/debrief';

interface Props {
  views: readonly DebriefView[];
  reveal: boolean;
  id: string;
}

/** What the marks mean: only those that occur. */
export function TimelineKey({ views, reveal, id }: Props) {
  const t = useTranslations('debrief.timeline.key');
  const some = (has: (view: DebriefView) => boolean) => views.some(has);
  const called = some((v) => v.calls.length > 0);
  const entries: [boolean, Parameters<typeof t>[0], ReactNode][] = [
    [
      some((v) => v.flights.length > 0),
      'flight',
      <path key="f" d="M1 8H19" className="stroke-mail" strokeWidth="1.8" />,
    ],
    [
      some((v) => v.flights.some((f) => f.end === 'answered' || f.end === 'call')),
      'answered',
      <circle key="a" cx="10" cy="8" r="4.5" className="fill-mail" />,
    ],
    [
      some((v) => v.flights.some((f) => f.to === null)),
      'never',
      <circle key="n" cx="10" cy="8" r="4.5" className="fill-panel stroke-mail" strokeWidth="2" />,
    ],
    [
      some((v) => v.mails.some((m) => m.kind === 'clarify' || m.kind === 'outOfOffice')),
      'question',
      <path
        key="q"
        d="M10 2.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z"
        className="fill-panel stroke-mail"
        strokeWidth="1.8"
      />,
    ],
    [
      some((v) => v.mails.some((m) => m.kind === 'authored')),
      'news',
      <path key="w" d="M5 5h10l-5 7z" className="fill-soft" />,
    ],
    [
      some((v) => v.calls.some((c) => c.connectedMs !== null)),
      'talk',
      <rect key="t" x="2" y="2" width="16" height="12" rx="1.5" className="fill-call-solid stroke-call" />,
    ],
    [
      called,
      'ring',
      <rect
        key="r"
        x="2"
        y="2"
        width="16"
        height="12"
        className="fill-call-wash stroke-call"
        strokeWidth="1.2"
      />,
    ],
    [
      called,
      'blocked',
      <rect
        key="b"
        x="1"
        y="1"
        width="18"
        height="14"
        fill={`url(#${id}-blocked)`}
        className="stroke-call"
      />,
    ],
    [
      some((v) => v.cards.some((c) => c.correct)),
      'card',
      <path key="c" d="M6 8l3 4l6 -9" className="fill-none stroke-desk" strokeWidth="2.2" />,
    ],
    [
      some((v) => v.scenes.length > 0),
      'scenes',
      <g key="s">
        <rect x="1" y="4" width="8" height="7" rx="2" className="fill-mail" />
        <rect x="11" y="4" width="8" height="7" rx="2" className="fill-mail-wash stroke-mail-line" />
      </g>,
    ],
    [
      reveal,
      'busy',
      <rect key="u" x="1" y="1" width="18" height="14" fill={`url(#${id}-busy)`} className="stroke-line" />,
    ],
    [
      reveal,
      'reachable',
      <rect key="e" x="1" y="6" width="18" height="5" className="fill-call-solid stroke-call" />,
    ],
    [
      reveal && some((v) => (v.measures.timeLostToOthers ?? 0) > 0),
      'lost',
      <rect key="l" x="1" y="1" width="18" height="14" fill={`url(#${id}-lost)`} className="stroke-call" />,
    ],
  ];
  return (
    <figcaption className="mt-3 text-[0.8125rem] text-soft">
      <ul className="flex flex-wrap gap-x-5 gap-y-1.5">
        {entries.map(
          ([there, name, sign]) =>
            there && (
              <li key={String(name)} className="inline-flex items-center gap-1.5">
                <svg viewBox="0 0 20 16" className="h-4 w-5 shrink-0" aria-hidden="true" data-part="key">
                  {sign}
                </svg>
                {t(name)}
              </li>
            ),
        )}
      </ul>
    </figcaption>
  );
}
