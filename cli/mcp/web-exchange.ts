import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

/** Answers a request of Node by a handler of the web platform's requests. The handler sees when the client has gone. */
export async function answerByWeb(
  incoming: IncomingMessage,
  response: ServerResponse,
  handle: (request: Request) => Promise<Response>,
): Promise<void> {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const answered = await handle(requestOf(incoming, gone.signal));
  if (response.destroyed) return;
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  // Events of a stream are to arrive before its end.
  response.flushHeaders();
  if (answered.body)
    await pipeline(Readable.fromWeb(answered.body as ReadableStream), response, { signal: gone.signal });
  else response.end();
}

function requestOf(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = "GET", headers, url = "/" } = incoming;
  const pairs = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [value].flat().map((each) => [name, each]),
  );
  const hasBody = method !== "GET" && method !== "HEAD";
  const init: RequestInit & { duplex: "half" } = {
    method,
    headers: pairs,
    signal,
    duplex: "half",
    ...(hasBody ? { body: Readable.toWeb(incoming) as unknown as BodyInit } : {}),
  };
  return new Request(new URL(url, `http://${headers.host}`), init);
}
