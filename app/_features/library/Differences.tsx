import { useTranslations } from 'next-intl';
import type { Difference } from '@/core/contract/authoring';

/** A row for each difference: where, what, and the text before and after. On a phone one below the other. */
export function Differences({ differences }: { differences: Difference[] }) {
  const t = useTranslations('library.compare');
  const cell = 'block px-0 py-0.5 align-top sm:table-cell sm:px-3 sm:py-2.5';
  return (
    <table className="mt-6 block w-full sm:table sm:table-fixed">
      <caption className="sr-only">{t('caption')}</caption>
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr className="border-b border-line text-left text-sm text-soft">
          <th scope="col" className="w-64 px-3 py-2 font-medium">
            {t('path')}
          </th>
          <th scope="col" className="w-36 px-3 py-2 font-medium">
            {t('kind')}
          </th>
          <th scope="col" className="px-3 py-2 font-medium">
            {t('beforeText')}
          </th>
          <th scope="col" className="px-3 py-2 font-medium">
            {t('afterText')}
          </th>
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {differences.map(({ path, kind, before, after }) => (
          <tr key={path + kind} className="block border-b border-line py-3 sm:table-row sm:py-0">
            <th scope="row" className={`${cell} text-left font-mono text-sm font-medium break-words`}>
              {path}
            </th>
            <td className={`${cell} text-sm`}>{t(`kinds.${kind}`)}</td>
            <td className={`${cell} break-words text-soft`}>
              {before !== null && <Text label={t('beforeText')} text={before} />}
            </td>
            <td className={`${cell} break-words`}>
              {after !== null && <Text label={t('afterText')} text={after} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Text = ({ label, text }: { label: string; text: string }) => (
  <>
    <span aria-hidden="true" className="mr-2 text-sm text-soft sm:hidden">
      {label}
    </span>
    {text}
  </>
);
