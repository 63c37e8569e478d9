import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type SessionSettings, sessionLimits } from '@/core/contract/session';
import { ActionForm } from '../../_ui/ActionForm';
import { buttonClass } from '../../_ui/buttonClass';
import { Field, fieldClass } from '../../_ui/Field';

export interface MissionChoice {
  slug: string;
  title: string;
  summary: string;
  playMin: number;
}

/** The choices of a session that is opened again. */
export interface Like {
  scenario: string;
  settings: SessionSettings;
}

const plans = ['orders', 'mailThenCall', 'callThenMail', 'halves', 'mail', 'call', 'free'] as const;
const rates = [1, 5, 20, 60, 120, 720] as const;

/** Everything that can be chosen for a session: what most rooms need first, the rest behind a disclosure. */
export function SessionForm({
  missions,
  name,
  refused,
  like = null,
  chosen = null,
}: {
  missions: readonly MissionChoice[];
  name: string;
  refused: string | null;
  /** A past session whose choices are taken over. */
  like?: Like | null;
  /** The mission that whoever comes from its editor means. */
  chosen?: string | null;
}) {
  const t = useTranslations('facilitate.form');
  const wanted = like?.scenario ?? missions.find(({ slug }) => slug === chosen)?.slug ?? missions[0]?.slug;
  const refusals = {
    invalid: t('refused.invalid'),
    unknown: t('refused.unknown'),
    other: t('refused.other'),
  };
  return (
    <ActionForm action="/api/sessions" refusals={refusals} refused={refused} className="mt-6 grid gap-8">
      <Field
        label={t('name')}
        note={t('nameNote')}
        name="title"
        defaultValue={name}
        required
        maxLength={80}
      />
      <Group title={t('mission')}>
        {first(missions, wanted).map((mission) => (
          <Choice key={mission.slug} name="scenario" value={mission.slug} checked={mission.slug === wanted}>
            <strong className="font-semibold">{mission.title}</strong>{' '}
            <span className="text-sm text-soft">{t('minutes', { minutes: mission.playMin })}</span>
            <span className="block text-sm text-soft">{mission.summary}</span>
          </Choice>
        ))}
      </Group>
      <Group title={t('plan')}>
        {plans.map((plan, i) => (
          <Choice key={plan} name="plan" value={plan} checked={like ? plan === like.settings.plan : i === 0}>
            <strong className="font-semibold">{t(`plans.${plan}`)}</strong>
            <span className="block text-sm text-soft">{t(`plans.${plan}Note`)}</span>
          </Choice>
        ))}
      </Group>
      <Together like={like} />
      <More like={like} />
      {/* Everything is chosen already: whoever only wants to begin need not go through it all. */}
      <div className="sticky bottom-0 -mx-5 border-t border-line bg-ground px-5 py-3">
        <button type="submit" className={buttonClass('primary', 'lg', 'w-full text-lg sm:w-auto')}>
          {t('submit')}
        </button>
      </div>
    </ActionForm>
  );
}

function Together({ like }: { like: Like | null }) {
  const t = useTranslations('facilitate.form');
  const s = like?.settings;
  return (
    <Group title={t('who')}>
      <div className="mb-3 grid gap-5 px-3 sm:grid-cols-2">
        <Field
          label={t('teamSize')}
          note={t('teamSizeNote')}
          name="teamSize"
          type="number"
          required
          min={1}
          max={sessionLimits.teamSize}
          defaultValue={s?.teamSize ?? 1}
        />
        <Select
          label={t('teamsBy')}
          name="teamsBy"
          chosen={s?.teamsBy ?? 'chance'}
          options={{ chance: t('chance'), choice: t('choice') }}
        />
      </div>
      <div className="grid">
        <Tick name="practice" checked={s?.practice ?? true} label={t('practice')} />
        <Tick name="predict" checked={s?.predict ?? true} label={t('predict')} />
        <Tick name="twin" checked={s?.twin ?? false} label={t('twin')} note={t('twinNote')} />
        <Tick name="lateJoin" checked={s?.lateJoin ?? true} label={t('late')} />
        <Tick name="receipts" checked={s?.receipts ?? true} label={t('receipts')} />
        <Tick name="names" value="alias" checked={s?.names === 'alias'} label={t('alias')} />
      </div>
    </Group>
  );
}

function More({ like }: { like: Like | null }) {
  const t = useTranslations('facilitate.form');
  const s = like?.settings;
  const open = (which: 'before' | 'after') =>
    s?.[which].flatMap((q) => (q.kind === 'text' ? [q.label] : [])).join('\n') ?? '';
  const constant = Object.fromEntries(rates.map((rate) => [String(rate), t('rate', { rate })]));
  return (
    <details className="rounded-2xl border border-line px-5 py-1">
      <summary className="min-h-11 cursor-pointer py-3 text-lg font-semibold">{t('more')}</summary>
      <div className="grid gap-5 py-4">
        <div className="grid gap-5 sm:grid-cols-2">
          <Select
            label={t('clock')}
            note={t('clockNote')}
            name="clock"
            chosen={String(s?.clock ?? 'scene')}
            options={{ scene: t('scene'), ...constant }}
          />
          <Field
            label={t('length')}
            note={t('lengthNote')}
            name="lengthMin"
            type="number"
            min={10}
            max={28_800}
            defaultValue={s?.lengthMin ?? ''}
          />
          <Select
            label={t('seed')}
            name="seed"
            chosen={s?.seed ?? 'own'}
            options={{ own: t('own'), shared: t('shared') }}
          />
          <Field
            label={t('seedText')}
            note={t('seedTextNote')}
            name="seedText"
            maxLength={64}
            autoComplete="off"
          />
        </div>
        <Area
          label={t('consent')}
          note={t('consentNote')}
          name="consent"
          maxLength={4_000}
          rows={5}
          defaultValue={s?.consent ?? ''}
        />
        <Area
          label={t('before')}
          note={t('questionsNote')}
          name="before"
          maxLength={4_000}
          rows={3}
          defaultValue={open('before')}
        />
        <Area
          label={t('after')}
          note={t('questionsNote')}
          name="after"
          maxLength={4_000}
          rows={3}
          defaultValue={open('after')}
        />
        <Tick name="tlx" checked={s?.after.some((q) => q.kind === 'tlx') ?? false} label={t('tlx')} />
      </div>
    </details>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-2 text-xl font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

function Choice({
  name,
  value,
  checked,
  children,
}: {
  name: string;
  value: string;
  checked: boolean;
  children: ReactNode;
}) {
  return (
    <label className="flex min-h-11 cursor-pointer gap-3 rounded-xl px-3 py-2 hover:bg-well has-checked:bg-mail-wash">
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={checked}
        className="mt-1 size-5 shrink-0 accent-mail-solid"
      />
      <span>{children}</span>
    </label>
  );
}

function Tick({
  name,
  label,
  note,
  value,
  checked = false,
}: {
  name: string;
  label: string;
  note?: string;
  value?: string;
  checked?: boolean;
}) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 rounded-xl px-3 py-2 hover:bg-well">
      <input
        type="checkbox"
        name={name}
        {...(value !== undefined && { value })}
        defaultChecked={checked}
        className="mt-0.5 size-5 shrink-0 accent-mail-solid"
      />
      <span>
        {label}
        {note && <span className="block text-sm text-soft">{note}</span>}
      </span>
    </label>
  );
}

function Select({
  label,
  note,
  name,
  chosen,
  options,
}: {
  label: string;
  note?: string;
  name: string;
  chosen: string;
  options: Record<string, string>;
}) {
  const id = `select-${name}`;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <select id={id} name={name} defaultValue={chosen} className={fieldClass}>
        {Object.entries(options)
          .sort(([a], [b]) => Number(Number.isFinite(Number(a))) - Number(Number.isFinite(Number(b))))
          .map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
      </select>
      {note && <p className="mt-1 text-sm text-soft">{note}</p>}
    </div>
  );
}

function Area({
  label,
  note,
  name,
  ...more
}: {
  label: string;
  note: string;
  name: string;
  maxLength: number;
  rows: number;
  defaultValue: string;
}) {
  const id = `area-${name}`;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <textarea
        id={id}
        name={name}
        aria-describedby={`${id}-note`}
        className={`${fieldClass} py-2`}
        {...more}
      />
      <p id={`${id}-note`} className="mt-1 text-sm text-soft">
        {note}
      </p>
    </div>
  );
}

/** What is chosen already stands first, so that it is in sight. */
const first = <T extends { slug: string }>(missions: readonly T[], wanted: string | undefined): T[] =>
  missions.toSorted((a, b) => Number(b.slug === wanted) - Number(a.slug === wanted));
