import type { Draft } from '@/core/contract/draft';
import { isAwayPersona } from './behaviour';
import { putRecipient } from './change';
import type { StartTexts } from './defaults';

type AwayTexts = Pick<StartTexts, 'away' | 'awayAlone'>;

/** What an automatic reply says until somebody writes it: who stands in, or that nobody does. */
function replyFor(draft: Draft, deputy: string, texts: AwayTexts): string {
  const name = draft.recipients.find((r) => r.id === deputy)?.name ?? '';
  return name === '' ? texts.awayAlone : texts.away(name);
}

/** Somebody out of office, as yet without anybody who stands in; or there again. */
export const withAway = (draft: Draft, id: string, away: boolean, texts: AwayTexts): Draft =>
  putRecipient(draft, id, ({ outOfOffice: _, ...here }) =>
    away ? { ...here, outOfOffice: { deputy: '', text: replyFor(draft, '', texts) } } : here,
  );

/**
 * `made` of `before`, in which somebody may have been given another persona: with that of somebody away they are out of office, where
 * there is anybody to stand in; with another one again they are back, unless somebody has been chosen to stand in.
 */
export function withAwayLike(before: Draft, made: Draft, id: string, texts: AwayTexts): Draft {
  const [was, is] = [before, made].map((d) => d.recipients.find((r) => r.id === id));
  if (!was || !is || isAwayPersona(was.persona) === isAwayPersona(is.persona)) return made;
  if (!isAwayPersona(is.persona))
    return is.outOfOffice?.deputy === '' ? withAway(made, id, false, texts) : made;
  return is.outOfOffice || made.recipients.length === 1 ? made : withAway(made, id, true, texts);
}

/** Lets somebody stand in for a recipient who is out of office. */
export const withDeputy = (draft: Draft, id: string, deputy: string, texts: AwayTexts): Draft =>
  withReplies(
    draft,
    putRecipient(draft, id, (r) => (r.outOfOffice ? { ...r, outOfOffice: { ...r.outOfOffice, deputy } } : r)),
    texts,
  );

/** `made` of `before`: automatic replies that nobody has written name whoever stands in now, by the name they have now. */
export function withReplies(before: Draft, made: Draft, texts: AwayTexts): Draft {
  const recipients = made.recipients.map((r) => {
    const was = before.recipients.find(({ id }) => id === r.id)?.outOfOffice;
    if (!was || !r.outOfOffice || r.outOfOffice.text !== replyFor(before, was.deputy, texts)) return r;
    const text = replyFor(made, r.outOfOffice.deputy, texts);
    return text === r.outOfOffice.text ? r : { ...r, outOfOffice: { ...r.outOfOffice, text } };
  });
  return recipients.every((r, i) => r === made.recipients[i]) ? made : { ...made, recipients };
}
