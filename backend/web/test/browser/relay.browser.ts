import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TappedLine } from '../../../../protocol/typescript/test/fixture/tapped-line.js';
import { TestRelay } from '../../../../protocol/typescript/test/fixture/test-relay.js';
import { stateInEach } from './every-language.js';
import { join, launch, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { TestServer } from './server.js';

let server: TestServer;
let relay: TestRelay;
let line: TappedLine;
let browser: Browser;
const said = wordsOf('nl');
const question = 'Hoi, ik heb een vraag over mijn huur.';
const answer = 'Fijn dat je schrijft. Vertel maar.';
const more = 'Het gaat om de borg.';

beforeAll(async () => {
  relay = await TestRelay.start();
  [server, browser] = await Promise.all([TestServer.start(['--relay', relay.origin]), launch()]);
  line = await TappedLine.to(server.port);
  relay.gateway = line.url;
});

afterAll(async () => {
  await browser?.close();
  await relay?.close();
  await line?.close();
  await server?.end();
});

test('where there is a relay, everything under a pseudonym goes through it and waits for it', async () => {
  const team = await worker(browser);
  await join(team.page, server.url, server.invitation('Apeldoorn'), 'Noor', said);

  const her = await phone(browser);
  const straight: string[] = [];
  her.page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === server.url) straight.push(pathname);
  });
  await her.page.goto(server.url);
  await her.page.getByText('berichten gaan via een tussenpost van een ander').waitFor();
  await lookAt(her.page, 'phone-welcome-relayed');
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.getByLabel(said.words).fill(question);
  await her.page.getByRole('button', { name: said.send }).click();
  await her.page.getByRole('heading', { name: 'Je bericht is bij het team' }).waitFor();

  await team.page.getByRole('button', { name: question.slice(0, 15) }).click();
  await team.page.getByRole('button', { name: said.claim }).click();
  await team.page.getByLabel(said.answer).fill(answer);
  await team.page.keyboard.press('Control+Enter');
  await her.page.getByText(answer).waitFor();

  relay.away = true;
  await her.page.getByLabel(said.reply).fill(more);
  await her.page.getByRole('button', { name: said.send }).click();
  await her.page.getByText('De tussenpost die je adres verbergt').waitFor();
  await her.page.getByText('Nog op je telefoon').waitFor();
  await lookAt(her.page, 'phone-relay-away');
  await stateInEach(her.page, 'phone-relay-away');
  relay.away = false;
  await team.page.getByRole('list', { name: 'Berichten' }).getByText(more).waitFor();
  await her.page.getByText('De tussenpost die je adres verbergt').waitFor({ state: 'detached' });

  expect(straight.filter((path) => path.startsWith('/v1/') && !path.startsWith('/v1/directory/'))).toEqual(
    [],
  );
  expect(new Set(relay.seen.map(({ path }) => path))).toEqual(new Set(['/ohttp', '/ohttp-keys']));
  for (const clear of ['/v1/', 'psn_', 'cnv_', 'ignature', 'Mozilla', server.url]) {
    expect(
      relay.seen.some(({ body }) => body.includes(clear)),
      clear,
    ).toBe(false);
  }
  const names = new Set(line.headerLines.map(([name]) => name));
  expect([...names].sort()).toEqual(['accept', 'connection', 'content-length', 'content-type', 'host']);
  for (const identifying of ['nl-NL', 'Mozilla', 'Chrom', her.page.url(), 'psn_', 'cookie', 'forwarded']) {
    expect(line.heard.includes(identifying), identifying).toBe(false);
  }
  expect([...her.origins].sort()).toEqual([server.url, relay.origin].sort());
  for (const { complaints, context } of [her, team]) {
    expect(complaints).toEqual([]);
    await context.close();
  }
});
