const base =
  'inline-flex items-center justify-center gap-2 rounded-lg font-medium transition-colors disabled:opacity-50 aria-disabled:opacity-50 select-none';
const sizes = {
  sm: 'min-h-8 px-2.5 text-sm',
  md: 'min-h-10 px-3.5 text-sm',
  /** One of a row of many: as high as the large ones, not as wide. */
  bar: 'min-h-12 px-3.5 text-base',
  lg: 'min-h-12 px-6 text-base',
} as const;
const kinds = {
  primary: 'bg-mail-solid text-white hover:brightness-110',
  plain: 'border border-edge/60 bg-raised text-ink hover:bg-well',
  call: 'bg-call-solid text-[#1d1d21] hover:brightness-105',
  quiet: 'text-ink hover:bg-well',
  link: 'text-mail underline underline-offset-4 hover:no-underline',
  danger: 'border border-bad/50 text-bad hover:bg-bad-wash',
  desk: 'bg-desk-solid text-white hover:brightness-110',
} as const;

/** Classes of everything that looks like a button, links included. */
export const buttonClass = (
  kind: keyof typeof kinds = 'plain',
  size: keyof typeof sizes = 'md',
  more = '',
): string => `${base} ${sizes[size]} ${kinds[kind]} ${more}`;
