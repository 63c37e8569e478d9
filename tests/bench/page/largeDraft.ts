import { request, village, villager } from '../../support/village';

export const recipients = 60;
export const requests = 100;

const numbers = (count: number) => Array.from({ length: count }, (_, k) => k);
/** A word that stands for one number alone. */
const word = (k: number): string =>
  `w${[...String(k)].map((digit) => 'bcdfghklmn'[Number(digit)]).join('o')}a`;
const said = 'It is settled since last week.';

/** A document as large as one may become: every fifth answer is needed by the two requests after it. */
export const largeDraft = (slug: string): object =>
  village({
    slug,
    lengthMin: 600,
    recipients: numbers(recipients).map((k) =>
      villager(`person-${k}`, {
        name: `Keeper ${word(k)}`,
        role: `Looks after the ${word(k)}`,
        about: `Has looked after the ${word(k)} for years, and knows whom to ask about the rest.`,
      }),
    ),
    requests: numbers(requests).map((k) =>
      request(`request-${k}`, `person-${k % recipients}`, {
        title: `The price of the ${word(k)}`,
        answer: `The price of the ${word(k)}: ${said}`,
        phrasings: [`what is the price of the ${word(k)}`, `could you tell me what the ${word(k)} costs`],
        ask: `Could you tell me the price of the ${word(k)}? I would like to finish the plan today.`,
        ...(k % 5 === 0 ? { gives: `fact-${k}` } : k % 5 < 3 && { details: [`fact-${k - (k % 5)}`] }),
      }),
    ),
    details: numbers(requests / 5).map((k) => ({
      id: `fact-${k * 5}`,
      label: `Price ${k}`,
      text: word(1_000 + k),
    })),
  });
