import { useTranslations } from 'next-intl';
import type { ClassPrediction } from '@/core/contract/classDebrief';
import { figureHref } from '../../_lib/figures';
import { FigureLink } from '../../_ui/FigureLink';

/** What the class expected before its second run, and how many were right. */
export function Predictions({ predictions }: { predictions: readonly ClassPrediction[] }) {
  const t = useTranslations('class.predictions');
  const names = useTranslations('debrief.measures.names');
  if (predictions.length === 0) return null;
  return (
    <section className="mt-14" aria-labelledby="predictions">
      <h2 id="predictions" className="text-3xl font-semibold tracking-tight">
        {t('title')}
      </h2>
      <div className="mt-4 grid gap-x-12 gap-y-6 sm:grid-cols-2">
        {predictions.map((p) => (
          <div key={p.measure}>
            <h3 className="text-xl font-semibold">{names(p.measure)}</h3>
            <Split prediction={p} />
            <p className="mt-1 text-lg text-soft">{t('right', { right: p.right, judged: p.judged })}</p>
          </div>
        ))}
      </div>
      <FigureLink href={figureHref('predictions')} className="mt-3" />
    </section>
  );
}

function Split({ prediction: { mail, same, call } }: { prediction: ClassPrediction }) {
  const t = useTranslations('class.predictions');
  const all = mail + same + call;
  const parts = [
    ['mail', mail, 'bg-mail-wash text-mail'],
    ['same', same, 'bg-well text-soft'],
    ['call', call, 'bg-call-wash text-call'],
  ] as const;
  return (
    <p className="tabular mt-2 flex gap-1 overflow-hidden rounded-lg text-sm font-medium">
      {parts
        .filter(([, n]) => n > 0)
        .map(([key, n, look]) => (
          <span key={key} className={`min-w-fit px-3 py-2 ${look}`} style={{ flexGrow: n / all }}>
            {t(key, { n })}
          </span>
        ))}
    </p>
  );
}
