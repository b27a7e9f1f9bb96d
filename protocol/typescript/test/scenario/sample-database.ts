import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The database that a sample server runs for itself, seen through the programs that came with it. */
export class SampleDatabase {
  readonly #data: string;

  /** `data` is the server's folder. */
  constructor(data: string) {
    this.#data = data;
  }

  /** The folder with the raw files. */
  get folder(): string {
    return join(this.#data, 'mariadb');
  }

  /** All tables and rows as SQL, bytes in hexadecimal. */
  async dump(): Promise<Buffer> {
    const { stdout } = await this.#program('mariadb-dump', ['--hex-blob', '--skip-lock-tables', 'opstap']);
    return stdout;
  }

  async execute(sql: string): Promise<void> {
    await this.#program('mariadb', ['--execute', sql, 'opstap']);
  }

  /** The rows of a query, each as its columns' texts; what is null is `NULL`. */
  async rows(sql: string): Promise<readonly (readonly string[])[]> {
    const options = ['--batch', '--skip-column-names', '--execute', sql, 'opstap'];
    const { stdout } = await this.#program('mariadb', options);
    const lines = stdout.toString('utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => line.split('\t'));
  }

  async #program(name: string, options: readonly string[]): Promise<{ stdout: Buffer }> {
    const program = join(this.#data, 'mariadb-program');
    const password = (await readFile(join(this.folder, 'password'), 'utf8')).trim();
    const connection = [
      '--no-defaults',
      '--protocol=tcp',
      '--host=127.0.0.1',
      `--port=${await this.#port()}`,
      '--user=opstap',
    ];
    return run(
      join(program, 'bin', name),
      [...connection, '--skip-ssl', '--default-character-set=utf8mb4', ...options],
      {
        encoding: 'buffer',
        maxBuffer: 1 << 30,
        env: { ...process.env, MYSQL_PWD: password, LD_LIBRARY_PATH: join(program, 'libs') },
      },
    );
  }

  /** It takes a free port at each start, and says it only to the server that started it. */
  async #port(): Promise<number> {
    for (const file of ['mariadbd.pid', join('data', 'mariadbd.pid')]) {
      const pid = await readFile(join(this.folder, file), 'utf8').catch(() => '');
      const command = await readFile(`/proc/${pid.trim()}/cmdline`, 'utf8').catch(() => '');
      const port = /--port=(\d+)/.exec(command)?.[1];
      if (port !== undefined) return Number(port);
    }
    throw new Error('the database is not running');
  }
}
