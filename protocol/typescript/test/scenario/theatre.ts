import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insecureDescribeServer } from '../../src/client/index.js';
import { type InvitationId, type ProgrammeId, parseId } from '../../src/id/branded-id.js';
import { environment } from '../../src/session/environment.js';
import { HttpTransport } from '../../src/session/http-transport.js';
import { FakeServer } from '../fixture/fake-server.js';
import type { World } from './actor.js';
import { ServerProcess } from './server-process.js';

/** A server to play against, and who may join there. */
export interface Theatre {
  readonly world: World;
  readonly teams: readonly Invited[];
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Invited {
  readonly programme: ProgrammeId;
  readonly invitations: readonly InvitationId[];
}

/** The contract in memory, which has two programmes. */
export function fakeTheatre(): Theatre {
  const server = new FakeServer();
  const { operatorKey, programme, otherProgramme } = server.directory;
  return {
    world: { baseUrl: 'http://server.test', operatorKey, fetch: server.fetch },
    teams: [programme, otherProgramme].map((each) => ({
      programme: each,
      invitations: [1, 2, 3].map(() => server.inviteTo(each)),
    })),
    restart: async () => undefined,
    close: async () => undefined,
  };
}

/** A server of its own, started by ops/run. Puzzles are not what is played here: any solution will do. */
export async function realTheatre(): Promise<Theatre> {
  const folder = await mkdtemp(join(tmpdir(), 'opstap-scenario-'));
  const server = await ServerProcess.start(join(folder, 'data'), join(folder, 'server.log'), [
    '--admission-attempts',
    '1',
  ]);
  const close = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { operatorKey } = await insecureDescribeServer(new HttpTransport(server.baseUrl, environment()));
    const file = await readFile(join(server.data, 'sample', 'invitations.json'), 'utf8');
    const invitations: Record<string, { invitations: string[] }> = JSON.parse(file);
    const teams = Object.entries(invitations).map(([programme, each]) => ({
      programme: parseId('prg', programme),
      invitations: each.invitations.map((text) => parseId('inv', text)),
    }));
    // On the same machine there is nothing to save by packing.
    const fetch: World['fetch'] = (url, init) =>
      globalThis.fetch(url, { ...init, headers: { ...init.headers, 'Accept-Encoding': 'identity' } });
    return {
      world: { baseUrl: server.baseUrl, operatorKey, fetch },
      teams,
      restart: () => server.restart(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
