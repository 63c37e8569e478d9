'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '../../_ui/ActionForm';
import { buttonClass } from '../../_ui/buttonClass';
import { Field } from '../../_ui/Field';
import { LinkMaker } from '../../_ui/LinkMaker';
import { useBoard, useLeading } from './boardContext';

/** The wall and the others who lead: a link for a projector, and somebody who helps. */
export function Share() {
  const t = useTranslations('board.share');
  const sessionId = useBoard((s) => s.board.sessionId);
  const { say } = useLeading();
  const refusals = { noAccount: t('noAccount'), other: t('failed') };
  const texts = { link: t('link'), copy: t('copy'), copied: t('copied'), note: t('screenNote') };
  return (
    <details className="mt-4">
      <summary className="min-h-11 cursor-pointer py-2 text-lg font-semibold">{t('title')}</summary>
      <div className="grid gap-x-10 gap-y-6 pt-2 sm:grid-cols-2">
        <div>
          <p className="mb-3 max-w-[50ch] text-soft">{t('screen')}</p>
          <LinkMaker action="/api/sessions/screen" texts={texts} refusals={refusals}>
            <input type="hidden" name="session" value={sessionId} />
            <button type="submit" className={buttonClass('plain', 'lg')}>
              {t('makeScreen')}
            </button>
          </LinkMaker>
        </div>
        <div>
          <p className="mb-3 max-w-[50ch] text-soft">{t('helper')}</p>
          <ActionForm
            action="/api/sessions/helper"
            refusals={refusals}
            className="flex flex-wrap items-end gap-3"
            onAnswer={(answer) => 'name' in answer && say(t('helps', { name: String(answer.name) }))}
          >
            <input type="hidden" name="session" value={sessionId} />
            <Field label={t('email')} name="email" type="email" required maxLength={254} autoComplete="off" />
            <button type="submit" className={buttonClass('plain', 'lg')}>
              {t('invite')}
            </button>
          </ActionForm>
        </div>
      </div>
    </details>
  );
}
