import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '../..');
const off = 'autocomplete="off"';

/** The fields of a view that neither say it nor are in a form that does. */
function speakingFields(view: string): readonly string[] {
  let form = '';
  const found: string[] = [];
  for (const [tag, name] of view.matchAll(/<\/?(form|input|select|textarea)\b[^<]*/g)) {
    if (name === 'form') form = tag;
    else if (!tag.startsWith('</') && !tag.includes(off) && !form.includes(off)) found.push(tag);
  }
  return found;
}

/** What somebody wrote, and a browser may send away to have it translated. */
function translated(view: string): readonly string[] {
  const written = view.matchAll(/<(?!input|select|textarea)\w+\b[^<]*?(?:\sdir="auto"|(?<=<bdi)\b)[^<]*/g);
  return [...written].map(([tag]) => tag).filter((tag) => !tag.includes('translate="no"'));
}

function viewsIn(folders: readonly string[]): readonly string[] {
  const views = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return views.filter((name) => name.endsWith('.svelte') && folders.some((each) => name.startsWith(each)));
}

test('no browser keeps what is typed or chosen: every field says so, or its form does (PAG-74)', () => {
  const views = viewsIn(['phone', 'shared', 'team']);
  expect(views.length).toBeGreaterThan(50);
  for (const name of views)
    expect(speakingFields(readFileSync(join(source, name), 'utf8')), name).toEqual([]);
});

test('no browser translates what somebody wrote, or words that open something (LAN-12)', () => {
  for (const name of viewsIn(['phone', 'shared']))
    expect(translated(readFileSync(join(source, name), 'utf8')), name).toEqual([]);
  expect(readFileSync(join(source, 'phone/views/Phrase.svelte'), 'utf8')).toMatch(/<ol [^>]*translate="no"/);
  expect(readFileSync(join(source, '../team.html'), 'utf8')).toContain('<html lang="nl" translate="no">');
});
