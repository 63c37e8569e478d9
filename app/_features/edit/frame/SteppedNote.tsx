import { useTranslations } from 'next-intl';
import { useDraft, useEditor } from '../editorContext';
import { usePlaceText } from './usePlaceText';

/** What the last step back or forth has changed, and where: it may be far from what was on the screen. */
export function SteppedNote() {
  const t = useTranslations('editor.bar');
  const stepped = useEditor((s) => s.stepped);
  const draft = useDraft((d) => d);
  const placeText = usePlaceText();
  return (
    <p role="status" className="text-sm text-soft">
      {stepped && t(stepped.kind, { where: placeText(draft, stepped.path) })}
    </p>
  );
}
