import { useTranslations } from 'next-intl';
import type { DebriefView } from '@/core/contract/debrief';
import { clockText } from '../../_lib/clock';
import { rowsOf } from './momentRows';
import type { Words } from './useWords';

interface Props {
  views: readonly DebriefView[];
  reveal: boolean;
  words: Words;
}

/** The timeline as a table, behind it: a row for every mark, in the order of time. */
export function MomentTable({ views, reveal, words }: Props) {
  const t = useTranslations('debrief.timeline');
  const modes = useTranslations('debrief.modeTitle');
  return (
    <details className="text-sm open:w-full">
      <summary className="inline-flex min-h-9 items-center text-mail underline underline-offset-4">
        {t('table')}
      </summary>
      {views.map((view) => (
        <div key={view.runId} className="mt-2 overflow-x-auto">
          <table className="w-full min-w-[26rem] border-collapse text-left">
            <caption className="py-1.5 text-left font-semibold">{modes(view.mode)}</caption>
            <thead className="text-xs text-soft">
              <tr>
                {(['time', 'who', 'what'] as const).map((column) => (
                  <th key={column} scope="col" className="py-1.5 pr-4 font-medium">
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="tabular">
              {rowsOf(view, reveal).map((m) => (
                <tr key={m.key} className="border-t border-line align-baseline">
                  <td className="py-1.5 pr-4">{clockText(view.start, m.from)}</td>
                  <td className="py-1.5 pr-4 whitespace-nowrap">{words.nameOf(m.contact)}</td>
                  <td className="py-1.5">{words.detail(m)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </details>
  );
}
