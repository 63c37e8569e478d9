'use client';

import { useTranslations } from 'next-intl';
import type { CardFace } from '@/core/contract/card';
import { Glyph } from '../../_ui/icons';
import { useBlocked } from './call/useLine';
import { usePlay } from './playContext';
import { useActions } from './useActions';

/** The work that goes on meanwhile: one card, answered by a press or by its number. */
export function Desk() {
  const t = useTranslations('play.desk');
  const title = usePlay((s) => s.view.run.deskTitle);
  const intro = usePlay((s) => s.view.run.deskIntro);
  const desk = usePlay((s) => s.view.desk);
  const clock = usePlay((s) => s.view.clock.state);
  const blocked = useBlocked();
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2">
      <h2 className="flex items-baseline justify-between gap-2 font-semibold">
        <span>{title || t('title')}</span>
        <span className="tabular text-sm font-normal text-desk">{t('done', { count: desk.done })}</span>
      </h2>
      {desk.done === 0 && <p className="text-sm text-soft">{intro}</p>}
      {desk.card && clock !== 'ended' ? (
        <Card
          key={desk.card.cardId}
          cardId={desk.card.cardId}
          face={desk.card.face}
          live={clock === 'running' && !blocked}
        />
      ) : (
        <p className="rounded-xl border border-dashed border-line p-4 text-sm text-soft">
          {t(clock === 'ready' ? 'start' : clock === 'ended' ? 'closed' : 'none')}
        </p>
      )}
      <p role="status" className="flex min-h-5 items-center gap-1.5 text-sm">
        {desk.last && clock !== 'ended' && (
          <span
            key={desk.last.cardId}
            className={`arrive-up inline-flex items-center gap-1.5 ${desk.last.correct ? 'text-desk' : 'text-bad'}`}
          >
            <Glyph name={desk.last.correct ? 'desk' : 'close'} />
            {t(desk.last.correct ? 'right' : 'notRight')}
          </span>
        )}
        {desk.wrong > 0 && (
          <span className="tabular ml-auto text-xs text-soft">{t('wrong', { count: desk.wrong })}</span>
        )}
      </p>
    </section>
  );
}

function Card({ cardId, face, live }: { cardId: string; face: CardFace; live: boolean }) {
  const actions = useActions();
  return (
    <div className="rounded-xl border border-line bg-raised p-3">
      <p className="font-medium">{face.prompt}</p>
      {face.lines.length > 0 && (
        <ul className="tabular mt-2 text-sm">
          {face.lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a card never move.
            <li key={i} className="flex justify-between gap-4 border-t border-line py-1 first:border-0">
              <span>{line.label}</span>
              {line.amount !== undefined && (
                <span>
                  {line.amount} {face.unit}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="mt-2.5 grid grid-cols-2 gap-1.5">
        {face.options.map((option, i) => (
          <button
            key={option}
            type="button"
            disabled={!live}
            onClick={() => actions.answer(cardId, i)}
            aria-keyshortcuts={String(i + 1)}
            className="flex min-h-11 items-center gap-2 rounded-lg border border-desk-solid/50 px-2.5 py-1 text-left text-sm font-medium text-desk hover:bg-desk-wash disabled:opacity-50"
          >
            <span
              aria-hidden="true"
              className="tabular rounded border border-desk-solid/40 px-1.5 text-xs max-lg:hidden"
            >
              {i + 1}
            </span>
            {option}
          </button>
        ))}
      </div>
    </div>
  );
}
