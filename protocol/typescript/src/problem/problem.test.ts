import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeProblem, ProblemError } from './problem.js';
import { problemStatuses } from './problem-slugs.js';

interface ProblemVector {
  slug: string;
  type?: string;
  title: string;
  status: number;
  members: string[];
}

const vectors: { problems: ProblemVector[] } = JSON.parse(
  readFileSync(new URL('../../../vectors/problems.json', import.meta.url), 'utf8'),
);
const specification = readFileSync(new URL('../../../spec/problems.md', import.meta.url), 'utf8');

const sampleMembers: Record<string, string | number | boolean> = {
  serverTime: '2026-11-21T10:00:00Z',
  generation: 2,
  epoch: 5,
  expected: 7,
  tokensPerConversation: 3,
  cardsOnly: false,
  version: 4,
  state: 'withdrawn',
};

describe('problems', () => {
  test('are the same in the code, the vectors and the specification', () => {
    const listed = [...specification.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|([^|]*)\|/gm)].map(
      ([, slug, status, members]) => ({
        slug,
        status: Number(status),
        members: [...(members ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
      }),
    );
    expect(vectors.problems.map(({ title: _, type: __, ...rest }) => rest)).toEqual(listed);
    expect(Object.entries(problemStatuses)).toEqual(listed.map(({ slug, status }) => [slug, status]));
  });

  test.each(vectors.problems)(
    'decodes $slug',
    ({ slug, type = `urn:opstap:problem:${slug}`, title, status, members }) => {
      const extension = Object.fromEntries(members.map((name) => [name, sampleMembers[name]]));
      const body = JSON.stringify({ type, title, status, ...extension });
      const problem = decodeProblem(status, body, null);
      expect(problem).toBeInstanceOf(ProblemError);
      expect(problem.code).toBe(slug);
      expect(Object.keys(problem.members).sort()).toEqual([...members].sort());
    },
  );

  test('reads the time of clock-skew in milliseconds', () => {
    const body = '{"type":"urn:opstap:problem:clock-skew","serverTime":"2026-11-21T10:00:00Z"}';
    expect(decodeProblem(401, body, null).members.serverTime).toBe(Date.UTC(2026, 10, 21, 10));
  });

  test('reads Retry-After only in seconds', () => {
    expect(decodeProblem(429, '{"type":"urn:opstap:problem:rate-limited"}', '7').retryAfter).toBe(7);
    expect(decodeProblem(429, '{}', 'Sat, 21 Nov 2026 10:00:00 GMT').retryAfter).toBeUndefined();
  });

  test('says what a request has to bring', () => {
    expect(decodeProblem(401, '{}', null, 'PrivateToken challenge="AAI="').authenticate).toBe(
      'PrivateToken challenge="AAI="',
    );
    expect(decodeProblem(401, '{}', null).authenticate).toBeUndefined();
  });

  test.each([
    [502, '<html>', 'unavailable'],
    [404, '', 'unexpected-answer'],
    [400, '{"type":"urn:opstap:problem:made-up"}', 'unexpected-answer'],
    [400, '{"type":"about:blank"}', 'unexpected-answer'],
    [400, '{"type":"urn:opstap:problem:toString"}', 'unexpected-answer'],
    [400, '[1]', 'unexpected-answer'],
  ])('gives %i %s a code of its own', (status, body, code) => {
    expect(decodeProblem(status, body, null).code).toBe(code);
  });

  test('leaves out a member that is not of its form', () => {
    const body = '{"type":"urn:opstap:problem:epoch-conflict","generation":"2","epoch":-1}';
    expect(decodeProblem(409, body, null).members).toEqual({});
  });
});
