import { readFile } from 'node:fs/promises';
import { countFound, filesIn, formsOf } from './plaintext-search.js';
import { SampleDatabase } from './sample-database.js';
import type { ServerProcess } from './server-process.js';
import { check, heading, say } from './telling.js';

/** Stops the server and looks for texts in everything that it leaves, having shown that it finds what is there; how many it finds. */
export async function searchWhatIsLeft(server: ServerProcess, texts: readonly string[]): Promise<number> {
  heading('Looking for every text in what is left');
  const database = new SampleDatabase(server.data);
  const canary = 'Dit is een gewone tekst, ter controle in de gegevens gelegd.';
  const dump = await database.dump();
  const formsFound = formsOf(canary).every((form) => Buffer.concat([dump, form]).includes(form));
  check(
    formsFound && !dump.includes(Buffer.from(canary)),
    'each form is found in a copy of the dump that has it',
  );
  await database.execute(
    `CREATE TABLE control_text (words BLOB NOT NULL); INSERT INTO control_text VALUES ('${canary}')`,
  );
  check(countFound([canary], [await database.dump()]) === 1, 'a text in a table is found in the dump');
  check(
    countFound([canary], await filesIn(database.folder)) === 1,
    'a text in a table is found in the raw files',
  );
  await database.execute('DROP TABLE control_text');
  await server.stop();
  const raw = await filesIn(database.folder);
  const log = await readFile(server.log);
  const found = countFound(texts, [dump, log, ...raw]);
  const size = raw.reduce((sum, file) => sum + file.length, 0);
  say('search', 'finds the control text in a dump and in the raw files, so it would find others');
  say(
    'search',
    `dump of ${dump.length} bytes, ${raw.length} raw files of ${size} bytes, server log of ${log.length} bytes`,
  );
  say('search', `as text, hexadecimal and base64: ${found} of ${texts.length} texts found`);
  return found;
}
