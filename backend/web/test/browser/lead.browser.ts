import type { WorkerConversation } from '@opstap/protocol/client/index';
import type { LeadId } from '@opstap/protocol/id/branded-id';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { stateInEach } from './every-language.js';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt, picture } from './pictures.js';
import { TestServer } from './server.js';

vi.setConfig({ testTimeout: 240_000 });

type Device = Awaited<ReturnType<TestServer['device']>>;

let server: TestServer;
let browser: Browser;
let noor: Device;
let utrecht: Device;
let people: Person[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
  noor = await server.device('Apeldoorn');
  utrecht = await server.device('Utrecht');
});

afterEach(async () => {
  for (const { complaints, context } of people) {
    expect(complaints).toEqual([]);
    await context.close();
  }
  people = [];
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
});

const question = 'Hoi, ik heb een vraag over mijn huur.';
const secret = 'Dit van de rode map is alleen voor jou, Noor.';
const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Everything that a device keeps once it is up to date, as text. */
async function keptBy({ worker: client, storage }: Device): Promise<string> {
  await client.sync();
  const values = [];
  for (const key of await storage.list('')) values.push(await storage.get(key));
  return values.map((value) => new TextDecoder().decode(value ?? new Uint8Array())).join('\n');
}

/** The conversation of a device that a predicate picks, up to date. */
async function caseOf(
  { worker: client }: Device,
  picks: (conversation: WorkerConversation) => boolean,
): Promise<WorkerConversation> {
  await client.sync();
  const conversation = client.conversations.find(picks);
  if (conversation === undefined) throw new Error('no conversation');
  return conversation;
}

/** The conversation that came in to a device by a lead, up to date. */
async function cameInBy(lead: LeadId): Promise<WorkerConversation> {
  const known = (await utrecht.worker.leads()).find((each) => each.lead === lead);
  return caseOf(utrecht, ({ id }) => id === known?.conversation);
}

/** She writes, and Noor takes the case and answers. */
async function talk(
  language: 'nl' | 'en',
  text: string,
): Promise<{ page: Page; her: Person; his: WorkerConversation }> {
  const said = wordsOf(language);
  const her = await phone(browser, language);
  people.push(her);
  const { page } = her;
  await toWriting(page, server.url, 'Heerde', said);
  await page.locator('section.card h2').waitFor();
  await page.getByLabel(said.words).fill(text);
  if (language === 'nl') {
    await page.getByText('Wil je er iets bij zeggen?').click();
    await page.getByLabel('Wonen', { exact: true }).check();
  }
  await tap(page, said.send);
  await page
    .locator('.stage h2', { hasText: language === 'nl' ? 'bij het team' : 'with the team' })
    .waitFor();
  const his = await caseOf(noor, ({ fixedContact }) => fixedContact === null);
  await his.claim();
  await his.introduce('Noor');
  await his.send({ text: 'Dag, ik ben Noor.' });
  await his.sync();
  await page.getByText('Dag, ik ben Noor.').waitFor();
  return { page, her, his };
}

async function propose(his: WorkerConversation, word: string): Promise<LeadId> {
  return his.leads.propose(server.programme(word), {
    text: 'Ze zitten dichter bij je zus, en kennen de verhuurders daar.',
    reasons: ['near', 'open-now', 'speaks-language'],
  });
}

test('she lets another team in, passes on what she wants them to know and nothing else, and is handed over', async () => {
  const sam = await worker(browser);
  people.push(sam);
  await join(sam.page, server.url, server.invitation('Apeldoorn'), 'Sam', wordsOf('nl'));
  const onDuty = sam.page.waitForResponse((answer) => answer.url().endsWith('/duty') && answer.ok());
  await sam.page.getByLabel('Jouw dienst').selectOption('backup');
  await onDuty;
  const { page, his } = await talk('nl', question);
  await page.getByLabel('Schrijf verder').fill(secret);
  await tap(page, 'Verstuur');
  await tap(page, 'Mijn plan');
  await tap(page, 'Voeg een doel toe');
  await page.getByLabel('Wat wil je?').fill('Een eigen kamer');
  await tap(page, 'Bewaar');
  await page.getByRole('heading', { name: 'Een eigen kamer' }).waitFor();
  await tap(page, 'Terug');

  const lead = await propose(his, 'Utrecht');
  await page.getByRole('heading', { name: 'Noor stelt een ander team voor' }).waitFor();
  await page.getByText('dichter bij je zus').waitFor();
  expect(await page.locator('.reasons li').allTextContents()).toEqual([
    'in de buurt',
    'was open toen dit werd voorgesteld',
    'spreekt een taal die je noemde',
  ]);
  expect(await page.getByText('Voorbeeld Utrecht').isVisible()).toBe(false);
  await lookAt(page, 'phone-lead-proposed');
  await stateInEach(page, 'phone-lead-proposed');
  await picture(page, 'phone-lead-proposed-whole', { fullPage: true });
  await page.getByRole('button', { name: 'Laat ze erbij' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Je wacht op het team in Utrecht' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('lead-title');
  await page.getByText('Of ze met je verder kunnen, zeggen ze').waitFor();
  await lookAt(page, 'phone-lead-consented');
  await stateInEach(page, 'phone-lead-consented');

  await tap(page, 'Geef iets door');
  await page.getByRole('heading', { name: 'Wat geef je door?' }).waitFor();
  await tap(page, 'Bekijk de kaart');
  await page.getByText('Kies eerst iets, of schrijf iets op.').waitFor();
  await page.getByLabel('In je eigen woorden').fill('Ik woon nu bij mijn zus.');
  await page.getByRole('checkbox', { name: 'vraag over mijn huur' }).check();
  await page.getByLabel('Zo gaat het mee').fill('Ik heb een vraag over de borg.');
  await page.getByLabel('Gaat over: Wonen').check();
  await page.getByLabel('Mijn hele plan').check();
  await lookAt(page, 'phone-handover-pick');
  await picture(page, 'phone-handover-pick-whole', { fullPage: true });
  // What is kept within a second is there again after a reload.
  await page.waitForTimeout(1_500);
  await page.reload();
  await page.getByText('Wat je kunt doen').click();
  await tap(page, 'Geef iets door');
  expect(await page.getByLabel('Zo gaat het mee').inputValue()).toBe('Ik heb een vraag over de borg.');
  await tap(page, 'Bekijk de kaart');
  await page.getByRole('heading', { name: 'Zo ziet het nieuwe team het' }).waitFor();
  const card = page.getByRole('region', { name: 'Zo ziet het nieuwe team het' });
  const shown = await card.innerText();
  await page.getByText('Je plan, zoals ze het zien').click();
  await page.getByRole('heading', { name: 'Een eigen kamer' }).waitFor();
  await page.getByText('Je plan, zoals ze het zien').click();
  await lookAt(page, 'phone-handover-look');
  await page.getByRole('button', { name: 'Verstuur de kaart' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Je gaf dit door aan het nieuwe team:').waitFor();
  await page.getByText('Ik heb een vraag over de borg.').waitFor();
  await lookAt(page, 'phone-handover-sent');

  await expect.poll(async () => (await cameInBy(lead)).messages.length).toBe(1);
  const theirs = await cameInBy(lead);
  expect(theirs.messages[0]?.payload).toMatchObject({
    type: 'handover-card',
    lead,
    text: 'Ik woon nu bij mijn zus.',
    passages: [{ from: 'seeker', text: 'Ik heb een vraag over de borg.' }],
    facets: { areas: ['housing'] },
    plan: true,
  });
  await expect.poll(async () => keptBy(utrecht)).toContain('Een eigen kamer');
  const kept = await keptBy(utrecht);
  for (const before of ['rode map', 'vraag over mijn huur', 'ik ben Noor'])
    expect(kept).not.toContain(before);

  await sam.page.getByRole('button', { name: /rode map/ }).click();
  await sam.page.getByText('Doorgegeven aan het nieuwe team:').waitFor();
  await sam.page.getByText('Het plan gaat mee.').waitFor();
  expect(await sam.page.locator('.handover').innerText()).toBe(shown);
  await lookAt(sam.page, 'team-handover-card');

  await theirs.leads.answer(lead, { answer: 'accepted' });
  await page.getByRole('heading', { name: 'Er zijn nu twee teams bij' }).waitFor();
  await lookAt(page, 'phone-lead-accepted');
  await stateInEach(page, 'phone-lead-accepted');
  await theirs.introduce('Samira');
  await theirs.send({ text: 'Dag, ik ben Samira.' });
  await theirs.sync();
  await page.getByText('Dag, ik ben Samira.').waitFor();
  await theirs.leads.handOver(lead);
  await page.getByRole('heading', { name: 'Je gesprek is nu bij het team in Utrecht' }).waitFor();
  await lookAt(page, 'phone-lead-handed-over');
  await stateInEach(page, 'phone-lead-handed-over');
  await tap(page, 'Sluit dit bericht');
  await page.getByLabel('Schrijf verder').fill('Fijn dat je er bent.');
  await tap(page, 'Verstuur');
  await expect.poll(async () => keptBy(utrecht)).toContain('Fijn dat je er bent.');
  await page.reload();
  await page.getByText('Fijn dat je er bent.').waitFor();
  expect(await page.getByRole('heading', { name: 'Je gesprek is nu' }).count()).toBe(0);
});

test('a no, a full team and a second thought cost her nothing, and are said plainly', async () => {
  const { page, her, his } = await talk('en', 'A question about my rent.');
  await propose(his, 'Utrecht');
  await page.getByRole('heading', { name: 'Noor suggests another team' }).waitFor();
  await her.context.setOffline(true);
  await tap(page, 'Let them in');
  await page.getByText('It didn’t work yet').waitFor();
  await her.context.setOffline(false);
  await tap(page, 'Rather not');
  await page.getByRole('heading', { name: 'You chose: rather not' }).waitFor();
  await lookAt(page, 'phone-lead-refused-en');
  await stateInEach(page, 'phone-lead-refused-en');
  const before = (await utrecht.worker.leads()).length;
  await tap(page, 'Close this message');

  const second = await propose(his, 'Utrecht');
  await tap(page, 'Let them in');
  await page.getByRole('heading', { name: 'You are waiting for the team in Utrecht' }).waitFor();
  expect((await utrecht.worker.leads()).length).toBe(before + 1);
  await (await cameInBy(second)).leads.answer(second, { answer: 'full' });
  await page.getByRole('heading', { name: 'That team has no room now' }).waitFor();
  await page.getByText('That is nobody’s fault.').waitFor();
  await lookAt(page, 'phone-lead-declined-en');
  await stateInEach(page, 'phone-lead-declined-en');

  const third = await propose(his, 'Utrecht');
  await tap(page, 'Let them in');
  await page.getByRole('heading', { name: 'You are waiting for the team in Utrecht' }).waitFor();
  await tap(page, 'Take it back');
  await lookAt(page, 'phone-lead-take-back-en');
  await stateInEach(page, 'phone-lead-take-back-en');
  await tap(page, 'No, leave it');
  await tap(page, 'Take it back');
  await tap(page, 'Yes, do that');
  await page.getByRole('heading', { name: 'This suggestion is off' }).waitFor();
  const gone = (await utrecht.worker.leads()).find((each) => each.lead === third);
  expect(gone?.state).toBe('withdrawn');
  await page.getByLabel('Keep writing').fill('Only for Noor again.');
  await tap(page, 'Send');
  await expect.poll(async () => keptBy(noor)).toContain('Only for Noor again.');
  expect(await keptBy(utrecht)).not.toContain('Only for Noor again.');
});
