import { useTranslations } from 'next-intl';
import type { Parameter } from '@/core/whatIf/parameters';
import type { Picture, Place } from '@/core/whatIf/picture';
import { csv } from '../../_ui/csv';
import type { Asked } from './study';
import type { Texts } from './useTexts';

interface Props {
  picture: Picture;
  asked: Asked;
  swept: Parameter;
  second: Parameter | null;
  level: number | null;
  texts: Texts;
}

/** Every place of every curve in figures: the middle, its interval, and how many were not reached. */
export function PlacesTable({ picture, asked, swept, second, level, texts }: Props) {
  const t = useTranslations('whatIf.table');
  const names = useTranslations('whatIf.policies');
  const title =
    second && level !== null
      ? t('titleAt', { name: texts.nameOf(second.name), value: texts.settingText(second, level) })
      : t('title');
  const amount = (v: number | null) => (v === null ? t('never') : texts.amountText(asked.measure, v));
  const cell = ({ centre, band, never, n }: Place) =>
    n === 0
      ? ''
      : band
        ? t(never > 0 ? 'cellNever' : 'cell', {
            centre: amount(centre),
            low: amount(band.low),
            high: amount(band.high),
            never,
          })
        : amount(centre);
  return (
    <details className="mt-4">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{title}</summary>
      <div className="overflow-x-auto">
        <table className="tabular w-full border-collapse text-left text-sm" aria-label={title}>
          <thead className="text-soft">
            <tr>
              <th scope="col" className="py-2 pr-5 align-bottom font-medium">
                {texts.nameOf(swept.name)}
              </th>
              {picture.curves.map(({ policy }) => (
                <th key={policy} scope="col" className="py-2 pr-5 align-bottom font-medium">
                  {names(`${policy}.name`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {swept.values.map((value, i) => (
              <tr key={value} className="border-t border-line">
                <th scope="row" className="py-1.5 pr-5 font-normal whitespace-nowrap">
                  {texts.settingText(swept, value)}
                </th>
                {picture.curves.map(({ policy, places }) => (
                  <td key={policy} className="py-1.5 pr-5">
                    {places[i] && cell(places[i])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** The same as comma-separated values: times in simulated ms, shares from 0 to 1, empty where not reached. */
export function placeRows(picture: Picture, asked: Asked, level: number | null): string {
  const { sweep, by, measure, scenario, players, seed } = asked;
  return csv([
    [
      'scenario',
      'players',
      'seed',
      sweep,
      ...(by ? [by] : []),
      'policy',
      measure,
      'low',
      'high',
      'n',
      'never',
    ],
    ...picture.curves.flatMap(({ policy, places }) =>
      places.map((p) => [
        scenario,
        players,
        seed,
        p.x,
        ...(by ? [level ?? ''] : []),
        policy,
        p.centre ?? '',
        p.band?.low ?? '',
        p.band?.high ?? '',
        p.n,
        p.never,
      ]),
    ),
  ]);
}
