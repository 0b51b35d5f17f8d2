import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { relative } from "node:path";
import type { Plugin } from "vite";
import { z } from "zod";
import type { AttachedFile } from "../../kernel/attachment/attachment.ts";
import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages, type Sentence } from "../../lib/message/message.ts";
import { answer, refuse } from "./answer.ts";
import { FileRefused } from "./confined-file.ts";
import { filesBesideRoutes } from "./files-beside.ts";
import { LockBusy } from "./folder-lock.ts";
import { InvalidName, MAX_NOTEBOOK_BYTES, NotebookStore, VersionConflict } from "./notebook-store.ts";
import type { Route } from "./routes.ts";

const said = messages("server", {
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
  notUtf8: {
    en: "What was sent is not UTF-8 text.",
    zh: "发送的内容不是 UTF-8 文本。",
  },
  tooLarge: {
    en: "A notebook may be at most {most} MiB.",
    zh: "笔记本不能超过 {most} MiB。",
  },
  requestCut: {
    en: "The request ended before it was whole.",
    zh: "请求在发送完整之前中断。",
  },
  system: {
    en: "system error {code}",
    zh: "系统返回 {code}",
  },
  notWritten: {
    en: "The notebook could not be written: {why}.",
    zh: "无法写入笔记本：{why}。",
  },
  notRead: {
    en: "The notebook could not be read: {why}.",
    zh: "无法读取笔记本：{why}。",
  },
  diskFull: {
    en: "the disk is full",
    zh: "磁盘已满",
  },
  accessDenied: {
    en: "access is denied",
    zh: "没有访问权限",
  },
  folderReadOnly: {
    en: "the folder is read-only",
    zh: "文件夹是只读的",
  },
  nameTooLong: {
    en: "its name is too long",
    zh: "名称过长",
  },
});

/** JSON may double the bytes of a text, because every quote and every line break is escaped. */
const MAX_BODY_BYTES = 2 * MAX_NOTEBOOK_BYTES;

/** How much of a body that is too large is still read, so that its sender receives the refusal. */
const MAX_DRAINED_BYTES = 4 * MAX_BODY_BYTES;

const Save = z.object({ text: z.string(), version: z.string().nullable() });

/** The refusal of a request, with its status. */
class Refusal extends Fault {
  readonly status: number;
  constructor(status: number, sentence: Message) {
    super(sentence);
    this.status = status;
  }
}

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
export function notebookRoutes(store: NotebookStore, token: string): Route {
  return (request, response) => {
    handle(store, token, request, response).catch((error) => {
      if (response.headersSent || response.destroyed) return;
      refuse(response, ...refusalOf(error, request.method === "PUT"));
    });
  };
}

async function handle(
  store: NotebookStore,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = nameOf(request.url ?? "/");
  if (request.method === "GET") {
    if (hasToken(request, token) === false) throw new Refusal(403, said.staleToken());
    if (name === "") return answer(response, 200, await store.list());
    const notebook = await store.read(name);
    if (!notebook) throw new Refusal(404, said.noNotebook({ name }));
    return answer(response, 200, notebook);
  }
  if (request.method === "PUT") {
    if (!hasToken(request, token)) throw new Refusal(403, said.staleToken());
    const { text, version } = readSave(await bodyOf(request));
    if (Buffer.byteLength(text) > MAX_NOTEBOOK_BYTES) throw tooLarge();
    return answer(response, 200, await store.write(name, text, version));
  }
  response.setHeader("Allow", "GET, PUT");
  throw new Refusal(405, said.noSuchMethod());
}

/** Whether the token of this start was sent; null without a token. */
function hasToken({ headers }: IncomingMessage, token: string): boolean | null {
  const given = headers["x-yuheng-token"];
  if (given === undefined) return null;
  const bytes = Buffer.from(String(given));
  const wanted = Buffer.from(token);
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}

function nameOf(url: string): string {
  try {
    return decodeURIComponent(url.split("?")[0]!.replace(/^\//, ""));
  } catch {
    throw new Refusal(400, said.malformedAddress());
  }
}

function readSave(body: Uint8Array): z.infer<typeof Save> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new Refusal(400, said.notUtf8());
  }
  try {
    return Save.parse(JSON.parse(text));
  } catch {
    throw new Refusal(400, said.incompleteSave());
  }
}

function tooLarge(): Refusal {
  return new Refusal(413, said.tooLarge({ most: MAX_NOTEBOOK_BYTES / 1024 / 1024 }));
}

/** The body of a request. One that is too large is refused before its end; a sender that continues nevertheless is cut off. */
function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    const refuseSize = () => {
      parts.length = 0;
      reject(tooLarge());
    };
    if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) refuseSize();
    request.on("data", (part: Buffer) => {
      length += part.length;
      if (length <= MAX_BODY_BYTES) parts.push(part);
      else if (length > MAX_DRAINED_BYTES) request.destroy();
      else refuseSize();
    });
    request.on("end", () => resolve(Buffer.concat(parts)));
    // A sender that disconnects gets no answer, and its request is not done.
    request.on("close", () => reject(new Refusal(400, said.requestCut())));
    request.on("error", () => reject(new Refusal(400, said.requestCut())));
  });
}

/** The status and the sentence of an error. */
function refusalOf(error: unknown, isSave: boolean): [status: number, sentence: Sentence, more?: object] {
  if (error instanceof Refusal) return [error.status, error.said];
  if (error instanceof VersionConflict) return [409, error.said, { current: error.current }];
  if (error instanceof FileRefused) return [403, error.said];
  if (error instanceof LockBusy) return [503, error.said];
  if (error instanceof InvalidName) return [400, error.said];
  const { code } = error as NodeJS.ErrnoException;
  const why = reasons[code ?? ""] ?? said.system({ code: code ?? (error as Error).name });
  return [500, isSave ? said.notWritten({ why }) : said.notRead({ why })];
}

const reasons: Readonly<Record<string, Message>> = {
  ENOSPC: said.diskFull(),
  EDQUOT: said.diskFull(),
  EACCES: said.accessDenied(),
  EPERM: said.accessDenied(),
  EROFS: said.folderReadOnly(),
  ENAMETOOLONG: said.nameTooLong(),
};
