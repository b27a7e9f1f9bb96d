import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { join, launch, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { TestServer } from './server.js';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
});

describe('the first message and its answer', () => {
  const said = wordsOf('nl');
  const reason = 'werkt in Heerde';
  const team = 'Team in Apeldoorn';
  const question = 'Hoi, ik heb een vraag over mijn huur.';
  const answer = 'Fijn dat je schrijft. Vertel maar.';
  const thanks = 'Dank je.';
  const more = 'Het gaat om de borg.';

  test('she types Heerde, sees Apeldoorn first with the reason, and goes on after the answer and a restart', async () => {
    const team1 = await worker(browser);
    await join(team1.page, server.url, server.invitation('Apeldoorn'), 'Noor', said);
    await lookAt(team1.page, 'team-queue-empty');

    const her = await phone(browser);
    await her.page.goto(server.url);
    await her.page.getByRole('button', { name: said.start }).waitFor();
    await her.page.waitForLoadState('networkidle');
    await lookAt(her.page, 'phone-welcome');
    const history = await her.page.evaluate(() => window.history.length);

    await toWriting(her.page, server.url, 'Heerde', said);
    await her.page.getByRole('heading', { name: team }).waitFor();
    expect(await her.page.locator('.reasons li').first().textContent()).toBe(reason);
    expect(await her.page.locator('main').textContent()).toContain('Voorbeeld Apeldoorn');
    expect(await her.page.getByText('Voorbeeld Apeldoorn').isVisible()).toBe(false);
    await her.page.getByLabel(said.words).fill(question);
    await lookAt(her.page, 'phone-write');
    await her.page.getByRole('button', { name: said.send }).click();
    await her.page
      .getByRole('heading', {
        name: 'Je bericht is bij het team',
      })
      .waitFor();
    await lookAt(her.page, 'phone-sent');

    await team1.page.getByRole('button', { name: question.slice(0, 15) }).click();
    await lookAt(team1.page, 'team-new');
    await team1.page.getByRole('button', { name: said.claim }).click();
    await her.page.getByRole('heading', { name: 'Iemand van het team' }).waitFor();
    await lookAt(her.page, 'phone-taken');
    await team1.page.getByLabel(said.answer).fill(answer);
    await lookAt(team1.page, 'team-answer');
    await team1.page.keyboard.press('Control+Enter');
    await her.page.getByText(answer).waitFor();
    await her.page.getByRole('heading', { name: 'Noor' }).waitFor();
    await her.page.getByText('Beantwoord').waitFor();
    await lookAt(her.page, 'phone-answered');
    expect(await her.page.evaluate(() => window.history.length)).toBe(history);

    await server.stop();
    await team1.page.locator('.connection.lost').waitFor();
    await her.page.getByLabel(said.reply).fill(more);
    await her.page.getByRole('button', { name: said.send }).click();
    await her.page.getByText('Nog op je telefoon').waitFor();
    await lookAt(her.page, 'phone-kept-here');
    await lookAt(team1.page, 'team-connection-lost');
    await server.start();
    await team1.page.locator('.connection.stands').waitFor();
    await team1.page.getByRole('list', { name: 'Berichten' }).getByText(more).waitFor();

    await her.page.reload();
    await her.page.getByText(answer).waitFor();
    await her.page.getByText(more).waitFor();
    await her.page.getByLabel(said.reply).fill(thanks);
    await her.page.getByRole('button', { name: said.send }).click();
    await team1.page.getByRole('list', { name: 'Berichten' }).getByText(thanks).waitFor();
    await lookAt(team1.page, 'team-talk');

    for (const person of [her, team1]) {
      expect(person.complaints).toEqual([]);
      expect([...person.origins]).toEqual([server.url]);
      await person.context.close();
    }
  });
});
