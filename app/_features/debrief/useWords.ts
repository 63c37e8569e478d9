import { useTranslations } from 'next-intl';
import type { DebriefView } from '@/core/contract/debrief';
import { briefSpan, clockText, spanText } from '../../_lib/clock';
import type { Moment } from './moments';

export interface Words {
  /** A few words beside a mark, or null where the mark says enough. */
  label: (moment: Moment) => string | null;
  /** All there is to say about a mark. */
  detail: (moment: Moment) => string;
  nameOf: (contact: string | null) => string;
}

const short = 34;
const cut = (text: string) => (text.length > short ? `${text.slice(0, short - 1).trimEnd()}…` : text);

/** The timeline in words, for its labels, its details and its table. */
export function useWords(views: readonly DebriefView[]): Words {
  const t = useTranslations('debrief.timeline');
  const kinds = useTranslations('debrief.kinds');
  const start = views[0]?.start ?? '';
  const at = (ms: number) => clockText(start, ms);
  const nameOf = (contact: string | null) =>
    views.flatMap((v) => v.lanes).find((l) => l.contact === contact)?.name ?? t('you');

  const label = (m: Moment): string | null => {
    if (m.kind === 'flight') {
      if (m.flight.end === 'rejected') return t('label.rejected');
      // What was settled on the line stands beside the call.
      if (m.flight.end === 'call') return null;
      if (m.to === null) return cut(m.flight.title);
      return `${cut(m.flight.title)} · ${spanText(m.to - m.from)}`;
    }
    if (m.kind === 'busy') return kinds(m.busy);
    if (m.kind === 'lost') return t('label.lost', { span: briefSpan((m.to ?? m.from) - m.from) });
    if (m.kind !== 'call') return null;
    const { call } = m;
    const answered = call.answered.map(cut).join(', ');
    if (call.connectedMs !== null) return answered || t('label.talked');
    return call.messageLeft ? t('label.message') : t(`ends.${call.end}`);
  };

  const detail = (m: Moment): string => {
    const name = nameOf(m.contact);
    const from = at(m.from);
    const to = m.to === null ? '' : at(m.to);
    const span = briefSpan((m.to ?? m.from) - m.from);
    switch (m.kind) {
      case 'flight':
        return t('detail.flight', { title: m.flight.title, name, from, to, span, end: m.flight.end });
      case 'mail':
        return t('detail.mail', { name, from, kind: m.mail.kind, subject: m.mail.subject ?? '' });
      case 'card':
        return t('detail.card', { from, right: m.correct ? 'yes' : 'no' });
      case 'busy':
        return t('detail.busy', { name, from, to, what: kinds(m.busy) });
      case 'reachable':
        return t('detail.reachable', { name, from, to });
      case 'lost':
        return t('detail.lost', { name, span });
      case 'call':
        return callDetail(m, name, from);
    }
  };

  const callDetail = ({ call }: Extract<Moment, { kind: 'call' }>, name: string, from: string): string => {
    const connected = call.connectedMs;
    const parts = [
      t('detail.call', { name, from, direction: call.direction }),
      connected === null ? t('detail.rang', { span: briefSpan(call.to - call.from) }) : '',
      connected === null
        ? ''
        : t('detail.talked', {
            wait: briefSpan(connected - call.from),
            span: briefSpan(call.to - connected),
          }),
      call.messageLeft ? t('detail.message') : t(`detail.ends.${call.end}`),
      call.answered.length > 0 ? t('detail.answers', { titles: call.answered.join(', ') }) : '',
    ];
    return parts.filter((p) => p !== '').join(' ');
  };

  return { label, detail, nameOf };
}
