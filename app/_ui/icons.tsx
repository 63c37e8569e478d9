import type { ReactNode } from 'react';

/** Icons drawn for this product: 16 by 16, one stroke, in the colour of the text. Never the only cue. */
function Icon({ children, className = 'size-4' }: { children: ReactNode; className?: string | undefined }) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

const paths = {
  write: <path d="M3 13l.7-3L11 2.7l2.3 2.3L6 12.3 3 13Zm6.3-8.6 2.3 2.3" />,
  sending: <circle cx="8" cy="8" r="5" strokeDasharray="2 3" />,
  sent: <path d="M2 8h10M9 5l3 3-3 3" />,
  delivered: <path d="m3 8.5 3 3 7-7" />,
  read: <path d="m1 8.5 3 3 6-7M8 11.5l6.5-7" />,
  replied: <path d="M6 4 2.5 7.5 6 11M3 7.5h6.5a4 4 0 0 1 4 4" />,
  bounced: <path d="M3 13V5m0 8h8M13 3 4.5 11.5" />,
  undone: <path d="M4 3 2 6l3 1.5M2.5 6A6 6 0 1 1 3 11" />,
  notSent: <path d="M8 3v6m0 3v.5" />,
  pause: <path d="M5.5 3.5v9m5-9v9" strokeWidth="2.2" />,
  play: <path d="M5 3.5v9l7-4.5z" fill="currentColor" />,
  skip: <path d="M3 3.5v9l6-4.5zM12.5 3.5v9" fill="currentColor" />,
  menu: <path d="M3 4.5h10M3 8h10M3 11.5h10" />,
  back: <path d="M10 3 5 8l5 5" />,
  search: <path d="m13.5 13.5-3.2-3.2M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z" />,
  close: <path d="m4 4 8 8m0-8-8 8" />,
  ring: <circle cx="8" cy="8" r="4.5" />,
  dot: <circle cx="8" cy="8" r="4.5" fill="currentColor" />,
  line: <path d="M1.5 8h13" strokeWidth="2" />,
  question: <path d="M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.8m0 2.7v.3" />,
  mail: <path d="M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5" />,
  list: <path d="M6 4h8M6 8h8M6 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01" />,
  desk: <path d="m3 8.5 3 3 7-7" strokeWidth="2" />,
  later: <path d="M8 4.5V8l2.5 1.5M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z" />,
  phone: (
    <path d="M3 2.5h2.6l1.2 3-1.6 1.2a8 8 0 0 0 4.1 4.1l1.2-1.6 3 1.2V13a.8.8 0 0 1-.9.8A11.3 11.3 0 0 1 2.2 3.4.8.8 0 0 1 3 2.5Z" />
  ),
  hangUp: <path d="M1.5 9.5c3.6-4 9.4-4 13 0l-1.6 1.9-2.6-1V8.6a7 7 0 0 0-4.6 0v1.8l-2.6 1z" />,
  lock: <path d="M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />,
  sound: <path d="M2.5 6.2v3.6H5l3.5 3V3.2L5 6.2zM11 5.7a3.3 3.3 0 0 1 0 4.6M12.8 3.8a6 6 0 0 1 0 8.4" />,
  mute: <path d="M2.5 6.2v3.6H5l3.5 3V3.2L5 6.2zM11 6.2l3.6 3.6m0-3.6L11 9.8" />,
  link: <path d="M2 11a8.5 8.5 0 0 1 12 0M4.5 13a5 5 0 0 1 7 0" />,
} as const;
export type IconName = keyof typeof paths;

export const Glyph = ({ name, className }: { name: IconName; className?: string }) => (
  <Icon className={className}>{paths[name]}</Icon>
);
