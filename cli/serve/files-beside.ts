import { readdir, realpath, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import * as z from "zod/mini";
import { isAttachmentName } from "../../kernel/attachment/attachment-name.ts";
import { attachment } from "../../kernel/attachment/attachment-schema.ts";
import { dataPackageName, readDataPackage } from "../../kernel/attachment/data-package.ts";
import { FileConflict } from "../../kernel/attachment/file-conflict.ts";
import { MAX_FILE_BYTES } from "../../kernel/attachment/file-limit.ts";
import { mediaType } from "../../kernel/attachment/media-type.ts";
import type { Attachment } from "../../kernel/services/attachment.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { answer, refuse } from "./answer.ts";
import { FileRefused, openConfined } from "./confined-file.ts";
import { FileStore } from "./file-store.ts";
import { LockBusy } from "./folder-lock.ts";
import { Refusal } from "./refusal.ts";
import { bodyOf } from "./request-body.ts";
import { hasToken } from "./request-token.ts";
import type { Route } from "./routes.ts";
import { systemReason } from "./system-reason.ts";

const texts = messages("server", {
  noFile: {
    en: "There is no file named “{name}” beside the notebooks.",
    zh: "笔记本旁边没有名为“{name}”的文件。",
  },
  tokenNeeded: {
    en: "Files are given only to the page that this server has sent. Reload it.",
    zh: "文件只提供给此服务器发出的页面。请重新载入页面。",
  },
  fileMethods: {
    en: "Files beside the notebooks can be read, written and removed, nothing else.",
    zh: "笔记本旁边的文件只能读取、写入和删除。",
  },
  incompleteFile: {
    en: "A file to be written needs its bytes, how they are read, and the version that it replaces.",
    zh: "写入文件时需要其内容、读取方式及所替换的版本。",
  },
  fileTooLarge: {
    en: "A file beside a notebook may be at most {most} MB.",
    zh: "笔记本旁边的文件不能超过 {most} MB。",
  },
  exampleFiles: {
    en: "The files of examples stay as they are. Duplicate the notebook to change them.",
    zh: "示例的文件不会改动。请复制笔记本后再更改。",
  },
  fileNotWritten: {
    en: "“{name}” could not be written beside the notebook: {why}.",
    zh: "无法将“{name}”写入笔记本旁边：{why}。",
  },
  fileNotRemoved: {
    en: "“{name}” could not be removed: {why}.",
    zh: "无法删除“{name}”：{why}。",
  },
});

/** How many files are listed. */
const MOST = 1_000;

/** The bytes of a file, and beside them how it is read. */
const BODY = {
  most: MAX_FILE_BYTES + 4_000_000,
  tooLarge: () => new Refusal(413, texts.fileTooLarge({ most: MAX_FILE_BYTES / 1_000_000 })),
};

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What comes with the bytes of a file: its tables, and the hash of the file that it replaces. */
const writing = z.object({ tables: attachment.shape.tables, version: z.nullable(hash) });

/**
 * Gives the page the files beside the notebooks of a folder, which it lists, and those in folders below when they are named, such as
 * modules: no hidden ones and no links. Writes and removes files beside the notebooks with their description.
 *
 * @param token of this start, which only its page has
 * @param writable false for the folder of examples
 */
export function filesBesideRoutes(folder: string, token: string, writable = true): Route {
  const store = new FileStore(folder);
  return (request, response) => {
    if (!hasToken(request, token)) return refuse(response, 403, texts.tokenNeeded());
    const { method } = request;
    const name = nameOf(request.url ?? "/");
    if (method === "GET") return void give(folder, name, response);
    const change = async () => {
      if (!writable && (method === "PUT" || method === "DELETE")) throw new Refusal(403, texts.exampleFiles());
      if (method === "PUT") {
        const { bytes, tables, version } = await writtenIn(request);
        return answer(response, 200, await store.write(name, bytes, tables, version));
      }
      if (method === "DELETE") {
        const version = new URL(request.url!, "http://localhost").searchParams.get("version") ?? "";
        await store.remove(name, version);
        return answer(response, 200, {});
      }
      response.setHeader("Allow", "GET, PUT, DELETE");
      refuse(response, 405, texts.fileMethods());
    };
    change().catch((error) => {
      if (response.headersSent || response.destroyed) return;
      if (error instanceof Refusal) return refuse(response, error.status, error.said);
      if (error instanceof FileConflict) return refuse(response, 409, error.said, { current: error.current });
      if (error instanceof LockBusy) return refuse(response, 503, error.said);
      if (error instanceof FileRefused) return refuse(response, 403, error.said);
      if (error instanceof Fault) return refuse(response, 400, error.said);
      const failed = method === "PUT" ? texts.fileNotWritten : texts.fileNotRemoved;
      refuse(response, 500, failed({ name, why: systemReason(error) }));
    });
  };
}

async function give(folder: string, name: string, response: ServerResponse): Promise<void> {
  try {
    const root = await realpath(folder).catch(() => null);
    if (name === "") return answer(response, 200, root === null ? [] : await listFiles(root));
    const handle = root !== null && isGiven(name) ? await openConfined(root, name) : null;
    if (!handle) return refuse(response, 404, texts.noFile({ name }));
    try {
      const { size, mtime } = await handle.stat();
      response.setHeader("Content-Type", mediaType(name));
      response.setHeader("Content-Length", size);
      response.setHeader("Last-Modified", mtime.toUTCString());
      response.setHeader("Cache-Control", "no-store");
      await pipeline(handle.createReadStream({ end: Math.max(0, size - 1), autoClose: false }), response);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (response.headersSent) response.destroy();
    else if (error instanceof FileRefused) refuse(response, 403, error.said);
    else refuse(response, 404, texts.noFile({ name }));
  }
}

/** What a request to write sends: a form with the file's bytes as `content`, and the rest as JSON in `writing`. */
async function writtenIn(request: IncomingMessage): Promise<z.infer<typeof writing> & { bytes: Uint8Array }> {
  const body = await bodyOf(request, BODY);
  try {
    const headers = { "Content-Type": String(request.headers["content-type"]) };
    const form = await new Response(body, { headers }).formData();
    const content = z.instanceof(Blob).parse(form.get("content"));
    const described = writing.parse(JSON.parse(String(form.get("writing"))));
    return { ...described, bytes: new Uint8Array(await content.arrayBuffer()) };
  } catch {
    throw new Refusal(400, texts.incompleteFile());
  }
}

/** A file as the page lists it; its hash is known once it is read. */
type Listed = Pick<Attachment, "name" | "size" | "lastModified" | "tables">;

async function listFiles(root: string): Promise<Listed[]> {
  const [entries, described] = await Promise.all([readdir(root, { withFileTypes: true }), packageOf(root)]);
  const names = entries.filter((entry) => entry.isFile() && isGiven(entry.name)).map(({ name }) => name);
  const files = await Promise.all(
    names
      .sort()
      .slice(0, MOST)
      .map(async (name) => {
        const found = await stat(join(root, name)).catch(() => null);
        if (!found) return [];
        const tables = described.get(name) ?? {};
        return [{ name, size: found.size, lastModified: Math.round(found.mtimeMs), tables }];
      }),
  );
  return files.flat();
}

/** The tables that the folder's Data Package describes. */
async function packageOf(root: string): Promise<ReturnType<typeof readDataPackage>> {
  const handle = await openConfined(root, dataPackageName).catch(() => null);
  if (!handle) return new Map();
  try {
    return readDataPackage(await handle.readFile("utf8"));
  } finally {
    await handle.close();
  }
}

/** Notebooks have a route of their own. */
function isGiven(name: string): boolean {
  return isAttachmentName(name) && !/(?:^|\/)\./.test(name) && !/^[^/]*\.html$/i.test(name);
}

/** The file's name in a request's address; empty for the list and for a malformed address. */
function nameOf(url: string): string {
  try {
    return decodeURIComponent(url.split("?")[0]!.slice(1));
  } catch {
    return "";
  }
}
