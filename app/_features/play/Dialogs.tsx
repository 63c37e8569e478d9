'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '../../_ui/buttonClass';
import { Dialog } from '../../_ui/Dialog';
import { usePlaying, useUi } from './playContext';
import { Brief } from './Ready';
import { SettingsForm } from './SettingsForm';
import { useActions } from './useActions';

/** The dialogs of the play screen, loaded at first use. */
export default function Dialogs() {
  const t = useTranslations('play.dialog');
  const { ui } = usePlaying();
  const open = useUi((s) => s.dialog);
  const onClose = () => ui.setState({ dialog: null });
  if (open === 'help')
    return (
      <Dialog title={t('helpTitle')} close={t('close')} onClose={onClose}>
        <Help />
      </Dialog>
    );
  if (open === 'settings')
    return (
      <Dialog title={t('settingsTitle')} close={t('close')} onClose={onClose}>
        <SettingsForm />
      </Dialog>
    );
  if (open === 'brief')
    return (
      <Dialog title={t('briefTitle')} close={t('close')} onClose={onClose}>
        <Brief />
      </Dialog>
    );
  if (open === 'finish')
    return (
      <Dialog title={t('finishTitle')} close={t('close')} onClose={onClose}>
        <Finish onClose={onClose} />
      </Dialog>
    );
  return null;
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

const keys = [
  ['c', 'c'],
  ['r', 'r'],
  ['u', 'u'],
  ['j', 'j'],
  ['k', 'k'],
  ['/', 'slash'],
  ['1 – 4', 'digits'],
  ['Ctrl / ⌘ + Enter', 'send'],
  ['?', 'question'],
] as const;

function Help() {
  const t = useTranslations('play');
  return (
    <div className="flex flex-col gap-3">
      <p>{t('help.blocks')}</p>
      <p>{t('help.states')}</p>
      <p>{t('help.silence')}</p>
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
