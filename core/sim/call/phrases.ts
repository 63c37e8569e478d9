import type { Recipient } from '@/core/contract/scenario';

interface Phrases {
  greeting: string;
  voicemail: string;
  voicemailDeputy: string;
  look: string;
  redirect: string;
}

/** What people say on the phone where a scenario gives them no words of their own. `{name}` and `{colleague}` are filled in. */
const phrases: Readonly<Record<string, Phrases>> = {
  en: {
    greeting: '{name}.',
    voicemail: 'This is {name}. Leave me a message.',
    voicemailDeputy: 'This is {name}. I am away. {colleague} is standing in for me.',
    look: 'I have to look that up. I will call you back.',
    redirect: 'That is not mine. Ask {colleague}.',
  },
};
const english: Phrases = {
  greeting: '{name}.',
  voicemail: '{name}.',
  voicemailDeputy: '{name}: {colleague}.',
  look: '…',
  redirect: '{colleague}.',
};

/** The sentence a recipient says: their own, else the scenario's language's. */
export function phraseOf(
  recipient: Recipient,
  language: string,
  which: keyof Phrases,
  colleague: Recipient | undefined = undefined,
): string {
  const own = which === 'voicemailDeputy' ? recipient.voice.voicemail : recipient.voice[which];
  const text = own ?? (phrases[language.slice(0, 2)] ?? english)[which];
  return !text.includes('{')
    ? text
    : text.replaceAll('{name}', recipient.name).replaceAll('{colleague}', colleague?.name ?? '');
}

/** Words a minute at which captions are spoken (T8). */
export const wordsPerMinute = 170;
/** How long saying so many words takes, at least a second. */
export const speechMs = (words: number): number =>
  Math.max(1_000, Math.round((words * 60_000) / wordsPerMinute));
