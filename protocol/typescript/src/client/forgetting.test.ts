import { expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { newSeeker, textsIn } from '../../test/fixture/people.js';

test('a forgotten conversation leaves nothing on the phone, and the next one begins anew', async () => {
  const server = new FakeServer();
  const seeker = await newSeeker(server);
  const { programme } = server.directory;
  const kept = await seeker.client.begin(programme);
  await kept.send({ text: 'kept' });
  const forgotten = await seeker.client.begin(programme);
  await forgotten.send({ text: 'forgotten' });
  await expect(forgotten.sync()).rejects.toMatchObject({ code: 'nobody-on-duty' });

  await seeker.client.forget(forgotten);

  expect(await seeker.storage.list(forgotten.prefix)).toEqual([]);
  expect(seeker.client.conversations).toEqual([kept]);
  const next = await seeker.client.begin(programme);
  await next.send({ text: 'next' });
  expect((await seeker.restart()).conversations.map(textsIn)).toEqual([['kept'], ['next']]);
});
