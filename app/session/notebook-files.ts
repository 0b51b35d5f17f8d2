import { message } from "../../kernel/boundary/message.ts";
import { versionOfText } from "../../kernel/document/text-version.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { Autosave } from "./autosave.ts";
import { FilesBeside, FilesOfSite } from "./files-beside.ts";
import { type NotebookFile, type NotebookFiles, SaveConflict } from "./notebook-file.ts";
import { isOwn, withOwnFiles } from "./own-files.ts";
import { Proposals } from "./proposals.ts";

const texts = messages("session", {
  serverUnreachable: {
    en: "The server cannot be reached. Is `npm start` still running?",
    zh: "无法连接服务器。`npm start` 是否仍在运行？",
  },
  serverAnswered: {
    en: "The server answered {status}.",
    zh: "服务器返回 {status}。",
  },
  noNotebookOnSite: {
    en: "There is no notebook named “{name}” on this site.",
    zh: "本站没有名为“{name}”的笔记本。",
  },
  readOnlySite: {
    en: "This site is read-only. Download the notebook to keep your changes.",
    zh: "本站是只读的。请下载笔记本以保留改动。",
  },
});

/** What every host provides. */
type HostFiles = Omit<NotebookFiles, "follow">;

let files: Promise<NotebookFiles> | undefined;

/** The files of the page's host, whose kind is determined once. */
export function openFiles(): Promise<NotebookFiles> {
  files ??= Promise.resolve(withOwnFiles(tokenOfPage() ? serverFiles(tokenOfPage()) : siteFiles()));
  return files;
}

/** What programs propose for a notebook that is open here; null if the page's host takes no proposals. */
export function proposalsOf(name: string, autosave: Autosave): Proposals | null {
  const token = tokenOfPage();
  return token === "" || isOwn(name) ? null : new Proposals(name, token, autosave);
}

/** The files beside a notebook of the host. */
export function besideHost(notebook: string): FilesOfSite {
  const token = tokenOfPage();
  return token === "" ? new FilesOfSite() : new FilesBeside(token, notebook);
}

/** The token of this start of the server; empty on a page without one. */
export function tokenOfPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="yuheng-token"]')?.content ?? "";
}

function serverFiles(token: string): HostFiles {
  const address = (name: string) => new URL(`api/notebooks/${encodeURIComponent(name)}`, document.baseURI);
  const examples = new Set<string>();
  const noted = (file: NotebookFile) => {
    if (file.example) examples.add(file.name);
    else examples.delete(file.name);
    return file;
  };
  return {
    writable: true,
    isWritable: (name) => !examples.has(name),
    list: async () => (await ask<NotebookFile[]>(address(""))).map(noted),
    read: async (name) => noted(await ask<NotebookFile>(address(name))),
    write: (name, text, version) =>
      ask<NotebookFile>(address(name), {
        method: "PUT",
        headers: { "Content-Type": "application/json", "X-Yuheng-Token": token },
        body: JSON.stringify({ text, version }),
      }),
    move: (name, project, version) =>
      ask<NotebookFile>(address(name), {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Yuheng-Token": token },
        body: JSON.stringify({ project, version }),
      }),
  };
}

async function ask<T>(address: URL, init?: RequestInit): Promise<T> {
  const response = await fetch(address, init).catch(() => {
    throw new Fault(texts.serverUnreachable());
  });
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body as T;
  const reason = message.safeParse(body.said).data ?? body.error;
  if (response.status === 409) throw new SaveConflict(body.current ?? null, reason);
  throw new Fault(reason ?? texts.serverAnswered({ status: response.status }));
}

function siteFiles(): HostFiles {
  const base = new URL("notebooks/", document.baseURI);
  const read = async (name: string, modified: string | null) => {
    // The browser's cached copy is revalidated, so that a returning reader gets a newer version.
    const address = new URL(`${encodeURIComponent(name)}.html`, base);
    const response = await fetch(address, { cache: "no-cache" }).catch(() => null);
    if (!response?.ok) throw new Fault(texts.noNotebookOnSite({ name }));
    const text = await response.text();
    return { name, text, version: versionOfText(text), modified };
  };
  return {
    writable: false,
    isWritable: () => false,
    async list() {
      const index = await ask<{ name: string; modified: string }[]>(new URL("index.json", base));
      return Promise.all(index.map(({ name, modified }) => read(name, modified)));
    },
    read: (name) => read(name, null),
    write: () => Promise.reject(new Fault(texts.readOnlySite())),
  };
}
