import { expect, test } from '../support/page';
import { OnScreen } from './player';

const hit = 'window.__hit=1';
/** Ways in which typed text has become script elsewhere. */
const payloads = [
  `<script>${hit}</script>`,
  `<ScRiPt>${hit}</sCrIpT>`,
  `<script src="data:text/javascript,${hit}"></script>`,
  `"><script>${hit}</script>`,
  `</textarea><script>${hit}</script>`,
  `</title><script>${hit}</script>`,
  `<!--><script>${hit}</script>-->`,
  `<img src=x onerror="${hit}">`,
  `<img src=x onerror=${hit}>`,
  `<img/src/onerror=${hit}>`,
  `<svg onload="${hit}">`,
  `<svg><script>${hit}</script></svg>`,
  `<svg><animate onbegin="${hit}" attributeName=x dur=1s>`,
  `<body onload="${hit}">`,
  `<iframe src="javascript:${hit}"></iframe>`,
  `<iframe srcdoc="<script>parent.${hit}</script>"></iframe>`,
  `<object data="javascript:${hit}"></object>`,
  `<embed src="javascript:${hit}">`,
  `<a href="javascript:${hit}">x</a>`,
  `<a href="JaVaScRiPt:${hit}">x</a>`,
  `<form action="javascript:${hit}"><button>x</button></form>`,
  `<input autofocus onfocus="${hit}">`,
  `<select autofocus onfocus="${hit}">`,
  `<details open ontoggle="${hit}">`,
  `<video><source onerror="${hit}"></video>`,
  `<audio src=x onerror="${hit}">`,
  `<marquee onstart="${hit}">`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${hit}>`,
  `<style>@import "javascript:${hit}";</style>`,
  `<link rel=stylesheet href="javascript:${hit}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${hit}">`,
  `<base href="javascript:${hit}//">`,
  `<template><script>${hit}</script></template>`,
  `<x onclick="${hit}" tabindex=1 id=x>`,
  `{{constructor.constructor('${hit}')()}}`,
  `\${${hit}}`,
  `javascript:${hit}`,
  `' onmouseover='${hit}`,
  `&lt;script&gt;${hit}&lt;/script&gt;`,
  `\u003cscript\u003e${hit}\u003c/script\u003e`,
  `]]><script>${hit}</script>`,
  `[x](javascript:${hit})`,
];

test('forty kinds of markup and script, in every field one can type into, stay text', async ({ page }) => {
  test.setTimeout(180_000);
  expect(payloads.length).toBeGreaterThanOrEqual(40);
  const me = new OnScreen(page);
  await me.begin();
  await me.open('Noor Haddad');
  const subject = page.getByRole('textbox', { name: 'Subject' });
  const message = page.getByRole('textbox', { name: 'Message' });
  for (const payload of payloads) {
    await subject.fill(payload);
    await message.fill(payload);
    await me.button('Send').click();
    await expect(message).toHaveValue('');
  }
  await expect(
    me
      .conversation('Noor Haddad')
      .getByText(payloads[0] ?? '', { exact: true })
      .first(),
  ).toBeAttached();
  const search = page.getByRole('searchbox', { name: 'Search mail' });
  for (const payload of payloads) await search.fill(payload);
  await search.fill('');
  await message.fill(payloads[7] ?? '');
  await me.draftsTaken();
  await page.reload();
  await me.open('Noor Haddad');
  await expect(message).toHaveValue(payloads[7] ?? '');
  expect(await page.evaluate(() => '__hit' in window)).toBe(false);
  expect(
    await page.locator('main script, main iframe, main object, main embed, main img[src="x"]').count(),
  ).toBe(0);

  await page.getByLabel('Menu').click();
  await me.button('Finish').click();
  await page
    .getByRole('dialog', { name: 'Finish this run?' })
    .getByRole('button', { name: 'Finish' })
    .click();
  await page.getByRole('link', { name: 'Read the debrief' }).click();
  await expect(page.getByRole('heading', { name: 'Debrief' })).toBeVisible();
  expect(await page.evaluate(() => '__hit' in window)).toBe(false);
});

test('the same payloads would run in a page that took them for markup', async ({ page }) => {
  await page.goto('about:blank');
  await page.setContent(`<p></p>${payloads[7]}`);
  await expect.poll(() => page.evaluate(() => '__hit' in window)).toBe(true);
});
