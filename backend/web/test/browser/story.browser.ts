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

describe.each(['nl', 'en'] as const)('the first message and its answer, in %s', (language) => {
  const said = wordsOf(language);
  const reason = language === 'nl' ? 'werkt in Heerde' : 'works in Heerde';
  const team = language === 'nl' ? 'Team in Apeldoorn' : 'Team in Apeldoorn';
  const question =
    language === 'nl' ? 'Hoi, ik heb een vraag over mijn huur.' : 'Hi, a question about my rent.';
  const answer = language === 'nl' ? 'Fijn dat je schrijft. Vertel maar.' : 'Good that you write. Tell me.';
  const thanks = language === 'nl' ? 'Dank je.' : 'Thank you.';
  const more = language === 'nl' ? 'Het gaat om de borg.' : 'It is about the deposit.';

  test('she types Heerde, sees Apeldoorn first with the reason, and goes on after the answer and a restart', async () => {
    const team1 = await worker(browser, language);
    await join(team1.page, server.url, server.invitation('Apeldoorn'), 'Noor', said);
    if (language === 'nl') await lookAt(team1.page, 'team-queue-empty');

    const her = await phone(browser, language);
    await her.page.goto(server.url);
    await her.page.getByRole('button', { name: said.start }).waitFor();
    await her.page.waitForLoadState('networkidle');
    await lookAt(her.page, `phone-welcome-${language}`);
    const history = await her.page.evaluate(() => window.history.length);

    await toWriting(her.page, server.url, 'Heerde', said);
    await her.page.getByRole('heading', { name: team }).waitFor();
    expect(await her.page.locator('.reasons li').first().textContent()).toBe(reason);
    expect(await her.page.locator('main').textContent()).toContain('Voorbeeld Apeldoorn');
    expect(await her.page.getByText('Voorbeeld Apeldoorn').isVisible()).toBe(false);
    await her.page.getByLabel(said.words).fill(question);
    await lookAt(her.page, `phone-write-${language}`);
    await her.page.getByRole('button', { name: said.send }).click();
    await her.page
      .getByRole('heading', {
        name: language === 'nl' ? 'Je bericht is bij het team' : 'Your message is with the team',
      })
      .waitFor();
    await lookAt(her.page, `phone-sent-${language}`);

    await team1.page.getByRole('button', { name: question.slice(0, 15) }).click();
    await lookAt(team1.page, `team-new-${language}`);
    await team1.page.getByRole('button', { name: said.claim }).click();
    await her.page
      .getByRole('heading', { name: language === 'nl' ? 'Iemand van het team' : 'Someone on the team' })
      .waitFor();
    await lookAt(her.page, `phone-taken-${language}`);
    await team1.page.getByLabel(said.answer).fill(answer);
    await lookAt(team1.page, `team-answer-${language}`);
    await team1.page.keyboard.press('Control+Enter');
    await her.page.getByText(answer).waitFor();
    await her.page.getByRole('heading', { name: 'Noor' }).waitFor();
    await her.page.getByText(language === 'nl' ? 'Beantwoord' : 'Answered').waitFor();
    await lookAt(her.page, `phone-answered-${language}`);
    expect(await her.page.evaluate(() => window.history.length)).toBe(history);

    await server.stop();
    await team1.page.locator('.connection.lost').waitFor();
    await her.page.getByLabel(said.reply).fill(more);
    await her.page.getByRole('button', { name: said.send }).click();
    await her.page.getByText(language === 'nl' ? 'Nog op je telefoon' : 'Still on your phone').waitFor();
    if (language === 'nl') {
      await lookAt(her.page, 'phone-kept-here');
      await lookAt(team1.page, 'team-connection-lost');
    }
    await server.start();
    await team1.page.locator('.connection.stands').waitFor();
    await team1.page
      .getByRole('list', { name: language === 'nl' ? 'Berichten' : 'Messages' })
      .getByText(more)
      .waitFor();

    await her.page.reload();
    await her.page.getByText(answer).waitFor();
    await her.page.getByText(more).waitFor();
    await her.page.getByLabel(said.reply).fill(thanks);
    await her.page.getByRole('button', { name: said.send }).click();
    await team1.page
      .getByRole('list', { name: language === 'nl' ? 'Berichten' : 'Messages' })
      .getByText(thanks)
      .waitFor();
    await lookAt(team1.page, `team-talk-${language}`);

    for (const person of [her, team1]) {
      expect(person.complaints).toEqual([]);
      expect([...person.origins]).toEqual([server.url]);
      await person.context.close();
    }
  });
});
