import { useTranslations } from 'next-intl';
import type { AuthoredMail } from '@/core/contract/scenario';
import { useDraft } from '../editorContext';

/** What makes a mail come, in words. */
export function useTriggerText(): (mail: AuthoredMail) => string {
  const t = useTranslations('editor.trigger');
  const requests = useDraft((d) => d.requests);
  const title = (id: string) => requests.find((r) => r.id === id)?.title ?? id;
  return ({ on, delay }) => {
    if (!on) return '';
    if ('asked' in on) return t('afterAsked', { title: title(on.asked), delay });
    if ('answered' in on) return t('afterAnswered', { title: title(on.answered), delay });
    if ('solved' in on) return t('afterSolved', { count: on.solved, delay });
    if ('quiet' in on) return t('afterQuiet', { minutes: on.quiet });
    const { request, minutes } = on.notAnsweredAfter;
    return t('afterSilence', { title: title(request), minutes: minutes + delay });
  };
}
