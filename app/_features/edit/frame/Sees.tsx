import { useTranslations } from 'next-intl';
import { useEditor } from '../editorContext';

export const seesId = 'who-sees';

/** What publishing comes to: who sees it then, and who can play it. Stands beside the button. */
export function Sees() {
  const t = useTranslations('editor.publish.sees');
  const audience = useEditor((s) => s.audience);
  return (
    <p
      id={seesId}
      className="text-xs text-soft max-sm:order-last max-sm:basis-full sm:mx-2 sm:max-w-80 sm:text-right"
    >
      {t(audience)}
    </p>
  );
}
