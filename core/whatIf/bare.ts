import type { Scenario } from '@/core/contract/scenario';

/**
 * A scenario with what the simulation needs and no more: of every text that answers, tells or teaches something only the
 * number of its words is left, because reading takes time. Every run of it has the measures of the whole scenario.
 */
export function bareScenario(scenario: Scenario): Scenario {
  return {
    ...scenario,
    brief: { you: '-', story: '-', goal: '-' },
    details: scenario.details.map((d) => ({ ...d, text: wordsOnly(d.text) })),
    recipients: scenario.recipients.map(({ voice, outOfOffice, ...r }) => ({
      ...r,
      about: '-',
      voice: {
        clarify: wordsOnly(voice.clarify),
        unmatched: wordsOnly(voice.unmatched),
        forward: wordsOnly(voice.forward),
        ...(voice.greeting !== undefined && { greeting: wordsOnly(voice.greeting) }),
        ...(voice.look !== undefined && { look: wordsOnly(voice.look) }),
        ...(voice.redirect !== undefined && { redirect: wordsOnly(voice.redirect) }),
        ...(voice.voicemail !== undefined && { voicemail: wordsOnly(voice.voicemail) }),
      },
      ...(outOfOffice && { outOfOffice: { ...outOfOffice, text: wordsOnly(outOfOffice.text) } }),
    })),
    requests: scenario.requests.map(({ clarify, ...r }) => ({
      ...r,
      answer: wordsOnly(r.answer),
      ...(clarify !== undefined && { clarify: wordsOnly(clarify) }),
    })),
    mail: scenario.mail.map((m) => ({ ...m, text: wordsOnly(m.text) })),
    teaching: { ...scenario.teaching, note: '-' },
  };
}

/** The same text with an x for each letter and digit: as many words, and as long. `{colleague}` stands for a name, and stays. */
const wordsOnly = (text: string): string =>
  text.replace(/\{\w+\}|[\p{L}\p{N}]/gu, (part) => (part.length > 2 ? part : 'x'));
