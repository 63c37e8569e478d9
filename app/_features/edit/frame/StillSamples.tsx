import { useTranslations } from 'next-intl';
import { buttonClass } from '../../../_ui/buttonClass';
import { useDraft, useEditor } from '../editorContext';
import { samplesAmong } from '../model/faults';
import { usePlaceText } from './usePlaceText';

/** Where sample text still stands, before everybody reads it. */
export function StillSamples({ onAnyway }: { onAnyway: () => void }) {
  const t = useTranslations('editor.publish');
  const draft = useDraft((d) => d);
  const faults = useEditor((s) => s.faults);
  const placeText = usePlaceText();
  const samples = samplesAmong(faults);
  return (
    <>
      <p>{t('samplesLead', { count: samples.length })}</p>
      <ul className="mt-2 list-disc pl-6">
        {samples.map(({ path }) => (
          <li key={path.join('.')}>{placeText(draft, path)}</li>
        ))}
      </ul>
      {/* Either button closes the dialog, so that the focus goes back to where it was. */}
      <form method="dialog" className="mt-4 flex flex-wrap gap-3">
        <button type="submit" className={buttonClass('primary')} onClick={onAnyway}>
          {t('anyway')}
        </button>
        <button type="submit" className={buttonClass('plain')}>
          {t('writeFirst')}
        </button>
      </form>
    </>
  );
}
