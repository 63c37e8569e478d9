'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';
import { Dialog } from '../../_ui/Dialog';
import { PersonalLink } from './PersonalLink';
import { usePlay, usePlaying, useUi } from './playContext';
import { Brief } from './Ready';
import { SettingsForm } from './SettingsForm';
import type { DialogName } from './uiStore';
import { useActions } from './useActions';

/** The dialogs of the play screen, loaded at first use. */
export default function Dialogs() {
  const t = useTranslations('play.dialog');
  const { ui } = usePlaying();
  const open = useUi((s) => s.dialog);
  const onClose = () => ui.setState({ dialog: null });
  if (!open) return null;
  return (
    <Dialog title={t(`${open}Title`)} close={t('close')} onClose={onClose}>
      <Content name={open} onClose={onClose} />
    </Dialog>
  );
}

function Content({ name, onClose }: { name: DialogName; onClose: () => void }) {
  switch (name) {
    case 'help':
      return <Help />;
    case 'settings':
      return <SettingsForm />;
    case 'brief':
      return <Brief />;
    case 'link':
      return <PersonalLink />;
    case 'finish':
      return <Finish onClose={onClose} />;
  }
}

function Finish({ onClose }: { onClose: () => void }) {
  const t = useTranslations('play.dialog');
  const actions = useActions();
  return (
    <>
      <p>{t('finishText')}</p>
      <div className="mt-4 flex gap-2">
        <button
          type="button"
          className={buttonClass('primary')}
          onClick={() => {
            void actions.finish();
            onClose();
          }}
        >
          {t('finish')}
        </button>
        <button type="button" className={buttonClass('plain')} onClick={onClose}>
          {t('keep')}
        </button>
      </div>
    </>
  );
}

const mailKeys = [
  ['c', 'c'],
  ['r', 'r'],
  ['u', 'u'],
] as const;
const callKeys = [
  ['p', 'p'],
  ['h', 'h'],
  ['a', 'a'],
] as const;
const allKeys = [
  ['j', 'j'],
  ['k', 'k'],
  ['/', 'slash'],
  ['1 – 4', 'digits'],
  ['Ctrl / ⌘ + Enter', 'send'],
  ['?', 'question'],
] as const;

function Help() {
  const t = useTranslations('play');
  const mode = usePlay((s) => s.view.run.mode);
  const keys = [...(mode === 'call' ? [] : mailKeys), ...(mode === 'mail' ? [] : callKeys), ...allKeys];
  return (
    <div className="flex flex-col gap-3">
      {mode !== 'call' && (
        <>
          <p>{t('help.blocks')}</p>
          <p>{t('help.states')}</p>
          <p>{t('help.silence')}</p>
        </>
      )}
      {mode !== 'mail' && (
        <>
          <p>{t('help.calls')}</p>
          <p>{t('help.callEnds')}</p>
        </>
      )}
      <dl className="mt-1 grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5 text-sm">
        {keys.map(([key, name]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded border border-edge/60 bg-well px-2 py-0.5 text-xs">{key}</kbd>
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
