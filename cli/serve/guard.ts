import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Connect, Plugin, ViteDevServer } from "vite";
import { type Message, messages } from "../../lib/message/message.ts";
import { refuse } from "./answer.ts";

const said = messages("server", {
  foreignHost: {
    en: "This server answers on this machine only.",
    zh: "此服务器只响应本机的请求。",
  },
  foreignOrigin: {
    en: "Only the workbench itself may ask this server.",
    zh: "只有工作台本身可以使用此服务器。",
  },
  foreignUse: {
    en: "Another site may link to the workbench, nothing else.",
    zh: "其他网站只能链接到工作台，不能作其他用途。",
  },
  malformedAddress: {
    en: "The address is malformed.",
    zh: "地址格式有误。",
  },
  noEditor: {
    en: "This server opens no editor.",
    zh: "此服务器不会打开编辑器。",
  },
  failed: {
    en: "The server could not answer this request; its own output says why.",
    zh: "服务器无法处理此请求；原因见服务器的输出。",
  },
});

/**
 * Stands before every other part of the server: only the workbench of this server, opened on this machine, gets an answer. What no
 * browser sends and no part could read is refused with a sentence, and an error of a part ends in a sentence, too.
 */
export function guard(): Plugin {
  return {
    name: "yuheng:guard",
    enforce: "pre",
    configureServer({ httpServer, middlewares, config }) {
      if (httpServer) standBefore(httpServer);
      // Behind the parts that this project adds; what Vite's own say of a program that does not compile is for who edits it.
      return () => {
        middlewares.use(sayErrors((error) => config.logger.error(error.stack ?? error.message)));
      };
    },
  };
}

/** The part of a server that listens: it is the same for all kinds. */
type Listening = Pick<NonNullable<ViteDevServer["httpServer"]>, "listeners" | "removeAllListeners" | "on">;

/**
 * Hands to those who listen by now only what is not refused. It is not one of the server's middlewares, for what calls them reads the
 * address first, and one that it cannot read would end the server.
 */
function standBefore(server: Listening): void {
  const [requested, upgraded] = [server.listeners("request"), server.listeners("upgrade")];
  server.removeAllListeners("request");
  server.removeAllListeners("upgrade");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const refusal = findRefusal(request);
    if (refusal) refuse(response, ...refusal);
    else for (const listener of requested) listener.call(server, request, response);
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (findRefusal(request)) socket.destroy();
    else for (const listener of upgraded) listener.call(server, request, socket, head);
  });
}

function findRefusal(request: IncomingMessage): [status: number, sentence: Message] | null {
  const { host, origin } = request.headers;
  if (!isLocal(host)) return [403, said.foreignHost()];
  if (origin !== undefined && !isOwn(origin, host!)) return [403, said.foreignOrigin()];
  if (isForeignUse(request)) return [403, said.foreignUse()];
  if (!isReadable(request.url ?? "")) return [400, said.malformedAddress()];
  // Vite would start an editor with any file.
  if (/^\/+__open-in-editor/i.test(decodeURI(request.url!))) return [403, said.noEditor()];
  return null;
}

/** The names under which a machine knows itself: another in Host means that a foreign site points its own name here. */
function isLocal(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? "");
}

function isOwn(origin: string, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}

/** Whether a page of elsewhere, or a frame without an origin, uses this server otherwise than by a link that a person follows. */
function isForeignUse({ method, headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return false;
  const isLink = headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
  return !(isLink && (method === "GET" || method === "HEAD"));
}

function isReadable(url: string): boolean {
  if (!url.startsWith("/")) return false;
  try {
    const whole = decodeURIComponent(url.split("?")[0]!);
    decodeURI(url);
    // A browser takes such steps before it asks.
    if (whole.split(/[/\\]/).includes("..")) return false;
    return [...whole].every((letter) => letter >= " " && letter !== "\x7f");
  } catch {
    return false;
  }
}

/** Answers an error of a part with a sentence and no stack, and notes the rest of it for who runs the server. */
function sayErrors(note: (error: Error) => void): Connect.ErrorHandleFunction {
  return (error: Error & { plugin?: string; id?: string }, _request, response: ServerResponse, next) => {
    // A program that does not compile: Vite shows where.
    if (error.plugin !== undefined || error.id !== undefined) return next(error);
    note(error);
    if (response.headersSent) return response.destroy();
    refuse(response, 500, said.failed());
  };
}
