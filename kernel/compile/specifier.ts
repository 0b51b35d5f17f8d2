import { type Message, messages } from "../../lib/message/message.ts";

const texts = messages("compile", {
  noNetwork: {
    en: "“{specifier}” cannot be imported: a notebook has no network.",
    zh: "无法导入“{specifier}”：笔记本不能访问网络。",
  },
  notAvailable: {
    en: "“{specifier}” cannot be imported: a notebook has no network. Available are: {libraries}.",
    zh: "无法导入“{specifier}”：笔记本不能访问网络。可用的库有：{libraries}。",
  },
  notBundled: {
    en: "“{specifier}” cannot be imported: a notebook has no network. Available are: {libraries}. A package that you add by `npx yuheng add {specifier}` is imported as “npm:{specifier}”.",
    zh: "无法导入“{specifier}”：笔记本不能访问网络。可用的库有：{libraries}。用 `npx yuheng add {specifier}` 添加的包以“npm:{specifier}”导入。",
  },
  notModule: {
    en: "“{specifier}” cannot be imported. By path, a notebook imports other notebooks (./name.html), modules (./name.js, ./name.ts), data (./name.json) and any file as text (./name.txt?raw).",
    zh: "无法导入“{specifier}”。按路径可以导入其他笔记本（./name.html）、模块（./name.js、./name.ts）、数据（./name.json），以及作为文本的任意文件（./name.txt?raw）。",
  },
  outside: {
    en: "“{specifier}” leads out of the notebook's folder. A notebook imports only from its own folder and the folders in it: move the file there and write its path with “./”.",
    zh: "“{specifier}”指向笔记本文件夹之外。笔记本只能从自己的文件夹及其子文件夹导入：请将文件移到其中，并以“./”开头书写路径。",
  },
  notPackage: {
    en: "“{specifier}” does not name a package. Expected npm:NAME, npm:NAME@VERSION or npm:NAME@VERSION/PATH.",
    zh: "“{specifier}”不是包的写法。应为 npm:NAME、npm:NAME@VERSION 或 npm:NAME@VERSION/PATH。",
  },
});

/** A package as an import names it: `npm:@scope/name@1.2/sub`. */
export interface PackageSpecifier {
  readonly name: string;
  /** A version or a range as it is written; empty if there is none. */
  readonly version: string;
  /** The path of one of its entries, such as `sub`; empty for the main one. */
  readonly entry: string;
}

/** How a file is imported: run as a module, parsed as JSON, or as text. */
export type FileImport = "script" | "json" | "raw";

/** What an import specifier resolves to, or why it is refused. */
export type Resolution =
  | { readonly kind: "notebook"; readonly module: string }
  /** A library of notebooks; `package` if it is written as one, which may also be in the folder of modules. */
  | { readonly kind: "library"; readonly module: string; readonly name: string; readonly package?: PackageSpecifier }
  | { readonly kind: "package"; readonly module: string; readonly package: PackageSpecifier }
  /** A file of the notebook; `file` is its path relative to the notebook. */
  | { readonly kind: "file"; readonly module: string; readonly file: string; readonly as: FileImport }
  | { readonly kind: "refused"; readonly message: Message };

/**
 * Resolves an import specifier. `module` of the result is equal for equal modules.
 * @param libraries names of the libraries that can be imported
 * @param importer the path of the importing file relative to the notebook; empty for a cell
 */
export function resolveSpecifier(specifier: string, libraries: readonly string[], importer = ""): Resolution {
  if (isPath(specifier)) return resolvePath(specifier, importer);
  if (specifier.startsWith("npm:")) return resolvePackage(specifier, libraries);
  const hosted = hostedPackage(specifier, libraries);
  if (hosted) return resolvePackage(`npm:${writePackage(hosted)}`, libraries);
  const name = specifier.replace(/^((?:@[^/@]+\/)?[^/@]+)@[^/]*/, "$1");
  for (const known of [specifier, name])
    if (libraries.includes(known)) return { kind: "library", module: known, name: known };
  if (libraries.length === 0) return refused(texts.noNetwork({ specifier }));
  const main = libraries.filter((each) => !each.startsWith("d3-"));
  const isPackage = packageOf(specifier) !== null;
  const facts = { specifier, libraries: main };
  return refused(isPackage ? texts.notBundled(facts) : texts.notAvailable(facts));
}

/**
 * The package that an address names, as hosts of packages write it: `https://host/npm/name@version/+esm`. Without a version, the name
 * must be that of a library, because any address has a path.
 */
function hostedPackage(address: string, libraries: readonly string[]): PackageSpecifier | null {
  const path = /^https:\/\/[^/]+\/(?:npm\/|v\d+\/|\*)*([^?#]+)/i.exec(address)?.[1];
  const found = path === undefined ? null : packageOf(path);
  return found && (found.version !== "" || libraries.includes(found.name)) ? found : null;
}

/** The parts of `name@version/path`; null if it is none. */
export function packageOf(text: string): PackageSpecifier | null {
  const found = /^((?:@[a-z0-9~_.-]+\/)?[a-z0-9~_-][a-z0-9~_.-]*)(?:@([^/@\s]*))?((?:\/[^/\s\\:]+)*)$/i.exec(text);
  if (!found) return null;
  const [, name = "", version = "", path = ""] = found;
  // Notebooks for the network may ask a host for a module in this way; here every package is one.
  const entry = path.replace(/\/\+esm$/, "").slice(1);
  return entry.split("/").includes("..") ? null : { name, version: version === "latest" ? "" : version, entry };
}

/** `name@version/path`. */
export function writePackage({ name, version, entry }: PackageSpecifier): string {
  return `${name}${version === "" ? "" : `@${version}`}${entry === "" ? "" : `/${entry}`}`;
}

function isPath(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier) && !specifier.startsWith("//");
}

function resolvePath(specifier: string, importer: string): Resolution {
  if (/\.html(?:[?#].*)?$/.test(specifier) && importer === "") return { kind: "notebook", module: specifier };
  const [, path = "", query = ""] = /^([^?#]*)(.*)$/s.exec(specifier)!;
  const file = path.startsWith("/") ? null : joined(importer, path);
  if (file === null) return refused(texts.outside({ specifier }));
  const as = formOf(file, query);
  if (as === null) return refused(texts.notModule({ specifier }));
  return { kind: "file", module: `./${file}${query}`, file, as };
}

function formOf(file: string, query: string): FileImport | null {
  if (/[\\:\p{Cc}]/u.test(file) || file.endsWith("/") || file === "") return null;
  if (query === "?raw") return "raw";
  if (query !== "") return null;
  if (/\.m?[jt]s$/i.test(file)) return "script";
  return /\.json$/i.test(file) ? "json" : null;
}

/** The path of a file relative to the notebook; null if it leads out of its folder. */
function joined(importer: string, path: string): string | null {
  const parts = importer.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}

function resolvePackage(specifier: string, libraries: readonly string[]): Resolution {
  const found = packageOf(specifier.slice("npm:".length));
  if (!found) return refused(texts.notPackage({ specifier }));
  const { name, entry } = found;
  const library = [name, `${name}/${entry}`].find((each) => libraries.includes(each));
  if (library !== undefined && (entry === "" || library !== name))
    return { kind: "library", module: specifier, name: library, package: found };
  return { kind: "package", module: specifier, package: found };
}

function refused(message: Message): Resolution {
  return { kind: "refused", message };
}
