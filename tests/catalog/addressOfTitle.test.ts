import { expect, test } from 'vitest';
import { slug } from '@/core/contract/ids';
import { slugOf } from '@/server/catalog/newScenario';

test.each([
  ['Night train to Łódź', 'night-train-to-lodz'],
  ['Überfall auf die Straße', 'ueberfall-auf-die-strasse'],
  ['Поезд в Москву', 'poezd-v-moskvu'],
  ['What’s next? – R&D!', 'whats-next-r-and-d'],
  ['3 days in Ærø', 'days-in-aero'],
  ['iPhone launch', 'iphone-launch'],
  ['ﬁre drill, Ｔｏｋｙｏ, vol. Ⅳ', 'fire-drill-tokyo-vol-iv'],
  ['東京', 'scenario'],
  ['', 'scenario'],
  ['7', 'scenario'],
])('the address made of the title “%s” is %s', (title, address) => {
  expect(slugOf(title)).toBe(address);
});

test('is never longer than an address may be, with room for a number, and ends in no hyphen', () => {
  for (let n = 1; n < 90; n++) {
    const made = slugOf(`${'a'.repeat(n)} ${'word '.repeat(20)}`);
    expect(slug.safeParse(`${made}-1000`).success, made).toBe(true);
    expect(made).not.toMatch(/-$/);
  }
});
