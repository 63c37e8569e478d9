'use client';

import { useTranslations } from 'next-intl';
import { limits } from '@/core/contract/limits';
import type { CallView } from '@/core/contract/view';
import { buttonClass } from '../../../_ui/buttonClass';
import { usePlay, usePlaying, useSpeech } from '../playContext';
import { AskedFor } from './AskedFor';
import { AskChips, DetailChips } from './LineChips';
import { hasSpeech, prepare, type Speech, speechTo } from './speechStore';
import { useCallActions } from './useCallActions';

/** What to say on the line: prepared while it rings, said when somebody is there, or left on the voicemail. */
export function SayBox({ call, name }: { call: CallView; name: string }) {
  const t = useTranslations('play.call');
  const { speech: store } = usePlaying();
  const speech = useSpeech((s) => speechTo(s, call.contact));
  const running = usePlay((s) => s.view.clock.state === 'running');
  const actions = useCallActions();
  const change = (part: Partial<Speech>) => prepare(store, call.contact, part);
  const voicemail = call.phase === 'voicemail';
  const ready = running && hasSpeech(speech) && (call.phase === 'connected' || voicemail);
  const say = () => {
    if (!ready) return;
    void (voicemail ? actions.leave(call, speech) : actions.say(call, speech));
  };
  if (call.messageLeft)
    return <p className="border-t border-line bg-panel px-4 py-3 text-sm">{t('recording')}</p>;
  return (
    <form
      aria-label={t('sayTo', { name })}
      className="flex flex-col gap-1.5 border-t border-call-line bg-panel px-3 pt-2 pb-2.5 sm:px-4 [&>*]:mx-auto [&>*]:w-full [&>*]:max-w-4xl"
      onSubmit={(e) => {
        e.preventDefault();
        say();
      }}
    >
      <AskedFor call={call} />
      <AskChips
        contact={call.contact}
        speech={speech}
        change={change}
        said={call.lines.flatMap((line) => line.asks)}
      />
      <DetailChips speech={speech} change={change} asked={call.missing} />
      <div className="flex items-end gap-1.5">
        <Words call={call} speech={speech} change={change} say={say} />
        <button
          type="submit"
          aria-disabled={!ready}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          className={buttonClass('call', 'lg', 'shrink-0 !px-5')}
        >
          {t(voicemail ? 'leave' : 'say')}
        </button>
      </div>
    </form>
  );
}

interface WordsProps {
  call: CallView;
  speech: Speech;
  change: (part: Partial<Speech>) => void;
  say: () => void;
}

/** Own words. A request asked by chip alone is said in the words that stand here as a hint. */
function Words({ call, speech, change, say }: WordsProps) {
  const t = useTranslations('play.call');
  const offer = usePlay((s) =>
    s.view.mission
      .filter((m) => speech.asks.includes(m.id))
      .map((m) => m.ask)
      .join(' '),
  );
  return (
    <textarea
      id="say"
      rows={1}
      aria-label={t('words')}
      placeholder={offer || t(call.phase === 'voicemail' ? 'yourMessage' : 'yourWords')}
      value={speech.text}
      maxLength={limits.spoken}
      onChange={(e) => change({ text: e.target.value })}
      onKeyDown={(e) => {
        if (e.key !== 'Enter' || e.shiftKey) return;
        e.preventDefault();
        say();
      }}
      className="field-sizing-content max-h-28 min-h-12 min-w-0 grow resize-none rounded-xl border border-edge/70 bg-ground px-3 py-2.5"
    />
  );
}
