'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { CaptionView, FactView } from '@/core/contract/view';
import { Chip } from '../../../_ui/Chip';
import { usePlay, useSimNow } from '../playContext';
import { spokenSoFar } from './calls';
import { useStill } from './useStill';

/** What one side says, appearing word by word while it is spoken. Whoever wants less motion gets the sentence at once. */
export function Caption({ line: spoken, name }: { line: CaptionView; name: string }) {
  const still = useStill();
  const now = useSimNow(1_000);
  const facts = usePlay((s) => s.view.facts);
  const line = { ...spoken, text: wordsOf(spoken, facts) };
  return now + 1_000 < line.untilMs && !still ? (
    <Speaking line={line} name={name} />
  ) : (
    <Said line={line} name={name} text={line.text} />
  );
}

/** A detail that is given without words is heard as what it says. */
const wordsOf = (line: CaptionView, facts: readonly FactView[]): string | null =>
  line.text === ''
    ? line.details.map((id) => facts.find((f) => f.id === id)?.text ?? '').join(', ')
    : line.text;

function Speaking({ line, name }: { line: CaptionView; name: string }) {
  const now = useSimNow(100);
  return <Said line={line} name={name} text={spokenSoFar(line, now)} />;
}

const Said = memo(function Said({
  line,
  name,
  text,
}: {
  line: CaptionView;
  name: string;
  text: string | null;
}) {
  const t = useTranslations('play.call');
  const talk = useTranslations('play.talk');
  const mine = line.from === 'me';
  return (
    <li className={`flex max-w-[88%] flex-col gap-1 ${mine ? 'items-end self-end' : 'self-start'}`}>
      <p
        className={`rounded-2xl px-3.5 py-1.5 break-words ${mine ? 'rounded-br-md bg-call-wash' : 'rounded-bl-md border border-line bg-panel'}`}
      >
        <span className="sr-only">{mine ? t('you') : t('they', { name })} </span>
        {text ?? talk('erased')}
      </p>
      <Given details={line.details} answers={line.answers} />
    </li>
  );
});

/** Details that were given along, and what was answered. */
function Given({ details, answers }: { details: string[]; answers: string[] }) {
  const t = useTranslations('play.talk');
  const facts = usePlay((s) => s.view.facts);
  const mission = usePlay((s) => s.view.mission);
  if (details.length + answers.length === 0) return null;
  return (
    <dl className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
      {details.length > 0 && (
        <div className="flex flex-wrap items-center gap-1">
          <dt className="text-soft">{t('includes')}</dt>
          {details.map((id) => (
            <dd key={id}>
              <Chip look="plain">{facts.find((f) => f.id === id)?.label ?? id}</Chip>
            </dd>
          ))}
        </div>
      )}
      {answers.length > 0 && (
        <div className="flex flex-wrap items-center gap-1">
          <dt className="text-soft">{t('answers')}</dt>
          {answers.map((id) => (
            <dd key={id}>
              <Chip look="done">{mission.find((m) => m.id === id)?.title ?? id}</Chip>
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}
