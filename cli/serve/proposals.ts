import type { IncomingMessage, ServerResponse } from "node:http";
import { proposalResultsSchema } from "../../kernel/document/proposed-version.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { answer, refuse } from "./answer.ts";
import { AssistantStore } from "./assistant-store.ts";
import { isName } from "./notebook-store.ts";
import { ProposalStore } from "./proposal-store.ts";
import { Refusal } from "./refusal.ts";
import { bodyOf } from "./request-body.ts";
import { hasToken } from "./request-token.ts";
import type { Route } from "./routes.ts";
import { systemReason } from "./system-reason.ts";

const texts = messages("server", {
  proposalToken: {
    en: "This page belongs to an earlier start of the server. Reload it to see what is proposed.",
    zh: "此页面属于服务器上一次启动。请重新载入后再查看提议。",
  },
  proposalName: {
    en: "“{name}” cannot be the name of a notebook.",
    zh: "“{name}”不能用作笔记本的名称。",
  },
  proposalMethods: {
    en: "Proposals can be read, answered and decided, nothing else.",
    zh: "提议只能读取、答复和处理。",
  },
  resultsTooLarge: {
    en: "The results of a proposal may have {most} characters at most.",
    zh: "提议的运行结果最多 {most} 个字符。",
  },
  noResults: {
    en: "These are no results of a proposal.",
    zh: "这不是提议的运行结果。",
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

const MOST_RESULTS = 4_000_000;
const RESULTS = {
  most: MOST_RESULTS,
  tooLarge: () => new Refusal(413, texts.resultsTooLarge({ most: MOST_RESULTS })),
};

/**
 * Tells the page which version of an open notebook a program proposes, and which programs ask for rights; takes back what a proposed
 * version gave on a copy, and what a person decides. A notebook counts as open while its page asks. Only the page of this start,
 * which has the token, may ask and decide.
 */
export function proposalRoutes(folder: string, token: string): Route {
  const store = new ProposalStore(folder);
  const assistants = new AssistantStore(folder);
  const open = new Map<string, NodeJS.Timeout>();

  const leave = async (name: string) => {
    clearTimeout(open.get(name));
    open.delete(name);
    await store.close(name);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const name = decodeURIComponent(pathname.slice(1));
    if (!hasToken(request, token)) return refuse(response, 403, texts.proposalToken());
    if (!isName(name)) return refuse(response, 400, texts.proposalName({ name: name.slice(0, 200) }));
    if (request.method === "GET") {
      if (!open.has(name)) await store.open(name);
      clearTimeout(open.get(name));
      open.set(name, setTimeout(() => void leave(name).catch(() => {}), FORGOTTEN_MS).unref());
      const proposed = await store.read(name);
      const isForeign = proposed === null && (await store.isThere(name));
      const foreign = { proposal: isForeign, assistants: await assistants.countForeign() };
      return answer(response, 200, { proposed, assistants: await assistants.list(), foreign });
    }
    if (request.method === "PUT") {
      const assistant = searchParams.get("assistant");
      if (assistant !== null) await assistants.decide(assistant, searchParams.get("may") === "yes");
      else await store.tell(name, await readResults(request));
      return answer(response, 200, {});
    }
    if (request.method === "DELETE") {
      const decided = searchParams.get("version");
      if (decided === null) await leave(name);
      else await store.decide(name, decided);
      return answer(response, 200, {});
    }
    response.setHeader("Allow", "GET, PUT, DELETE");
    refuse(response, 405, texts.proposalMethods());
  };

  return (request, response) => {
    handle(request, response).catch((error) => {
      if (response.headersSent || response.destroyed) return;
      if (error instanceof Refusal) return refuse(response, error.status, error.said as Message);
      refuse(response, 500, texts.notProposed({ why: systemReason(error) }));
    });
  };
}

/** Rejects with a Refusal. */
async function readResults(request: IncomingMessage) {
  const body = (await bodyOf(request, RESULTS)).toString("utf8");
  try {
    return proposalResultsSchema.parse(JSON.parse(body));
  } catch {
    throw new Refusal(400, texts.noResults());
  }
}
