const looks = {
  mail: 'border-mail-line/60 text-mail',
  done: 'border-mail bg-mail-solid text-white',
  plain: 'border-line bg-ground text-ink',
} as const;

/** A small label; `done` is an answer, filled like its dot. */
export const Chip = ({ look, children }: { look: keyof typeof looks; children: string }) => (
  <span className={`inline-block rounded-full border px-2 py-px text-xs ${looks[look]}`}>{children}</span>
);
