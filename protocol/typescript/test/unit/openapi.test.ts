import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../../../../', import.meta.url));
const rules = join(project, '../shared/data/nl-api-design-rules.spectral.yaml');
const ruleset = join(project, 'protocol/spec/openapi.spectral.yaml');
const document = join(project, 'protocol/spec/openapi.json');
const spectral = join(project, 'protocol/typescript/node_modules/@stoplight/spectral-cli/dist/index.js');

/** What Spectral finds in a document: the rules that it breaks. */
function lint(file: string): string[] {
  const report = join(folder, 'report.json');
  try {
    execFileSync(process.execPath, [
      spectral,
      'lint',
      '--quiet',
      '--ruleset',
      ruleset,
      '--fail-severity=warn',
      '--format=json',
      `--output=${report}`,
      file,
    ]);
  } catch (error) {
    // It ends with 1 where it finds something, and with 2 where it can't look.
    if (!(error instanceof Error && 'status' in error && error.status === 1)) throw error;
  }
  const found: { code: string; path: string[] }[] = JSON.parse(readFileSync(report, 'utf8'));
  return found.map(({ code, path }) => `${code} at ${path.join('/')}`);
}

const folder = mkdtempSync(join(tmpdir(), 'opstap-openapi-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The document with other text in some places, as a file. */
function spoilt(changes: Record<string, string>): string {
  let text = readFileSync(document, 'utf8');
  for (const [what, instead] of Object.entries(changes)) {
    expect(text).toContain(what);
    text = text.replaceAll(what, instead);
  }
  const file = join(folder, 'spoilt.json');
  writeFileSync(file, text);
  return file;
}

describe('openapi.json by the NL API Design Rules', { timeout: 60_000 }, () => {
  beforeEach(({ skip }) => {
    if (!existsSync(rules)) {
      const absent = `no ${rules}`;
      if (process.env['CI'] === 'true') throw new Error(absent);
      skip(`not run: ${absent}`);
    }
  });

  it('finds what is planted: a path in camel case, answers without version, problems without title', () => {
    const found = lint(
      spoilt({
        '"/session-challenges"': '"/sessionChallenges"',
        '"API-Version"': '"X-Version"',
        '"title": {': '"heading": {',
      }),
    );

    expect(found).toContain('nlgov:paths-kebab-case at paths//sessionChallenges');
    expect(found).toContain('nlgov:missing-version-header at paths//routes/post/responses/200/headers');
    expect(found).toContain('opstap:problem-schema-members at components/schemas/Problem/properties');
  });

  it('finds nothing in the document', () => {
    expect(lint(document)).toEqual([]);
  });
});
