import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { relative } from "node:path";
import type { Plugin } from "vite";
import { z } from "zod";
import { FileConflict } from "../../kernel/attachment/file-conflict.ts";
import type { AttachedFile } from "../../kernel/services/attachment.ts";
import { type Message, messages, type Sentence } from "../../lib/message/message.ts";
import { answer, refuse } from "./answer.ts";
import { FileRefused } from "./confined-file.ts";
import { filesBesideRoutes } from "./files-beside.ts";
import { LockBusy } from "./folder-lock.ts";
import { type Notebooks, ShippedNotebook } from "./notebook-folders.ts";
import { MoveRefused } from "./notebook-move.ts";
import { InvalidName, MAX_NOTEBOOK_BYTES, NotebookStore, VersionConflict } from "./notebook-store.ts";
import { proposalRoutes } from "./proposals.ts";
import { Refusal } from "./refusal.ts";
import { bodyOf } from "./request-body.ts";
import { hasToken } from "./request-token.ts";
import type { Route } from "./routes.ts";
import { systemReason } from "./system-reason.ts";

const texts = messages("server", {
  noNotebook: {
    en: "There is no notebook named “{name}” in the folder.",
    zh: "文件夹中没有名为“{name}”的笔记本。",
  },
  noSuchMethod: {
    en: "Notebooks can be read and saved, nothing else.",
    zh: "笔记本只能读取和保存。",
  },
  staleToken: {
    en: "This page belongs to an earlier start of the server. Reload it to save.",
    zh: "此页面属于服务器上一次启动。请重新载入后再保存。",
  },
  malformedAddress: {
    en: "The address is malformed.",
    zh: "地址格式有误。",
  },
  incompleteSave: {
    en: "A save needs the notebook's text, and the version that it is based on.",
    zh: "保存时需要笔记本的文本及其所依据的版本。",
  },
  incompleteMove: {
    en: "A move needs the project, and the version of the notebook that is moved.",
    zh: "移动时需要项目及所移动笔记本的版本。",
  },
  notUtf8: {
    en: "What was sent is not UTF-8 text.",
    zh: "发送的内容不是 UTF-8 文本。",
  },
  tooLarge: {
    en: "A notebook may be at most {most} MiB.",
    zh: "笔记本不能超过 {most} MiB。",
  },
  notWritten: {
    en: "The notebook could not be written: {why}.",
    zh: "无法写入笔记本：{why}。",
  },
  notRead: {
    en: "The notebook could not be read: {why}.",
    zh: "无法读取笔记本：{why}。",
  },
});

/** JSON may double the bytes of a text, because every quote and every line break is escaped. */
const BODY = { most: 2 * MAX_NOTEBOOK_BYTES, tooLarge };

/** The project that a notebook is moved into, null for none, and the version that is moved. */
const Move = z.object({ project: z.string().max(200).nullable(), version: z.string() });

const Save = z.object({ text: z.string(), version: z.string().nullable() });

/**
 * Lets the page read and save the notebooks of one folder. Saving needs the token of this start, which only the page's own
 * document has: no other site, and no notebook, can write. The guard has checked Host and Origin before.
 */
export function notebooks(folder: string): Plugin {
  const store = new NotebookStore(folder);
  const token = newToken();
  return {
    name: "yuheng:notebooks",
    async configureServer(server) {
      await store.sweep();
      server.middlewares.use("/api/notebooks", notebookRoutes(store, token));
      server.middlewares.use("/api/files", filesBesideRoutes(folder, token));
      server.middlewares.use("/api/proposals", proposalRoutes(folder, token));
    },
    transformIndexHtml: {
      order: "pre",
      handler: (html, { server }) => (server ? documentOf(html, token, folder) : html),
    },
    async generateBundle() {
      for (const { address, content } of await notebookFiles(store)) {
        this.emitFile({ type: "asset", fileName: address, source: content });
      }
    },
  };
}

/** The notebooks of a folder with their list, and files of theirs, by their addresses beside a page without a server. */
export async function notebookFiles(
  store: NotebookStore,
  files: readonly AttachedFile[] = [],
): Promise<{ readonly address: string; readonly content: string | Uint8Array }[]> {
  const list = await store.list();
  const described = list.map(({ name, version, modified }) => ({ name, version, modified }));
  return [
    { address: "notebooks/index.json", content: JSON.stringify(described) },
    ...list.map(({ name, text }) => ({ address: `notebooks/${name}.html`, content: text })),
    { address: "notebooks/files/index.json", content: JSON.stringify(files.map(({ attachment }) => attachment)) },
    ...files.map(({ attachment, bytes }) => ({ address: `notebooks/files/${attachment.name}`, content: bytes })),
  ];
}

/** The token of one start of the server. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** The page's document with the token of this start, and the folder of notebooks as a command names it. */
export function documentOf(html: string, token: string, folder: string): string {
  // Commands that the page shows are run where the server was started.
  const shown = (relative(process.cwd(), folder) || ".").replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return html
    .replace('<meta name="yuheng-token" content=""', () => `<meta name="yuheng-token" content="${token}"`)
    .replace('<meta name="yuheng-folder" content=""', () => `<meta name="yuheng-folder" content="${shown}"`);
}

/** Answers requests to read and to save notebooks. */
export function notebookRoutes(store: Notebooks, token: string): Route {
  return (request, response) => {
    handle(store, token, request, response).catch((error) => {
      if (response.headersSent || response.destroyed) return;
      refuse(response, ...refusalOf(error, request.method === "PUT"));
    });
  };
}

async function handle(
  store: Notebooks,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = nameOf(request.url ?? "/");
  if (request.method === "GET") {
    if (hasToken(request, token) === false) throw new Refusal(403, texts.staleToken());
    if (name === "") return answer(response, 200, await store.list());
    const notebook = await store.read(name);
    if (!notebook) throw new Refusal(404, texts.noNotebook({ name }));
    return answer(response, 200, notebook);
  }
  if (request.method === "PUT") {
    if (!hasToken(request, token)) throw new Refusal(403, texts.staleToken());
    const { text, version } = readBody(Save, await bodyOf(request, BODY), texts.incompleteSave);
    if (Buffer.byteLength(text) > MAX_NOTEBOOK_BYTES) throw tooLarge();
    return answer(response, 200, await store.write(name, text, version));
  }
  if (request.method === "POST" && store.move) {
    if (!hasToken(request, token)) throw new Refusal(403, texts.staleToken());
    const { project, version } = readBody(Move, await bodyOf(request, BODY), texts.incompleteMove);
    return answer(response, 200, await store.move(name, project, version));
  }
  response.setHeader("Allow", "GET, PUT");
  throw new Refusal(405, texts.noSuchMethod());
}

function nameOf(url: string): string {
  try {
    return decodeURIComponent(url.split("?")[0]!.replace(/^\//, ""));
  } catch {
    throw new Refusal(400, texts.malformedAddress());
  }
}

function readBody<T>(shape: z.ZodType<T>, body: Uint8Array, incomplete: () => Message): T {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new Refusal(400, texts.notUtf8());
  }
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new Refusal(400, incomplete());
  }
}

function tooLarge(): Refusal {
  return new Refusal(413, texts.tooLarge({ most: MAX_NOTEBOOK_BYTES / 1024 / 1024 }));
}

/** The status and the sentence of an error. */
function refusalOf(error: unknown, isSave: boolean): [status: number, sentence: Sentence, more?: object] {
  if (error instanceof Refusal) return [error.status, error.said];
  if (error instanceof VersionConflict) return [409, error.said, { current: error.current }];
  if (error instanceof FileRefused || error instanceof ShippedNotebook) return [403, error.said];
  if (error instanceof MoveRefused || error instanceof FileConflict) return [409, error.said];
  if (error instanceof LockBusy) return [503, error.said];
  if (error instanceof InvalidName) return [400, error.said];
  const why = systemReason(error);
  return [500, isSave ? texts.notWritten({ why }) : texts.notRead({ why })];
}
