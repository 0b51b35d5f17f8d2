import { isOwn } from "../../session/own-files.ts";

/** The forms in which the command line publishes a notebook. */
export type BuildForm = "single" | "site";

/** How to build pages of a notebook on the command line. */
export interface BuildCommand {
  readonly command: string;
  /** Whether the server has the notebook's file; else the command names a download. */
  readonly hasFile: boolean;
}

/** The folder from which the server of this page reads notebooks, as a command names it; null without a server. */
function servedFolder(): string | null {
  const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";
  return meta("yuheng-token") === "" ? null : meta("yuheng-folder") || ".";
}

/** The command that builds a notebook as one file, or as a site. */
export function buildCommand(name: string, form: BuildForm, folder: string | null = servedFolder()): BuildCommand {
  const hasFile = folder !== null && !isOwn(name);
  const stem = name.replace(/^~/, "");
  const file = hasFile && folder !== "." ? `${folder.replace(/\/$/, "")}/${stem}.html` : `${stem}.html`;
  const single = form === "single" ? " --single" : "";
  return { command: `npx yuheng build ${quoted(file)}${single} --out ${quoted(`${stem}-page`)}`, hasFile };
}

/** The markup with which another page shows a notebook of a built site. `SITE` stands for the site's address. */
export function embedding(name: string): string {
  const page = `${encodeURIComponent(name.replace(/^~/, ""))}.html`;
  return `<script src="https://SITE/embed.js"></script><yuheng-notebook src="https://SITE/${page}"></yuheng-notebook>`;
}

/** An argument as a shell reads it: quoted if it contains more than letters, digits and the signs of paths. */
function quoted(argument: string): string {
  return /^[\w./@%+-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
