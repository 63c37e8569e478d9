import { useTranslations } from 'next-intl';
import { useEditor } from '../editorContext';

export const seesId = 'who-sees';

/** Who will see it once it is published. */
export function Sees() {
  const t = useTranslations('editor.publish.sees');
  const audience = useEditor((s) => s.audience);
  return (
    <p id={seesId} className="text-sm text-soft">
      {t(audience)}
    </p>
  );
}
