import { useTranslations } from 'next-intl';
import type { DebriefLane, DebriefView, RevealCall, RevealMail, RevealRow } from '@/core/contract/debrief';
import { briefSpan, clockText, spanText } from '../../_lib/clock';

/** One recipient in every run: what reached them and what they did about it. */
export function RevealPerson({ views, lane }: { views: readonly DebriefView[]; lane: DebriefLane }) {
  const t = useTranslations('debrief.reveal');
  const rows = views.flatMap((view) => {
    const row = view.reveal?.recipients.find((r) => r.contact === lane.contact);
    return row ? [{ view, row }] : [];
  });
  const [first] = rows;
  if (!first) return null;
  return (
    <li className="break-inside-avoid border-t border-line pt-4">
      <h3 className="font-semibold">{namesOf(views, lane)}</h3>
      <p className="text-sm text-soft">
        {first.row.persona} · {t('found', { share: Math.round(foundShare(first.row, first.view) * 100) })}
      </p>
      {rows.map(({ view, row }) => (
        <InRun key={view.runId} view={view} row={row} alone={rows.length === 1} />
      ))}
    </li>
  );
}

/** In a twin the same person goes by another name (X7). */
const namesOf = (views: readonly DebriefView[], { contact, name }: DebriefLane): string =>
  [...new Set(views.map((v) => v.lanes.find((l) => l.contact === contact)?.name ?? name))].join(' / ');

const foundShare = ({ reachable }: RevealRow, { endMs }: DebriefView): number =>
  endMs === 0 ? 0 : reachable.reduce((sum, r) => sum + Math.min(r.to, endMs) - r.from, 0) / endMs;

function InRun({ view, row, alone }: { view: DebriefView; row: RevealRow; alone: boolean }) {
  const t = useTranslations('debrief.reveal');
  const modes = useTranslations('debrief.modeTitle');
  const deeds = [
    ...row.mails.map((mail) => ({
      at: mail.sentMs,
      key: `${mail.mailId}${mail.request ?? ''}`,
      mail,
      call: null,
    })),
    ...row.calls.map((call) => ({ at: call.simMs, key: call.callId, mail: null, call })),
  ].sort((a, b) => a.at - b.at);
  return (
    <>
      {!alone && <h4 className="mt-3 text-xs font-semibold text-soft">{modes(view.mode)}</h4>}
      {deeds.length === 0 ? (
        <p className="mt-1 text-sm">{t('nothing')}</p>
      ) : (
        <ol className="mt-1 flex flex-col gap-2 text-sm">
          {deeds.map(({ at, key, mail, call }) => (
            <li key={key} className="tabular grid grid-cols-[3rem_1fr] gap-x-2">
              <span className="text-soft">{clockText(view.start, at)}</span>
              <span>{mail ? <Mail mail={mail} view={view} /> : <Call call={call} view={view} />}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Mail({ mail, view }: { mail: RevealMail; view: DebriefView }) {
  const t = useTranslations('debrief.reveal');
  const title =
    view.requests.find((r) => r.id === mail.request)?.title ??
    view.mails.find((m) => m.mailId === mail.mailId)?.subject;
  return (
    <>
      <span className="font-medium">{title || t('aMail')}</span>
      <span className="block">
        {mail.readMs === null
          ? t(mail.verdict === 'bounced' ? 'bounced' : 'unread')
          : t('read', {
              time: clockText(view.start, mail.readMs),
              after: spanText(mail.readMs - mail.sentMs),
            })}{' '}
        {mail.readMs !== null && t(`verdicts.${mail.verdict}`, { missing: mail.missing.join(', ') })}
      </span>
      <Luck chance={mail.chance} u={mail.u} />
    </>
  );
}

function Call({ call, view }: { call: RevealCall | null; view: DebriefView }) {
  const t = useTranslations('debrief.reveal');
  const doings = useTranslations('debrief.doings');
  if (!call) return null;
  const { doing, missed, lost, why } = call;
  const own = view.calls.find((c) => c.callId === call.callId);
  const at = (ms: number) => clockText(view.start, ms);
  const outcome = () => {
    if (why) return t(`why.${why}`);
    if (missed) return t(`missed.${missed}`, { doing: doings(doing) });
    return t('reached', { doing: doings(doing) });
  };
  return (
    <>
      <span className="font-medium">
        {t(call.direction === 'in' ? 'rangYou' : 'yourCall')}
        {own && own.answered.length > 0 && `: ${own.answered.join(', ')}`}
      </span>
      <span className="block">
        {outcome()} {lost && t('lost', { span: briefSpan(lost.to - lost.from) })}{' '}
        {call.heardMs !== null && t('heard', { time: at(call.heardMs) })}{' '}
        {call.callBackMs !== null && t('callBack', { time: at(call.callBackMs) })}
      </span>
      {missed === 'ignored' && <Luck chance={call.chance} u={call.u} />}
    </>
  );
}

function Luck({ chance, u }: { chance: number | null; u: number | null }) {
  const t = useTranslations('debrief.reveal');
  if (chance === null || u === null) return null;
  return (
    <span className="block text-xs text-soft">
      {t('luck', { chance: Math.round(chance * 100), draw: Math.floor(u * 100) })}
    </span>
  );
}
