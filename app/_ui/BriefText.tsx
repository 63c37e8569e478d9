import type { ReactNode } from 'react';

/** The brief of a scenario in its three parts, as participants read it before they start. */
export const BriefText = ({
  you,
  story,
  goal,
  goalTitle,
}: {
  you: string;
  story: ReactNode;
  goal: string;
  goalTitle: string;
}) => (
  <div className="flex flex-col gap-3 text-lg leading-relaxed">
    <p>{you}</p>
    <div className="text-soft">{story}</div>
    <p className="border-l-4 border-mail pl-4">
      <strong className="block text-sm font-semibold text-mail">{goalTitle}</strong>
      {goal}
    </p>
  </div>
);
