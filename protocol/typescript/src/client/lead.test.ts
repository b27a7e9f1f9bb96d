import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, losing, newWorker, textsIn } from '../../test/fixture/people.js';
import { randomId } from '../id/branded-id.js';
import { receivingProgrammes } from '../routing/lead-ranking.js';
import type { SeekerConversation } from './seeker-conversation.js';

const why = { text: 'They are nearer to your sister', reasons: ['covers-municipality'] };

/** A case of a worker's, and a device of another programme. */
async function twoProgrammes() {
  const server = new FakeServer();
  const { otherProgramme } = server.directory;
  const worker = await newWorker(server);
  server.joins = otherProgramme;
  const receiving = await newWorker(server);
  const { seeker, hers } = await conversationOf(server, worker);
  const [his] = worker.client.conversations;
  const [log] = server.logs;
  if (his === undefined || log === undefined) throw new Error('no conversation');
  await his.claim();
  const newest = () => log.entries.length;
  const theirs = async () => {
    await receiving.client.sync();
    const [found] = receiving.client.conversations;
    if (found === undefined) throw new Error('nothing came in');
    return found;
  };
  const proposed = async () => {
    const lead = await his.leads.propose(otherProgramme, why);
    await hers.sync();
    return lead;
  };
  /** She lets the other programme in, and it accepts. */
  const accepted = async () => {
    const lead = await proposed();
    await (await hers.leads()).consent(lead);
    await (await theirs()).leads.answer(lead, { answer: 'accepted' });
    return lead;
  };
  return { server, log, worker, receiving, seeker, hers, his, theirs, newest, proposed, accepted };
}

async function statesOf(hers: SeekerConversation): Promise<readonly string[]> {
  return (await (await hers.leads()).list()).map(({ state }) => state);
}

describe('a lead', () => {
  test('is shown with what the worker said of it, and not without (LEA-10)', async () => {
    const { server, hers, log, proposed } = await twoProgrammes();
    const lead = await proposed();
    expect(await (await hers.leads()).list()).toMatchObject([{ lead, state: 'proposed', ...why }]);
    await (await hers.leads()).refuse(lead);
    const untold = server.leads.propose(log, server.directory.otherProgramme).lead;
    expect(await statesOf(hers)).toEqual(['refused']);
    await expect((await hers.leads()).consent(untold)).rejects.toMatchObject({ code: 'lead-unknown' });
  });

  test('is consented to by her Commit; the newcomer reads nothing from before, and both answer (E2E-11)', async () => {
    const { hers, his, theirs, accepted } = await twoProgrammes();
    await hers.send({ text: 'before' });
    await hers.sync();
    await his.sync();
    await accepted();
    await hers.send({ text: 'after' });
    await hers.sync();
    await his.sync();
    const other = await theirs();
    await other.send({ text: 'I am here too' });
    await other.sync();
    await hers.sync();
    expect(textsIn(other)).toEqual(['after', 'I am here too']);
    expect(textsIn(his)).toEqual(['Hoi', 'before', 'after']);
    expect(textsIn(hers)).toEqual(['Hoi', 'before', 'after', 'I am here too']);
  });

  test('lets nobody read what she had written before, and had not sent yet (LEA-13)', async () => {
    const { hers, his, theirs, proposed } = await twoProgrammes();
    const lead = await proposed();
    await hers.send({ text: 'for the two of us' });
    await (await hers.leads()).consent(lead);
    await his.sync();
    expect(textsIn(await theirs())).toEqual([]);
    expect(textsIn(his)).toEqual(['Hoi', 'for the two of us']);
  });

  test('is consented to once, also where the answer to her Commit is lost', async () => {
    const { seeker, hers, proposed, newest } = await twoProgrammes();
    const lead = await proposed();
    const before = newest();
    seeker.change = losing('answer', (method, path) => method === 'POST' && path.endsWith('/entries'));
    await (await hers.leads()).consent(lead).catch(() => undefined);
    await hers.sync();
    expect(newest()).toBe(before + 1);
    expect(await statesOf(hers)).toEqual(['consented']);
  });

  test('finds room where three of her own team are there: the newest goes who isn’t her fixed contact (LEA-4)', async () => {
    const { server, hers, his, theirs, proposed, worker } = await twoProgrammes();
    server.joins = server.directory.programme;
    const colleagues = [await newWorker(server), await newWorker(server)];
    for (const { client } of colleagues) await his.addColleague(client.device ?? randomId('dev'));
    const [older, newer] = colleagues.map(({ client }) => client);
    await newer?.sync();
    await (await hers.leads()).consent(await proposed());
    await hers.send({ text: 'who is there?' });
    await hers.sync();
    for (const client of [worker.client, older, newer]) await client?.sync();
    expect(textsIn(await theirs())).toEqual(['who is there?']);
    expect(textsIn(his)).toEqual(['Hoi', 'who is there?']);
    expect(textsIn(older?.conversations[0])).toEqual(['who is there?']);
    expect(newer?.conversations[0]?.standing).toBe('closed');
    expect(hers.fixedContact).toBe(worker.client.device);
  });

  test('that is declined takes the other programme out before anybody goes on, with a reason inside MLS', async () => {
    const { hers, his, theirs, proposed, newest } = await twoProgrammes();
    const lead = await proposed();
    await (await hers.leads()).consent(lead);
    const other = await theirs();
    await other.leads.answer(lead, { answer: 'does-not-fit', condition: 'women-only' });
    expect(other.standing).toBe('closed');
    const declined = newest();
    await hers.send({ text: 'only here' });
    await hers.sync();
    await his.sync();
    expect(newest()).toBe(declined + 2);
    expect(textsIn(his)).toEqual(['Hoi', 'only here']);
    expect(textsIn(other)).toEqual([]);
    expect(await statesOf(hers)).toEqual(['declined']);
    const [declinedLead] = await his.leads.list();
    if (declinedLead === undefined) throw new Error('no lead');
    expect(his.leads.words(declinedLead)).toMatchObject({ why: why.text, condition: 'women-only' });
    expect(his.leads.words({ ...declinedLead, reason: 'full' }).condition).toBeNull();
  });
});

describe('a device that was away', () => {
  test('follows that another programme came, was taken out by a colleague, and came again (E2E-14)', async () => {
    const { server, hers, his, theirs, proposed } = await twoProgrammes();
    server.joins = server.directory.programme;
    const away = await newWorker(server);
    await his.addColleague(away.client.device ?? randomId('dev'));
    await away.client.sync();
    const [seen] = away.client.conversations;
    const first = await proposed();
    await (await hers.leads()).consent(first);
    await (await theirs()).leads.answer(first, { answer: 'full' });
    await his.sync();
    await hers.sync();
    await (await hers.leads()).consent(await proposed());
    await hers.send({ text: 'are you all there?' });
    await hers.sync();
    await away.client.sync();
    expect(seen?.standing).toBe('open');
    expect(textsIn(seen)).toEqual(['are you all there?']);
  });
});

describe('a handover', () => {
  test('needs neither the old worker nor her phone: the receiving one takes them out (E2E-14)', async () => {
    const { hers, his, worker, theirs, accepted } = await twoProgrammes();
    const lead = await accepted();
    const other = await theirs();
    await other.leads.handOver(lead);
    await other.send({ text: 'you are with us now' });
    await other.sync();
    await hers.send({ text: 'thank you' });
    await hers.sync();
    await worker.client.sync();
    await theirs();
    expect(his.standing).toBe('closed');
    expect(textsIn(his)).toEqual(['Hoi']);
    expect(textsIn(hers)).toEqual(['Hoi', 'you are with us now', 'thank you']);
    expect(textsIn(other)).toEqual(['you are with us now', 'thank you']);
  });

  test('makes the receiving programme hers, on this phone and for the next generation (LEA-11)', async () => {
    const { server, seeker, hers, theirs, accepted } = await twoProgrammes();
    const { otherProgramme } = server.directory;
    const lead = await accepted();
    await (await theirs()).leads.handOver(lead);
    await hers.sync();
    expect(hers.programme).toBe(otherProgramme);
    const [again] = (await seeker.restart()).conversations;
    await again?.sync();
    expect(again?.programme).toBe(otherProgramme);
  });
});

describe('after a handover nobody is alone with her (LEA-17)', () => {
  /** The receiving programme has these colleagues as well. */
  async function withColleagues(count: number) {
    const all = await twoProgrammes();
    const colleagues: Awaited<ReturnType<typeof newWorker>>[] = [];
    for (let each = 0; each < count; each += 1) colleagues.push(await newWorker(all.server));
    const lead = await all.accepted();
    const known = ({ client }: Pick<(typeof colleagues)[number], 'client'>) => {
      const found = all.server.devices.get(client.device ?? '');
      if (found === undefined) throw new Error('no device');
      return found;
    };
    return { ...all, lead, colleagues, known };
  }

  async function readers(people: Awaited<ReturnType<typeof withColleagues>>) {
    await people.hers.send({ text: 'who is there?' });
    await people.hers.sync();
    for (const { client } of people.colleagues) await client.sync();
    return people.colleagues.map(({ client }) => textsIn(client.conversations[0]));
  }

  test('a colleague comes in, and reads what comes since', async () => {
    const people = await withColleagues(1);
    await people.hers.send({ text: 'before' });
    await people.hers.sync();
    const other = await people.theirs();
    await other.leads.handOver(people.lead);
    expect(await readers(people)).toEqual([['who is there?']]);
    expect(other.fixedContact).toBe(people.receiving.client.device);
  });

  test('the one who is on duty first, and one alone', async () => {
    const people = await withColleagues(3);
    const [off, , rostered] = people.colleagues.map(people.known);
    if (off === undefined || rostered === undefined) throw new Error('no device');
    off.duty = 'off';
    people.server.onDuty = [{ worker: rostered.worker, duty: 'backup', until: null }];
    await (await people.theirs()).leads.handOver(people.lead);
    await people.receiving.client.sync();
    expect(await readers(people)).toEqual([[], [], ['who is there?']]);
  });

  test('the next one where one can’t be let in, also after an interruption, and whoever handed over', async () => {
    const people = await withColleagues(2);
    const [first] = people.colleagues.map(people.known);
    if (first === undefined) throw new Error('no device');
    // A package of the first programme's, with which phones would refuse her.
    first.stock.splice(0, first.stock.length, ...people.known(people.worker).stock.slice(-1));
    await people.his.leads.handOver(people.lead);
    people.receiving.change = (fetch) => (url, init) => {
      if (url.endsWith('/claims')) throw new TypeError('lost');
      return fetch(url, init);
    };
    await expect(people.receiving.client.sync()).rejects.toMatchObject({ code: 'network-failure' });
    people.receiving.change = (fetch) => fetch;
    await (await people.receiving.restart()).sync();
    expect(await readers(people)).toEqual([[], ['who is there?']]);
  });

  test('and where there is nobody else, she is with who took her on', async () => {
    const people = await withColleagues(0);
    const other = await people.theirs();
    await other.leads.handOver(people.lead);
    await readers(people);
    await other.sync();
    expect(textsIn(other)).toEqual(['who is there?']);
  });
});

describe('a server that moves her (LEA-11)', () => {
  test('is not followed: she is told, and nothing is sent', async () => {
    const { server, log, hers, newest, proposed } = await twoProgrammes();
    await proposed();
    log.programme = server.directory.otherProgramme;
    const before = newest();
    await hers.send({ text: 'for my own programme' });
    await expect(hers.sync()).rejects.toMatchObject({ code: 'programme-changed' });
    expect(newest()).toBe(before);
    expect(hers.programme).toBe(server.directory.programme);
    log.programme = server.directory.programme;
    await hers.sync();
    expect(newest()).toBe(before + 1);
  });

  test('is not followed to where she was before, either', async () => {
    const { server, log, hers, theirs, accepted } = await twoProgrammes();
    const lead = await accepted();
    await (await theirs()).leads.handOver(lead);
    await hers.sync();
    log.programme = server.directory.programme;
    await expect(hers.sync()).rejects.toMatchObject({ code: 'programme-changed' });
  });

  test('is not followed by a consent that came to nothing', async () => {
    const { server, log, hers, theirs, proposed } = await twoProgrammes();
    const lead = await proposed();
    await (await hers.leads()).consent(lead);
    await (await theirs()).leads.answer(lead, { answer: 'full' });
    await statesOf(hers);
    log.programme = server.directory.otherProgramme;
    await expect(hers.sync()).rejects.toMatchObject({ code: 'programme-changed' });
  });
});

describe('the programmes that a lead may go to (LEA-12)', () => {
  test('are those of the ranking without the own one and those that were tried', () => {
    const { directory } = new FakeServer();
    const of = (programme: typeof directory.programme) => ({ programme, answersWithin: 1, reasons: [] });
    const ranking = { programmes: [of(directory.otherProgramme), of(directory.programme)], excluded: [] };
    const { programme, otherProgramme } = directory;
    const ids = (own: typeof programme, tried: (typeof programme)[]) =>
      receivingProgrammes(ranking, own, tried).map((each) => each.programme);
    expect(ids(programme, [])).toEqual([otherProgramme]);
    expect(ids(programme, [otherProgramme])).toEqual([]);
  });
});
