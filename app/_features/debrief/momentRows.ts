import type { DebriefView } from '@/core/contract/debrief';
import { csv } from '../../_ui/csv';
import { type Moment, momentsOf } from './moments';
import type { Words } from './useWords';

/** Kinds in the table behind the picture; what a lane is full of when nothing happens stays in the picture. */
const listed = (moment: Moment): boolean => moment.kind !== 'reachable' && moment.kind !== 'busy';

export const rowsOf = (view: DebriefView, reveal: boolean): Moment[] =>
  momentsOf(view, reveal).filter(listed);

/** Everything the picture shows, a line each. Times in simulated ms. */
export const timelineCsv = (views: readonly DebriefView[], reveal: boolean, words: Words): string =>
  csv([
    ['run', 'mode', 'who', 'what', 'fromMs', 'toMs', 'inWords'],
    ...views.flatMap((view) =>
      momentsOf(view, reveal).map((m) => [
        view.run,
        view.mode,
        words.nameOf(m.contact),
        m.kind === 'busy' ? m.busy : m.kind,
        m.from,
        m.to ?? '',
        words.detail(m),
      ]),
    ),
  ]);
