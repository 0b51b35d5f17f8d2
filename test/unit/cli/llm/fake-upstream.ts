import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** What the upstream was sent. */
export interface Received {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server of models on this machine that speaks chat completions as it is told to. */
export class FakeUpstream {
  readonly received: Received[] = [];
  /** Resolves when a request ended before its answer. */
  readonly left: Promise<void>;
  respond: (response: ServerResponse, body: string) => void = (response) => sendEvents(response, ['{"say": "Good."}']);
  readonly #server: Server;

  constructor() {
    let leave = () => {};
    this.left = new Promise((resolve) => {
      leave = resolve;
    });
    this.#server = createServer((request, response) => {
      let body = "";
      request.on("data", (part) => {
        body += part;
      });
      response.on("close", () => {
        if (!response.writableFinished) leave();
      });
      request.on("end", () => {
        this.received.push({ url: request.url!, headers: request.headers, body });
        this.respond(response, body);
      });
    });
  }

  async start(): Promise<string> {
    return `${await listen(this.#server)}/v1`;
  }

  stop(): Promise<void> {
    return close(this.#server);
  }
}

/** Sends texts as the events of a streamed answer. */
export function sendEvents(response: ServerResponse, texts: readonly string[]): void {
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  for (const content of texts) response.write(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);
  response.end("data: [DONE]\n\n");
}

/** A server on this machine with one listener. */
export async function serve(listener: RequestListener): Promise<{ address: string; stop(): Promise<void> }> {
  const server = createServer(listener);
  return { address: await listen(server), stop: () => close(server) };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
