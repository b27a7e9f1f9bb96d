import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';

/** Something else that an address gives from now on. */
export interface Swapped {
  readonly type: string;
  readonly body: string;
}

/** Between browsers and a server of a test: it may be away, lose answers on the way, and give something else than the server does. */
export class Between {
  readonly url: string;
  readonly swapped = new Map<string, Swapped>();
  /** Whether nobody gets through. */
  away = false;
  /** Requests whose answers are lost, by method and the end of the path; the server takes them all the same. */
  readonly loses = new Set<string>();
  /** Methods and paths, as they came. */
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  static async before(port: number): Promise<Between> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const between = new Between(server, `http://localhost:${address.port}`);
    server.on('request', (asked, answer) => between.#pass(port, asked, answer));
    server.on('connection', (socket) => {
      if (between.away) socket.destroy();
    });
    return between;
  }

  /** Takes the connection away, also from those who have one. */
  goAway(): void {
    this.away = true;
    this.#server.closeAllConnections();
  }

  end(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #pass(port: number, asked: IncomingMessage, answer: ServerResponse): void {
    const { method = '', url = '', headers } = asked;
    this.asked.push(`${method} ${url}`);
    const instead = this.swapped.get(url);
    if (instead !== undefined) {
      answer.writeHead(200, { 'Content-Type': instead.type, 'Cache-Control': 'no-store' });
      answer.end(instead.body);
      return;
    }
    // The host stays: requests are signed for it.
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, (real) => {
      if ([...this.loses].some((each) => `${method} ${url}`.endsWith(each))) {
        real.resume();
        real.on('end', () => asked.socket.destroy());
        return;
      }
      answer.writeHead(real.statusCode ?? 502, real.rawHeaders);
      real.pipe(answer);
    });
    passed.on('error', () => asked.socket.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  }
}
