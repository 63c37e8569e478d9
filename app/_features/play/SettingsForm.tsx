'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { usePlaying, useUi } from './playContext';
import { keepSettings } from './settings';
import type { Settings } from './uiStore';

/** What this device does when something happens. Kept on this device. */
export function SettingsForm() {
  const t = useTranslations('play.dialog');
  const { ui } = usePlaying();
  const settings = useUi((s) => s.settings);
  const [blocked, setBlocked] = useState(false);
  const change = (part: Partial<Settings>) => {
    ui.setState((s) => ({ settings: { ...s.settings, ...part } }));
    keepSettings(ui.getState().settings);
  };
  const notify = async (on: boolean) => {
    const allowed = on && 'Notification' in window && (await Notification.requestPermission()) === 'granted';
    setBlocked(on && !allowed);
    change({ notify: allowed });
  };
  return (
    <div className="flex flex-col">
      <Check label={t('sound')} value={settings.sound} onChange={(sound) => change({ sound })} />
      <Check label={t('speech')} value={settings.speech} onChange={(speech) => change({ speech })} />
      <Check label={t('notify')} value={settings.notify} onChange={notify} />
      {blocked && <p className="pl-9 text-sm text-bad">{t('notifyBlocked')}</p>}
      <Check
        label={t('keys')}
        value={settings.singleKeys}
        onChange={(singleKeys) => change({ singleKeys })}
      />
    </div>
  );
}

function Check({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        checked={value}
        onChange={(e) => onChange(e.target.checked)}
        className="size-5 shrink-0 accent-mail-solid"
      />
      {label}
    </label>
  );
}
