'use client';

import { useTranslations } from 'next-intl';
import type { AuthoredMail, Trigger } from '@/core/contract/scenario';
import { clockText } from '../../../_lib/clock';
import { useDraft, useEditing } from '../editorContext';
import { edit } from '../editorStore';
import { Amount } from '../form/Amount';
import { controlClass, FaultLines, FieldFrame } from '../form/FieldFrame';
import { Moment } from '../form/Moment';
import { putMail } from '../model/change';
import { endsThatDay } from '../model/moment';
import { fieldId } from '../model/places';
import {
  aboutRequest,
  figureOf,
  requestOf,
  triggerKinds,
  type When,
  whenOf,
  withFigure,
  withWhen,
} from '../model/triggers';

/** Minutes: twenty days, the longest a scenario lasts. */
const most = 28_800;
const figures = {
  notAnsweredAfter: { max: most, label: 'silence' },
  solved: { max: 100, label: 'solvedCount' },
  quiet: { max: 1_440, label: 'quietMinutes' },
} as const;

/** When a mail comes: at a moment, or after something that the participant does or does not do. */
export function Arrival({ at, item }: { at: number; item: AuthoredMail }) {
  const t = useTranslations('editor.trigger');
  const { store } = useEditing();
  const requests = useDraft((d) => d.requests);
  const when = whenOf(item);
  const put = (change: (m: AuthoredMail) => AuthoredMail, tag: string | null = null) =>
    edit(store, (d) => putMail(d, item.id, change), tag && `${item.id}/${tag}`);
  const whens: When[] = requests.length > 0 ? ['at', ...triggerKinds] : ['at', 'quiet'];
  const id = fieldId(['mail', at, 'when']);
  return (
    <fieldset className="rounded-xl border border-line p-4">
      <legend className="px-1 font-semibold">{t('title')}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <label htmlFor={id} className="mb-1 block text-sm font-medium">
            {t('when')}
          </label>
          <select
            id={id}
            className={controlClass}
            value={when}
            onChange={(event) => {
              const next = whens.find((w) => w === event.target.value);
              if (next) edit(store, (d) => putMail(d, item.id, (m) => withWhen(d, m, next)));
            }}
          >
            {whens.map((w) => (
              <option key={w} value={w}>
                {t(`whens.${w}`)}
              </option>
            ))}
          </select>
        </div>
        {item.on ? (
          <TriggerFields at={at} on={item.on} put={(on, tag) => put((m) => ({ ...m, on }), tag)} />
        ) : (
          <At at={at} minutes={item.at ?? 0} put={(value) => put((m) => ({ ...m, at: value }), 'at')} />
        )}
        {item.on && !('quiet' in item.on) && (
          <Amount
            path={['mail', at, 'delay']}
            label={t('delay')}
            value={item.delay}
            min={0}
            max={most}
            onChange={(delay) => put((m) => ({ ...m, delay }), 'delay')}
          />
        )}
      </div>
      <FaultLines path={['mail', at, 'on']} />
      <FaultLines path={['mail', at]} whole={false} />
    </fieldset>
  );
}

/** The moment it comes: by the clock of the story, or counted from its beginning. */
function At({ at, minutes, put }: { at: number; minutes: number; put: (minutes: number) => void }) {
  const t = useTranslations('editor.trigger');
  const start = useDraft((d) => d.start);
  const length = useDraft((d) => d.lengthMin);
  // What comes after the end may come on another day.
  const oneDay = endsThatDay(start, Math.max(length, minutes));
  return (
    <>
      <div className={`empty:hidden ${oneDay ? '' : 'sm:col-span-2'}`}>
        <Moment
          path={['mail', at, 'clock']}
          label={t('clock')}
          note={t('clockNote', { time: clockText(start, 0) })}
          start={start}
          value={minutes}
          max={most}
          oneDay={oneDay}
          onChange={put}
        />
      </div>
      <Amount
        path={['mail', at, 'at']}
        label={t('minute')}
        note={t('minuteNote', { length })}
        value={minutes}
        min={0}
        max={most}
        onChange={put}
      />
    </>
  );
}

function TriggerFields({
  at,
  on,
  put,
}: {
  at: number;
  on: Trigger;
  put: (on: Trigger, tag: string | null) => void;
}) {
  const t = useTranslations('editor.trigger');
  const requests = useDraft((d) => d.requests);
  const request = requestOf(on);
  const figure = figureOf(on);
  const kind = (['notAnsweredAfter', 'solved', 'quiet'] as const).find((k) => k in on);
  return (
    <>
      {request !== undefined && (
        <div className="sm:col-span-2">
          <FieldFrame path={['mail', at, 'on', 'request']} label={t('which')}>
            {(described) => (
              <select
                className={controlClass}
                {...described}
                value={request}
                onChange={(event) => put(aboutRequest(on, event.target.value), null)}
              >
                {requests.map((r) => (
                  <option key={r.id} value={r.id}>
                    {r.title}
                  </option>
                ))}
              </select>
            )}
          </FieldFrame>
        </div>
      )}
      {kind && figure !== undefined && (
        <Amount
          path={['mail', at, 'on', kind]}
          label={t(figures[kind].label)}
          value={figure}
          min={1}
          max={figures[kind].max}
          onChange={(value) => put(withFigure(on, value), 'figure')}
        />
      )}
    </>
  );
}
