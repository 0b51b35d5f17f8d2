import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createMcpHandler, type McpServerFactory } from "@modelcontextprotocol/server";
import { messages } from "../../lib/message/message.ts";
import { findToken, type StoredToken } from "../api/access-token.ts";
import { answerProblem, Problem } from "../api/problem.ts";
import { spokenLanguage } from "../api/spoken-language.ts";
import { filterRequests, isLocal } from "../serve/guard.ts";
import { keepAlive } from "../serve/keep-alive.ts";
import { answerByWeb } from "./web-exchange.ts";

const texts = messages("mcp", {
  foreign: {
    en: "Only programs of this machine may use this server, and no page of another site.",
    zh: "只有本机程序可以使用此服务器，其他网站的页面不能使用。",
  },
  nothingThere: {
    en: "There is nothing at this address. The server of MCP is at /mcp.",
    zh: "此地址没有内容。MCP 服务器位于 /mcp。",
  },
  noToken: {
    en: "The token is needed that this server showed at its start: Authorization: Bearer, and the token.",
    zh: "需要此服务器启动时显示的令牌：Authorization: Bearer 加令牌。",
  },
  failed: {
    en: "The server could not answer this request; its log says why.",
    zh: "服务器无法处理此请求；原因见服务器的输出。",
  },
});

/** The largest request, in bytes. */
const MOST_BYTES = 32 * 1024 * 1024;

export interface McpHttpServer {
  /** `http://127.0.0.1:5190/mcp` */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves MCP over HTTP on this machine, for those who have the token. Rejects with the system's error if it cannot listen.
 *
 * @param port 0 for any that is free
 */
export async function serveMcpHttp(
  factory: McpServerFactory,
  token: StoredToken,
  port: number,
  log: (error: unknown) => void,
): Promise<McpHttpServer> {
  const handler = createMcpHandler(factory, { maxRequestBodySize: MOST_BYTES, onerror: log });
  const server = createServer(keepAlive, (request, response) => {
    respond(request, response).catch((error) => {
      if (response.destroyed) return;
      log(error);
      if (response.headersSent) response.destroy();
      else refuse(request, response, new Problem("failed", texts.failed()));
    });
  });
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    if (!/^\/mcp(\?|$)/.test(request.url ?? ""))
      return refuse(request, response, new Problem("nothing-there", texts.nothingThere()));
    if (!findToken(request.headers.authorization, [token])) {
      const headers = { "WWW-Authenticate": 'Bearer realm="yuheng"' };
      return refuse(request, response, new Problem("unauthorized", texts.noToken(), { headers }));
    }
    await answerByWeb(request, response, (web) => handler.fetch(web));
  };
  filterRequests(server, {
    knows: isLocal,
    refuse: (request, response, status, sentence) =>
      refuse(
        request,
        response,
        status === 403 ? new Problem("foreign-request", texts.foreign()) : new Problem("malformed-request", sentence),
      ),
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`,
    close: async () => {
      await handler.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function refuse(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  answerProblem(response, problem, spokenLanguage(request.headers["accept-language"]));
}
