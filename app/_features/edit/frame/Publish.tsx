'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '../../../_ui/buttonClass';
import { Dialog } from '../../../_ui/Dialog';
import { useEditing, useEditor } from '../editorContext';
import { blocks, samplesAmong } from '../model/faults';
import { seesId } from './Sees';
import { StillSamples } from './StillSamples';

type Said =
  | { kind: 'published'; version: number }
  | { kind: 'samples' }
  | { kind: 'faults' }
  | { kind: 'failed' };

/** Makes a version of the draft that sessions can be opened with; errors stand in the way, warnings don't, and sample text is asked about. */
export function Publish() {
  const t = useTranslations('editor.publish');
  const { store, keeper } = useEditing();
  const slug = useEditor((s) => s.slug);
  const blocked = useEditor((s) => blocks(s.faults));
  const audience = useEditor((s) => s.audience);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const publish = async (anyway: boolean) => {
    if (busy) return;
    if (blocked) return setSaid({ kind: 'faults' });
    if (!anyway && samplesAmong(store.getState().faults).length > 0) return setSaid({ kind: 'samples' });
    setBusy(true);
    setSaid(await keeper.publish());
    setBusy(false);
  };
  return (
    <>
      <button
        type="button"
        className={buttonClass('primary', 'md')}
        aria-disabled={busy}
        aria-describedby={seesId}
        onClick={() => void publish(false)}
      >
        {t(busy ? 'busy' : 'button')}
      </button>
      {said && (
        <Dialog
          key={said.kind}
          title={t(`said.${said.kind}`)}
          close={t('close')}
          onClose={() => setSaid(null)}
        >
          {said.kind === 'published' ? (
            <>
              <p>{t('version', { version: said.version })}</p>
              <p className="mt-2">{t(`seen.${audience}`)}</p>
              <div className="mt-4 flex flex-wrap gap-3">
                <a href={`/facilitate/new?scenario=${slug}`} className={buttonClass('primary')}>
                  {t('session')}
                </a>
                <a href={`/library/${slug}`} className={buttonClass('plain')}>
                  {t('change')}
                </a>
              </div>
            </>
          ) : said.kind === 'samples' ? (
            <StillSamples onAnyway={() => void publish(true)} />
          ) : (
            <p>{t(said.kind === 'faults' ? 'faults' : 'failed')}</p>
          )}
        </Dialog>
      )}
    </>
  );
}
