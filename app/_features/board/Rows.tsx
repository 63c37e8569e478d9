'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { BoardRow } from '@/core/contract/board';
import { fieldClass } from '../../_ui/Field';
import { useBoard } from './boardContext';
import { type Deed, DeedDialog } from './DeedDialog';
import { Row } from './Row';
import { nameOf, placeOf, progressOf, type RowPlace } from './rowState';

type Sort = 'number' | 'name' | 'progress' | 'inFlight' | 'lastDeed';
const places: readonly RowPlace[] = ['lobby', 'practice', 'playing', 'paused', 'between', 'done', 'gone'];

/** Every team a row: sorted, filtered, found. */
export function Rows() {
  const t = useTranslations('board.rows');
  const rows = useBoard((s) => s.board.rows);
  const [sort, setSort] = useState<Sort>('number');
  const [place, setPlace] = useState<RowPlace | 'all' | 'stuck'>('all');
  const [find, setFind] = useState('');
  const [deed, setDeed] = useState<Deed | null>(null);
  const shown = useMemo(() => pick(rows, sort, place, find), [rows, sort, place, find]);
  if (rows.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="participants">
      <div className="flex flex-wrap items-end gap-3">
        <h2 id="participants" className="mr-auto text-2xl font-semibold tracking-tight">
          {t('title')}
        </h2>
        <Pick
          label={t('filter')}
          value={place}
          onPick={setPlace}
          options={[...places, 'stuck', 'all'].toReversed().map((p) => [p, t(`place.${p as RowPlace}`)])}
        />
        <Pick
          label={t('sort')}
          value={sort}
          onPick={setSort}
          options={(['number', 'name', 'progress', 'inFlight', 'lastDeed'] as const).map((s) => [
            s,
            t(`by.${s}`),
          ])}
        />
        <label className="basis-44">
          <span className="text-sm text-soft">{t('find')}</span>
          <input
            type="search"
            value={find}
            onChange={(e) => setFind(e.target.value)}
            className={fieldClass}
          />
        </label>
      </div>
      <div className="relative mt-3 overflow-x-auto">
        <table className="tabular w-full border-collapse text-left" aria-labelledby="participants">
          <thead className="text-sm text-soft">
            <tr className="border-b border-line">
              {(['who', 'arm', 'where', 'solved', 'inFlight', 'lastDeed', 'actions'] as const).map(
                (column) => (
                  <th key={column} scope="col" className="px-2 py-2 font-medium first:pl-0">
                    {column === 'actions' ? (
                      <span className="sr-only">{t('column.actions')}</span>
                    ) : (
                      t(`column.${column}`)
                    )}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.teamId} row={row} onDeed={setDeed} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p className="py-4 text-soft">{t('none')}</p>}
      {deed && <DeedDialog deed={deed} onClose={() => setDeed(null)} />}
    </section>
  );
}

function pick(
  rows: readonly BoardRow[],
  sort: Sort,
  place: RowPlace | 'all' | 'stuck',
  find: string,
): BoardRow[] {
  const wanted = find.trim().toLocaleLowerCase();
  return rows
    .filter(
      (row) => place === 'all' || (place === 'stuck' ? row.run?.stuck === true : placeOf(row) === place),
    )
    .filter((row) => wanted === '' || nameOf(row).toLocaleLowerCase().includes(wanted))
    .toSorted((a, b) => order[sort](a, b) || a.number - b.number);
}

const order: Record<Sort, (a: BoardRow, b: BoardRow) => number> = {
  number: (a, b) => a.number - b.number,
  name: (a, b) => nameOf(a).localeCompare(nameOf(b)),
  progress: (a, b) => progressOf(b) - progressOf(a),
  inFlight: (a, b) => (b.run?.inFlight ?? 0) - (a.run?.inFlight ?? 0),
  /** Who has not done anything for longest comes first. */
  lastDeed: (a, b) => (a.run?.lastDeedAt ?? 0) - (b.run?.lastDeedAt ?? 0),
};

function Pick<T extends string>({
  label,
  value,
  options,
  onPick,
}: {
  label: string;
  value: T;
  options: readonly (readonly [string, string])[];
  onPick: (value: T) => void;
}) {
  return (
    <label className="basis-44">
      <span className="text-sm text-soft">{label}</span>
      {/* Its options are the values themselves. */}
      <select value={value} onChange={(e) => onPick(e.target.value as T)} className={fieldClass}>
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
