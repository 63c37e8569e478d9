import { useTranslations } from 'next-intl';
import type { PromisesView } from '@/core/contract/promises';
import { clockText } from '../../_lib/clock';

/** The figure's own table, in the order in which the requests settled. */
export function PromiseTable({ view }: { view: PromisesView }) {
  const t = useTranslations('debrief.promises');
  return (
    <details className="basis-full pt-1">
      <summary className="w-fit cursor-pointer text-sm text-mail underline underline-offset-4">
        {t('table')}
      </summary>
      <table className="tabular mt-2 w-full text-left text-sm">
        <thead>
          <tr className="border-b border-line text-soft">
            <th className="py-1 pr-3 font-medium">{t('request')}</th>
            <th className="py-1 pr-3 font-medium">{t('from')}</th>
            <th className="py-1 pr-3 font-medium">{t('settled')}</th>
            <th className="py-1 font-medium">{t('became')}</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.request} className="border-b border-line/60">
              <th scope="row" className="py-1 pr-3 font-normal">
                {row.title}
              </th>
              <td className="py-1 pr-3">{clockText(view.start, row.fromMs)}</td>
              <td className="py-1 pr-3">
                {row.takenUpMs === null ? '–' : clockText(view.start, row.takenUpMs)}
              </td>
              <td className="py-1">{t(`how.${row.how}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
