import type { IncomingMessage, ServerResponse } from "node:http";
import { messages } from "../../../lib/message/message.ts";
import { answer, refuse } from "../answer.ts";
import { Refusal } from "../refusal.ts";
import { bodyOf } from "../request-body.ts";
import { hasToken } from "../request-token.ts";
import type { Route } from "../routes.ts";
import { chatRequest } from "./chat-request.ts";
import type { Upstream } from "./upstream.ts";

const texts = messages("server.llm", {
  staleToken: {
    en: "This page belongs to an earlier start of the server. Reload it to ask a model.",
    zh: "此页面属于服务器上一次启动。请重新载入后再询问模型。",
  },
  notThere: {
    en: "There is no such address here: models are listed at models and asked at chat/completions.",
    zh: "没有此地址：模型列表在 models，提问在 chat/completions。",
  },
  malformed: {
    en: "The request is not one of chat completions: it needs a model and messages.",
    zh: "请求不符合对话补全接口：应包含 model 与 messages。",
  },
  tooLarge: { en: "The request to the model is too large.", zh: "发给模型的请求过大。" },
  notAllowed: {
    en: "This server forwards to {models:and}, to no other model.",
    zh: "此服务器只转发至 {models:and}，不转发至其他模型。",
  },
  unreachable: {
    en: "The server of the model cannot be reached. Is it running at the address of --llm?",
    zh: "无法连接模型服务器。--llm 所给地址上的服务器是否正在运行？",
  },
  keyRefused: {
    en: "The server of the model refuses the key. Set YUHENG_LLM_KEY to one that it knows.",
    zh: "模型服务器拒绝了密钥。请将 YUHENG_LLM_KEY 设为有效的密钥。",
  },
  noModel: {
    en: "The server of the model does not know this model or this address.",
    zh: "模型服务器没有此模型或此地址。",
  },
  busy: {
    en: "The server of the model has too much to do. Try again later.",
    zh: "模型服务器繁忙，请稍后再试。",
  },
  upstreamFailed: {
    en: "The server of the model could not answer.",
    zh: "模型服务器未能回答。",
  },
  otherForm: {
    en: "The server of the model answered in a form that is not forwarded.",
    zh: "模型服务器的回答格式不予转发。",
  },
});

/** The largest request, in bytes. */
const BODY = { most: 512 * 1024, tooLarge: () => new Refusal(413, texts.tooLarge()) };
/** More of an answer is not forwarded, in bytes. */
const MOST_ANSWER = 4 * 1024 * 1024;
/** An upstream that has not begun to answer by then is given up, in milliseconds. */
const PATIENCE_MS = 120_000;

/**
 * The interface of chat completions for this server's own page, forwarded to one upstream. Only the page of this start, which has the
 * token, may ask, and only the listed models. Without an upstream there are none. The page never sees the key, nor the upstream's own words where it fails.
 */
export function llmRoutes(upstream: Upstream | null, token: string): Route {
  return (request, response) => {
    handle(upstream, token, request, response).catch((error) => {
      if (response.headersSent) response.destroy();
      else if (error instanceof Refusal) refuse(response, error.status, error.said);
      else refuse(response, 502, texts.unreachable());
    });
  };
}

async function handle(upstream: Upstream | null, token: string, request: IncomingMessage, response: ServerResponse) {
  if (!hasToken(request, token)) throw new Refusal(403, texts.staleToken());
  const path = (request.url ?? "/").split("?")[0];
  if (request.method === "GET" && path === "/v1/models")
    return answer(response, 200, {
      object: "list",
      data: (upstream?.models ?? []).map((id) => ({ id, object: "model" })),
    });
  if (!upstream || request.method !== "POST" || path !== "/v1/chat/completions")
    throw new Refusal(404, texts.notThere());
  const asked = chatOf(await bodyOf(request, BODY));
  if (!upstream.models.includes(asked.model))
    throw new Refusal(403, texts.notAllowed({ models: [...upstream.models] }));
  await forward(upstream, asked, response);
}

function chatOf(body: Uint8Array) {
  try {
    return chatRequest.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
  } catch {
    throw new Refusal(400, texts.malformed());
  }
}

/** Passes the answer on as it comes. If the page leaves, the upstream is told to stop. */
async function forward({ base, key }: Upstream, asked: object, response: ServerResponse): Promise<void> {
  const abort = new AbortController();
  response.on("close", () => abort.abort());
  const late = setTimeout(() => abort.abort(), PATIENCE_MS);
  const upstream = await fetch(`${base}/chat/completions`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(key === null ? {} : { Authorization: `Bearer ${key}` }) },
    body: JSON.stringify(asked),
    // The key goes to the named server, not to one that it names.
    redirect: "manual",
    signal: abort.signal,
  }).finally(() => clearTimeout(late));
  const type = upstream.headers.get("content-type") ?? "";
  const form = ["text/event-stream", "application/json"].find((each) => type.startsWith(each));
  if (upstream.status !== 200 || form === undefined || !upstream.body) {
    await upstream.body?.cancel();
    throw refusalOf(upstream.status);
  }
  response.writeHead(200, {
    "Content-Type": `${form}; charset=utf-8`,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  let length = 0;
  for await (const part of upstream.body) {
    length += part.byteLength;
    if (length > MOST_ANSWER || response.destroyed) return void response.destroy();
    if (!response.write(part)) await new Promise((resolve) => response.once("drain", resolve).once("close", resolve));
  }
  response.end();
}

function refusalOf(status: number): Refusal {
  if (status === 200 || (status >= 300 && status < 400)) return new Refusal(502, texts.otherForm());
  if (status === 401 || status === 403) return new Refusal(502, texts.keyRefused());
  if (status === 404) return new Refusal(502, texts.noModel());
  if (status === 429) return new Refusal(503, texts.busy());
  return new Refusal(502, texts.upstreamFailed());
}
