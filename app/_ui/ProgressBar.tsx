/** How far something has come, in the product's own colours: browsers draw theirs in green or blue. */
export const ProgressBar = ({ label, value, max }: { label: string; value: number; max: number }) => (
  <progress
    max={max}
    value={value}
    aria-label={label}
    className="h-1.5 w-40 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-mail-solid [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-mail-solid"
  />
);
