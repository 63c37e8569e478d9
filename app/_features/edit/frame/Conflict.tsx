'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { differencesOf } from '@/core/sim/scenario/differences';
import { buttonClass } from '../../../_ui/buttonClass';
import { useDraft, useEditing, useEditor } from '../editorContext';

const mostShown = 40;

/** Somebody else has saved meanwhile: nothing is saved over theirs, and whoever writes here chooses how to go on. */
export function Conflict() {
  const t = useTranslations('editor.conflict');
  const format = useFormatter();
  const { keeper } = useEditing();
  const theirs = useEditor((s) => s.theirs);
  const [looks, setLooks] = useState(false);
  const [failed, setFailed] = useState(false);
  if (!theirs) return null;
  const time =
    theirs.savedAt === null
      ? null
      : format.dateTime(theirs.savedAt, {
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        });
  const copy = async () => setFailed(!(await keeper.keepAsCopy()));
  return (
    <section
      role="alert"
      aria-label={t('title')}
      className="mx-auto mt-4 w-full max-w-[90rem] rounded-xl border border-bad/50 bg-bad-wash px-5 py-4"
    >
      <h2 className="font-semibold">{t('title')}</h2>
      <p className="mt-1">
        {theirs.by !== null && time !== null ? t('by', { name: theirs.by, time }) : t('elsewhere')}{' '}
        {t('safe')}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <button
          type="button"
          className={buttonClass('plain')}
          aria-expanded={looks}
          onClick={() => setLooks(!looks)}
        >
          {t('look')}
        </button>
        <button type="button" className={buttonClass('plain')} onClick={() => void copy()}>
          {t('copy')}
        </button>
        <button type="button" className={buttonClass('plain')} onClick={() => keeper.takeTheirs()}>
          {t('take')}
        </button>
      </div>
      {failed && <p className="mt-2 text-bad">{t('copyFailed')}</p>}
      {looks && <Differences theirs={theirs.doc} />}
    </section>
  );
}

function Differences({ theirs }: { theirs: unknown }) {
  const t = useTranslations('editor.conflict');
  const mine = useDraft((d) => d);
  const all = differencesOf(mine, theirs);
  return (
    <div className="mt-3 overflow-x-auto">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{t('differences')}</caption>
        <thead>
          <tr>
            <th className="pr-4 font-medium">{t('place')}</th>
            <th className="pr-4 font-medium">{t('mine')}</th>
            <th className="font-medium">{t('theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {all.slice(0, mostShown).map(({ path, before, after }) => (
            <tr key={path} className="border-t border-line align-top">
              <th scope="row" className="py-1 pr-4 font-normal text-soft">
                {path}
              </th>
              <td className="max-w-80 py-1 pr-4 break-words">{before ?? t('nothing')}</td>
              <td className="max-w-80 py-1 break-words">{after ?? t('nothing')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > mostShown && (
        <p className="mt-1 text-sm">{t('more', { count: all.length - mostShown })}</p>
      )}
    </div>
  );
}
