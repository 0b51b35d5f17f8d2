import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Connect, Plugin, ViteDevServer } from "vite";
import { type Message, messages } from "../../lib/message/message.ts";
import { refuse } from "./answer.ts";

const texts = messages("server", {
  foreignHost: {
    en: "This server only accepts requests from this machine.",
    zh: "此服务器只响应本机的请求。",
  },
  foreignOrigin: {
    en: "Only the workbench itself may use this server.",
    zh: "只有工作台本身可以使用此服务器。",
  },
  foreignUse: {
    en: "Other sites may only link to the workbench.",
    zh: "其他网站只能链接到工作台，不能作其他用途。",
  },
  malformedAddress: {
    en: "The address is malformed.",
    zh: "地址格式有误。",
  },
  noEditor: {
    en: "This server does not open an editor.",
    zh: "此服务器不会打开编辑器。",
  },
  failed: {
    en: "The server could not answer this request; its log says why.",
    zh: "服务器无法处理此请求；原因见服务器的输出。",
  },
});

/**
 * Filters the requests to the whole server: only the workbench of this server, opened on this machine, gets an answer. Malformed
 * requests are refused with a sentence, and the error of a middleware is answered with a sentence, too.
 */
export function guard(): Plugin {
  return {
    name: "yuheng:guard",
    enforce: "pre",
    configureServer({ httpServer, middlewares, config }) {
      if (httpServer) filterRequests(httpServer);
      // After this project's middlewares; Vite's own report of a program that does not compile is left to Vite.
      return () => {
        middlewares.use(reportErrors((error) => config.logger.error(error.stack ?? error.message)));
      };
    },
  };
}

/** The methods for listeners that all kinds of servers have. */
type ListeningServer = Pick<NonNullable<ViteDevServer["httpServer"]>, "listeners" | "removeAllListeners" | "on">;

/** What a server lets in, and how it refuses. */
export interface RequestFilter {
  /** Whether this server is meant by a Host header. */
  knows(host: string | undefined): boolean;
  refuse(request: IncomingMessage, response: ServerResponse, status: number, sentence: Message): void;
}

const ofWorkbench: RequestFilter = {
  knows: isLocal,
  refuse: (_request, response, status, sentence) => refuse(response, status, sentence),
};

/**
 * Passes a request to the current listeners only if it is not refused. This is not a middleware, because the code that calls the
 * middlewares parses the address first, and a malformed one would end the server.
 */
export function filterRequests(server: ListeningServer, { knows, refuse }: RequestFilter = ofWorkbench): void {
  const [requested, upgraded] = [server.listeners("request"), server.listeners("upgrade")];
  server.removeAllListeners("request");
  server.removeAllListeners("upgrade");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const refusal = findRefusal(request, knows);
    if (refusal) refuse(request, response, ...refusal);
    else for (const listener of requested) listener.call(server, request, response);
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (findRefusal(request, knows)) socket.destroy();
    else for (const listener of upgraded) listener.call(server, request, socket, head);
  });
}

function findRefusal(
  request: IncomingMessage,
  knows: RequestFilter["knows"],
): [status: number, sentence: Message] | null {
  const { host, origin } = request.headers;
  if (!knows(host)) return [403, texts.foreignHost()];
  if (origin !== undefined && !isOwn(origin, host!)) return [403, texts.foreignOrigin()];
  if (isForeignUse(request)) return [403, texts.foreignUse()];
  const address = readAddress(request.url ?? "");
  if (address === null) return [400, texts.malformedAddress()];
  // Vite would start an editor with any file.
  if (/^\/+__open-in-editor/i.test(address)) return [403, texts.noEditor()];
  return null;
}

/** The names of the local machine. Another name in Host means that a foreign site has pointed its own name here. */
export function isLocal(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? "");
}

function isOwn(origin: string, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}

/** Whether another site, or a frame without an origin, uses this server in any way but by a link that a user follows. */
function isForeignUse({ method, headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return false;
  const isLink = headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
  return !(isLink && (method === "GET" || method === "HEAD"));
}

/** An address as it reads; null if it is none, or leads where no address of the page does. */
function readAddress(url: string): string | null {
  if (!url.startsWith("/")) return null;
  try {
    const whole = decodeURIComponent(url.split("?")[0]!);
    // A browser resolves these before it sends the request.
    if (whole.split(/[/\\]/).includes("..")) return null;
    if ([...whole].some((letter) => letter < " " || letter === "\x7f")) return null;
    // What is only tried, and not used, a bundler leaves out.
    return decodeURI(url);
  } catch {
    return null;
  }
}

/** Answers the error of a middleware with a sentence and no stack, and logs the error itself. */
function reportErrors(log: (error: Error) => void): Connect.ErrorHandleFunction {
  return (error: Error & { plugin?: string; id?: string }, _request, response: ServerResponse, next) => {
    // A program that does not compile: Vite shows where.
    if (error.plugin !== undefined || error.id !== undefined) return next(error);
    log(error);
    refuseFailed(response);
  };
}

/** Ends a request that failed by an error of the server with a sentence, or cuts it if its answer has begun. */
export function refuseFailed(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else refuse(response, 500, texts.failed());
}
