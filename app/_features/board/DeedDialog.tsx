'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Audience } from '@/core/contract/session';
import { buttonClass } from '../../_ui/buttonClass';
import { Dialog } from '../../_ui/Dialog';
import { Field, fieldClass } from '../../_ui/Field';
import { useBoard } from './boardContext';
import { useControl } from './useControl';

/** How bots can be told to play; each mode has a policy of its own by `usual`. */
const botPolicies = ['usual', 'one-at-a-time-mailer', 'parallel-mailer', 'serial-caller', 'hybrid'] as const;

/** A control that needs a word more before it is done. */
export type Deed =
  | { is: 'message' | 'hint' | 'inject' | 'trigger' | 'extend' | 'speed' | 'end'; to: Audience }
  | { is: 'rename' | 'remove' | 'erase' | 'move'; participant: string; name: string }
  | { is: 'endSession' | 'bots' };

/** Asks for what is missing, does it, and stays open with everything typed when it is refused. */
export function DeedDialog({ deed, onClose }: { deed: Deed; onClose: () => void }) {
  const t = useTranslations('board.deed');
  const perform = usePerform();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const done = await perform(deed, new FormData(event.currentTarget));
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog title={t(`title.${deed.is}`)} close={t('close')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="grid gap-4" aria-busy={busy}>
        <Fields deed={deed} />
        <div className="flex flex-wrap gap-2">
          <button
            type="submit"
            className={buttonClass(
              deed.is === 'remove' || deed.is === 'erase' || deed.is === 'endSession' || deed.is === 'end'
                ? 'danger'
                : 'primary',
              'lg',
            )}
          >
            {t(`do.${deed.is}`)}
          </button>
          <button type="button" className={buttonClass('quiet', 'lg')} onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Fields({ deed }: { deed: Deed }) {
  const t = useTranslations('board.deed');
  const rows = useBoard((s) => s.board.rows);
  const { recipients, items } = useBoard((s) => s.board.scenario);
  switch (deed.is) {
    case 'message':
    case 'hint':
      return <Area label={t('text')} name="text" max={500} />;
    case 'inject':
      return (
        <>
          <Select label={t('from')} name="from" options={recipients.map(({ id, name }) => [id, name])} />
          <Field label={t('subject')} name="subject" required maxLength={160} autoComplete="off" />
          <Area label={t('mail')} name="text" max={4_000} />
        </>
      );
    case 'trigger':
      return (
        <Select
          label={t('item')}
          name="item"
          options={items.map(({ id, from, subject }) => [id, `${nameIn(recipients, from)}: ${subject}`])}
        />
      );
    case 'extend':
      return (
        <Field
          label={t('minutes')}
          name="byMin"
          type="number"
          min={1}
          max={1_440}
          defaultValue={30}
          required
        />
      );
    case 'speed':
      return (
        <Field label={t('rate')} name="rate" type="number" min={1} max={3_600} defaultValue={20} required />
      );
    case 'rename':
      return (
        <Field
          label={t('name')}
          name="name"
          defaultValue={deed.name}
          required
          maxLength={40}
          autoComplete="off"
        />
      );
    case 'bots':
      return (
        <>
          <Field
            label={t('count')}
            note={t('botsAre')}
            name="count"
            type="number"
            min={1}
            max={100}
            defaultValue={5}
            required
          />
          <Select
            label={t('policy')}
            name="policy"
            options={botPolicies.map((p) => [p, t(`policies.${p}`)])}
          />
        </>
      );
    case 'move':
      return (
        <Select
          label={t('team')}
          name="team"
          options={rows
            .filter((r) => !r.dropped && r.members.every((m) => m.participantId !== deed.participant))
            .map((r) => [
              r.teamId,
              t('teamOf', { number: r.number, names: r.members.map((m) => m.name).join(', ') }),
            ])}
        />
      );
    default:
      return <p>{t(`sure.${deed.is}`, { name: 'name' in deed ? deed.name : '' })}</p>;
  }
}

const nameIn = (list: readonly { id: string; name: string }[], id: string): string =>
  list.find((r) => r.id === id)?.name ?? id;

/** Does a deed with what its form says; true when it was done. */
function usePerform(): (deed: Deed, form: FormData) => Promise<boolean> {
  const control = useControl();
  return (deed, form) => {
    const text = (name: string): string => String(form.get(name) ?? '');
    switch (deed.is) {
      case 'message':
      case 'hint':
        return control(deed.is, { to: deed.to, text: text('text') });
      case 'inject':
        return control('inject', {
          to: deed.to,
          from: text('from'),
          subject: text('subject'),
          text: text('text'),
        });
      case 'trigger':
        return control('trigger', { to: deed.to, item: text('item') });
      case 'extend':
        return control('extend', { to: deed.to, byMin: Number(text('byMin')) });
      case 'speed':
        return control('speed', { to: deed.to, rate: Number(text('rate')) });
      case 'end':
        return control('end', { to: deed.to });
      case 'rename':
        return control('rename', { participant: deed.participant, name: text('name') });
      case 'remove':
        return control('remove', { participant: deed.participant });
      case 'erase':
        return control('erase', { participant: deed.participant });
      case 'move':
        return control('move', { participant: deed.participant, team: text('team') });
      case 'bots': {
        const policy = botPolicies.find((p) => p === text('policy')) ?? 'usual';
        return control('bots', { count: Number(text('count')), policy });
      }
      case 'endSession':
        return control('endSession', {});
    }
  };
}

function Area({ label, name, max }: { label: string; name: string; max: number }) {
  return (
    <div>
      <label htmlFor={`deed-${name}`} className="mb-1 block font-medium">
        {label}
      </label>
      <textarea
        id={`deed-${name}`}
        name={name}
        required
        maxLength={max}
        rows={4}
        className={`${fieldClass} py-2`}
      />
    </div>
  );
}

function Select({
  label,
  name,
  options,
}: {
  label: string;
  name: string;
  options: readonly (readonly [string, string])[];
}) {
  return (
    <div>
      <label htmlFor={`deed-${name}`} className="mb-1 block font-medium">
        {label}
      </label>
      <select id={`deed-${name}`} name={name} required className={fieldClass}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
