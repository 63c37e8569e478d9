import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '../../_ui/buttonClass';

/** The address of this very picture, to hand on. It leads to what is private of nobody: one's own runs stay out of it. */
export function CopyAddress() {
  const t = useTranslations('whatIf.link');
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = async () => {
    const address = new URL(location.href);
    address.searchParams.delete('run');
    address.searchParams.delete('session');
    try {
      await navigator.clipboard.writeText(address.href);
      setCopied('yes');
    } catch {
      // Not every address may write to the clipboard: the browser's own bar has it too.
      setCopied('no');
    }
  };
  return (
    <span className="flex items-center gap-3">
      <button type="button" onClick={() => void copy()} className={buttonClass('plain')}>
        {t('copy')}
      </button>
      <span role="status" className="text-sm text-soft">
        {copied && t(copied)}
      </span>
    </span>
  );
}
