import { useTranslations } from 'next-intl';
import type { DebriefView } from '@/core/contract/debrief';
import { clockText, spanText } from '../../_lib/clock';

/** The requests of the timeline as a table, behind it. */
export function FlightTable({ view }: { view: DebriefView }) {
  const t = useTranslations('debrief.timeline');
  const name = (contact: string) => view.lanes.find((l) => l.contact === contact)?.name ?? contact;
  return (
    <details className="text-sm open:w-full">
      <summary className="inline-flex min-h-9 items-center text-mail underline underline-offset-4">
        {t('table')}
      </summary>
      <div className="overflow-x-auto">
        <table className="mt-2 w-full min-w-[28rem] border-collapse text-left">
          <thead className="text-xs text-soft">
            <tr>
              {(['request', 'recipient', 'asked', 'answered', 'took'] as const).map((column) => (
                <th key={column} scope="col" className="py-1.5 pr-4 font-medium">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular">
            {view.flights.map((f) => (
              <tr key={f.request} className="border-t border-line">
                <th scope="row" className="py-1.5 pr-4 font-normal">
                  {f.title}
                </th>
                <td className="py-1.5 pr-4">{name(f.contact)}</td>
                <td className="py-1.5 pr-4">{clockText(view.start, f.from)}</td>
                <td className="py-1.5 pr-4">{f.to === null ? t('never') : clockText(view.start, f.to)}</td>
                <td className="py-1.5">{f.to === null ? '–' : spanText(f.to - f.from)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
