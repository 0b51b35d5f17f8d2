import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isIP } from "node:net";
import { hostname } from "node:os";
import { z } from "zod";
import { DatasetError, UnknownDataset } from "../../kernel/services/datasets.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { ToolInputError } from "../../lib/tool/call.ts";
import { problemsOf } from "../../lib/tool/input-problems.ts";
import { strict } from "../../lib/tool/strict.ts";
import { filterRequests, isLocal } from "../serve/guard.ts";
import { keepAlive } from "../serve/keep-alive.ts";
import { findToken, type Scope, type StoredToken } from "./access-token.ts";
import { type Endpoint, matchPath } from "./endpoint.ts";
import { answerProblem, Problem } from "./problem.ts";
import { spokenLanguage } from "./spoken-language.ts";
import { type Clock, type Rate, TokenBucket } from "./token-bucket.ts";

const texts = messages("interface", {
  nothingThere: {
    en: "There is nothing at this address. /docs lists what there is.",
    zh: "此地址没有内容。/docs 列出了现有的接口。",
  },
  wrongMethod: {
    en: "This address takes {methods:or}.",
    zh: "此地址接受 {methods:or}。",
  },
  noToken: {
    en: "A token is needed: send the header Authorization: Bearer, with a token of this server.",
    zh: "需要令牌：请发送标头 Authorization: Bearer，并附上此服务器的令牌。",
  },
  missingScope: {
    en: "This token does not allow `{scope}`. Make one that does: `yuheng serve --api --new-token {scope}`.",
    zh: "此令牌不允许 `{scope}`。请另建令牌：`yuheng serve --api --new-token {scope}`。",
  },
  tooMany: {
    en: "Too many requests: wait {seconds} {seconds:second|seconds}.",
    zh: "请求过多：请等待 {seconds} 秒。",
  },
  foreign: {
    en: "Only programs of this machine may use this server by its own name, and no page of another site.",
    zh: "只有本机程序可以用此服务器自己的名称访问它，其他网站的页面不能访问。",
  },
  failed: {
    en: "The server could not answer this request; its log says why.",
    zh: "服务器无法处理此请求；原因见服务器的输出。",
  },
  tookTooLong: {
    en: "This took longer than {minutes} {minutes:minute|minutes} and was ended. Ask for less at once.",
    zh: "此请求超过 {minutes} 分钟，已被终止。请减少一次请求的内容。",
  },
});

/** How long an answer may take, in minutes. */
const MOST_MINUTES = 10;

/** Requests without a valid token, together: enough for the documentation, too few to guess. */
const STRANGERS: Rate = { burst: 60, perMinute: 60 };

/** How the interface is served. */
export interface ApiOptions {
  readonly endpoints: readonly Endpoint[];
  readonly tokens: readonly StoredToken[];
  /** How often each token may be used. */
  readonly rate: Rate;
  /** Where it listens: `127.0.0.1`, unless others on the network shall reach it. */
  readonly host: string;
  /** The port; 0 for any that is free. */
  readonly port: number;
  readonly clock: Clock;
  /** Takes errors of the server itself. */
  log(error: unknown): void;
}

export interface ApiServer {
  /** `http://127.0.0.1:5180` */
  readonly address: string;
  /** Ends it, and the requests that are open. */
  close(): Promise<void>;
}

/** Serves the HTTP interface. Rejects with the system's error if it cannot listen. */
export async function serveApi(options: ApiOptions): Promise<ApiServer> {
  const gate = new Gate(options);
  const server = createServer(keepAlive, (request, response) => void respond(request, response, options, gate));
  filterRequests(server, {
    knows: (host) => isLocal(host) || (options.host !== "127.0.0.1" && isNoForeignName(host, options.host)),
    refuse: (request, response, status, sentence) => {
      const problem =
        status === 403 ? new Problem("foreign-request", texts.foreign()) : new Problem("malformed-request", sentence);
      answerProblem(response, problem, languageOf(request));
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const shown = isIP(options.host) === 6 ? `[${options.host}]` : options.host;
  return {
    address: `http://${shown}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(request: IncomingMessage, response: ServerResponse, options: ApiOptions, gate: Gate) {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const overtime = AbortSignal.timeout(MOST_MINUTES * 60_000);
  const language = languageOf(request);
  try {
    const url = new URL(request.url ?? "/", "http://localhost");
    const { endpoint, parameters } = findEndpoint(options.endpoints, request.method ?? "", url.pathname);
    gate.admit(request, endpoint.scope);
    const query = queryOf(endpoint, url.searchParams);
    const signal = AbortSignal.any([gone.signal, overtime]);
    await endpoint.answer({ request, response, parameters, query, language, signal });
  } catch (error) {
    if (response.headersSent || response.destroyed) return void response.destroy();
    const problem = overtime.aborted
      ? new Problem("took-too-long", texts.tookTooLong({ minutes: MOST_MINUTES }))
      : problemOf(error);
    if (problem.kind === "failed") options.log(error);
    answerProblem(response, problem, language);
  }
}

/** Lets requests in by their tokens, each as often as it may. */
class Gate {
  readonly #options: ApiOptions;
  readonly #strangers: TokenBucket;
  readonly #buckets = new Map<StoredToken, TokenBucket>();

  constructor(options: ApiOptions) {
    this.#options = options;
    this.#strangers = new TokenBucket(STRANGERS, options.clock);
  }

  /** Throws Problem. */
  admit({ headers }: IncomingMessage, scope: Scope | null): void {
    const { tokens, rate, clock } = this.#options;
    const token = findToken(headers.authorization, tokens);
    let bucket = this.#strangers;
    if (token) {
      bucket = this.#buckets.get(token) ?? new TokenBucket(rate, clock);
      this.#buckets.set(token, bucket);
    }
    const seconds = bucket.take();
    if (seconds > 0)
      throw new Problem("too-many-requests", texts.tooMany({ seconds }), {
        headers: { "Retry-After": String(seconds) },
      });
    if (scope === null) return;
    if (!token)
      throw new Problem("unauthorized", texts.noToken(), { headers: { "WWW-Authenticate": 'Bearer realm="yuheng"' } });
    if (token.scopes.includes(scope)) return;
    const challenge = `Bearer realm="yuheng", error="insufficient_scope", scope="${scope}"`;
    throw new Problem("missing-scope", texts.missingScope({ scope }), { headers: { "WWW-Authenticate": challenge } });
  }
}

/** The parameters after the question mark, each declared and given once. Throws ToolInputError. */
function queryOf({ id, parameters }: Endpoint, given: URLSearchParams): Record<string, string> {
  const declared = Object.entries(parameters).filter(([, parameter]) => parameter.in === "query");
  const once = z.tuple([z.string()]);
  const schema = strict(z.object(Object.fromEntries(declared.map(([name]) => [name, once.optional()]))));
  const query = Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)]));
  const parsed = schema.safeParse(query);
  if (!parsed.success) throw new ToolInputError(id, problemsOf(parsed.error, query));
  return Object.fromEntries(given);
}

/** Throws Problem. */
function findEndpoint(endpoints: readonly Endpoint[], method: string, path: string) {
  const found = endpoints.flatMap((endpoint) => {
    const parameters = matchPath(endpoint.path, path);
    return parameters ? [{ endpoint, parameters }] : [];
  });
  const chosen = found.find(({ endpoint }) => endpoint.method === method);
  if (chosen) return chosen;
  if (found.length === 0) throw new Problem("nothing-there", texts.nothingThere());
  const methods = found.map(({ endpoint }) => endpoint.method);
  throw new Problem("method-not-allowed", texts.wrongMethod({ methods }), { headers: { Allow: methods.join(", ") } });
}

/** What anything thrown is to the client: an error of the server itself is told by its log only. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof UnknownDataset) return new Problem("unknown-dataset", error.said);
  if (error instanceof DatasetError) return new Problem("failed", error.said);
  if (error instanceof Fault) {
    const { field, problems } = error;
    return new Problem(error.name === "UnknownToolError" ? "unknown-tool" : "wrong-input", error.said, {
      field,
      problems,
    });
  }
  return new Problem("failed", texts.failed());
}

function languageOf({ headers }: IncomingMessage) {
  return spokenLanguage(headers["accept-language"]);
}

/**
 * Whether a Host header names this machine by its address or its own name: a foreign site that has pointed its name here sends that
 * name.
 */
function isNoForeignName(header: string | undefined, host: string): boolean {
  const name = (header ?? "")
    .replace(/:\d+$/, "")
    .replace(/^\[(.*)\]$/, "$1")
    .toLowerCase();
  return isIP(name) !== 0 || (name !== "" && [host, hostname()].some((own) => own.toLowerCase() === name));
}
