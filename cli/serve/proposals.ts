import type { IncomingMessage, ServerResponse } from "node:http";
import { messages } from "../../lib/message/message.ts";
import { answer, refuse } from "./answer.ts";
import { isName } from "./notebook-store.ts";
import { ProposalStore } from "./proposal-store.ts";
import { hasToken } from "./request-token.ts";
import type { Route } from "./routes.ts";
import { systemReason } from "./system-reason.ts";

const said = messages("server", {
  proposalToken: {
    en: "This page belongs to an earlier start of the server. Reload it to see what is proposed.",
    zh: "此页面属于服务器上一次启动。请重新载入后再查看提议。",
  },
  proposalName: {
    en: "“{name}” cannot be the name of a notebook.",
    zh: "“{name}”不能用作笔记本的名称。",
  },
  proposalMethods: {
    en: "Proposals can be read and decided, nothing else.",
    zh: "提议只能读取和处理。",
  },
  notProposed: {
    en: "The proposals could not be read: {why}.",
    zh: "无法读取提议：{why}。",
  },
});

/**
 * A page that has not asked for so long has been closed, in milliseconds: browsers let hidden pages ask once a minute.
 */
const FORGOTTEN_MS = 90_000;

/**
 * Tells the page which version of an open notebook a program proposes. A notebook counts as open while its page asks. Only the page
 * of this start, which has the token, may ask.
 */
export function proposalRoutes(folder: string, token: string): Route {
  const store = new ProposalStore(folder);
  const open = new Map<string, NodeJS.Timeout>();

  const leave = async (name: string) => {
    clearTimeout(open.get(name));
    open.delete(name);
    await store.close(name);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const name = decodeURIComponent(pathname.slice(1));
    if (!hasToken(request, token)) return refuse(response, 403, said.proposalToken());
    if (!isName(name)) return refuse(response, 400, said.proposalName({ name: name.slice(0, 200) }));
    if (request.method === "GET") {
      if (!open.has(name)) await store.open(name);
      clearTimeout(open.get(name));
      open.set(name, setTimeout(() => void leave(name).catch(() => {}), FORGOTTEN_MS).unref());
      return answer(response, 200, await store.read(name));
    }
    if (request.method === "DELETE") {
      const decided = searchParams.get("version");
      if (decided === null) await leave(name);
      else await store.decide(name, decided);
      return answer(response, 200, {});
    }
    response.setHeader("Allow", "GET, DELETE");
    refuse(response, 405, said.proposalMethods());
  };

  return (request, response) => {
    handle(request, response).catch((error) => {
      if (response.headersSent || response.destroyed) return;
      refuse(response, 500, said.notProposed({ why: systemReason(error) }));
    });
  };
}
