import { readFile, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Plugin } from "vite";
import { compileModule } from "../../kernel/compile/module.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { ownSettings, productionResolve } from "../serve/production.ts";
import { commonJsNames, hasDefault, isModuleText } from "./commonjs-names.ts";
import { AddError } from "./installed-package.ts";

/** A package as one module. */
export interface Bundle {
  readonly code: string;
  /** The folders of the packages in it. */
  readonly folders: readonly string[];
  /** Whether it is CommonJS, whose names are those that its text shows. */
  readonly commonJs: boolean;
  /** The modules of Node that it asks for, and does not get. */
  readonly missing: readonly string[];
}

/** The file that begins the bundle: it exports what the entry of the package exports. */
const ENTRY = "yuheng-package.js";

/** What Vite gives for a module of Node; and what we give. */
const ABSENT = "__vite-browser-external";
const EMPTY = "\0yuheng-empty.cjs";

/** Languages of styles whose compiler Vite would load from the packages that it bundles, and so run. */
const COMPILED_STYLE = /\.(?:less|s[ac]ss|styl|stylus|sss)(?:\?|$)/;

/** The package that is published does not bring Vite along: it is large, and only this command needs it there. */
function openVite(): Promise<typeof import("vite")> {
  return import("vite").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new AddError(
      "Packages are bundled by Vite, which is not installed here. Install it beside Yuheng: npm install --save-dev vite@8",
    );
  });
}

/** What names a file beside a style or a module: `@import`, `url(…)`, `new URL(…, import.meta.url)`. */
const ADDRESS =
  /@import\s+(?:url\(\s*)?["']?([./\\][^"')\s?#]*)|\burl\(\s*["']?(\.[^"')\s?#]*)|\bnew\s+URL\(\s*["'`](\.[^"'`?#]*)["'`]\s*,\s*import\.meta\.url/g;

type Resolver = (name: string, importer: string) => Promise<string | null>;

/** Bundles an installed package, with all that it imports, into one ECMAScript module for browsers. Rejects with AddError. */
export async function bundlePackage(folder: string, specifier: string): Promise<Bundle> {
  const { build } = await openVite();
  const begin = join(folder, ENTRY);
  await writeFile(begin, "");
  let commonJs = false;
  let refusal: AddError | undefined;
  const missing = new Set<string>();
  const entry: Plugin = {
    name: "yuheng:package",
    enforce: "pre",
    async resolveId(id, importer) {
      if (!isBuiltin(id)) return null;
      // A package of this name may stand for the module of Node.
      const resolved = await this.resolve(id, importer, { skipSelf: true });
      if (!resolved?.id.includes(ABSENT)) return resolved;
      missing.add(id.replace(/^node:/, ""));
      return EMPTY;
    },
    async load(id) {
      if (id === EMPTY) return "module.exports = {};";
      if (COMPILED_STYLE.test(id)) {
        refusal = new AddError(
          `“${specifier}” has styles in a language that a program of the package would have to compile (${basename(id)}). No program of a package is run.`,
        );
        throw refusal;
      }
      if (isOutside(id)) {
        refusal = outside(id);
        throw refusal;
      }
      if (basename(id) !== ENTRY) return null;
      const resolved: Resolver = async (name, importer) => (await this.resolve(name, importer))?.id ?? null;
      const file = await resolved(specifier, begin);
      if (file === null || file.includes(ABSENT)) throw new AddError(`“${specifier}” is no entry of the package.`);
      const text = await readFile(file.split("?")[0]!, "utf8");
      if (isModuleText(text)) return moduleEntry(file, hasDefault(text));
      commonJs = true;
      return commonJsEntry(file, await namesOf(file, text, resolved));
    },
    transform(code, id) {
      // Styles and addresses are put in by the bundler itself, which asks nobody.
      const from = dirname(id.split("?")[0]!);
      if (!isAbsolute(from)) return null;
      for (const [, ...found] of code.matchAll(ADDRESS)) {
        const file = resolve(from, found.find((each) => each !== undefined)!);
        if (!isOutside(file)) continue;
        refusal = outside(file);
        throw refusal;
      }
      return null;
    },
  };
  /** Whether an id is a file that npm has not put there. Ids of the bundler's own begin with \0. */
  function isOutside(id: string): boolean {
    const file = id.split("?")[0]!;
    if (!isAbsolute(file)) return false;
    const path = relative(folder, file);
    return path.startsWith("..") || isAbsolute(path);
  }
  function outside(id: string): AddError {
    return new AddError(
      `“${specifier}” asks for a file that is of no package (${id.split("?")[0]}). A package gets no file of this machine.`,
    );
  }
  let result: Awaited<ReturnType<typeof build>>;
  try {
    result = await build({
      ...ownSettings,
      root: folder,
      logLevel: "silent",
      publicDir: false,
      define: { "process.env.NODE_ENV": JSON.stringify("production"), global: "globalThis" },
      resolve: productionResolve,
      build: {
        write: false,
        minify: true,
        target: "es2022",
        rollupOptions: { checks: { pluginTimings: false }, output: { codeSplitting: false } },
        lib: { entry: begin, formats: ["es"], fileName: "package" },
      },
      plugins: [entry],
    });
  } catch (error) {
    if (refusal) throw refusal;
    throw new AddError(`“${specifier}” could not be bundled: ${reasonOf(error as Error)}`);
  }
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk = bundle && "output" in bundle ? bundle.output.find((each) => each.type === "chunk") : undefined;
  if (!chunk) throw new AddError(`“${specifier}” could not be bundled.`);
  checkModule(specifier, chunk.code);
  const folders = new Set(chunk.moduleIds.flatMap((id) => packageFolderOf(id) ?? []));
  return { code: chunk.code, folders: [...folders].sort(), commonJs, missing: [...missing].sort() };
}

function moduleEntry(file: string, withDefault: boolean): string {
  const from = JSON.stringify(file);
  return `export * from ${from};${withDefault ? `export {default} from ${from};` : ""}`;
}

function commonJsEntry(file: string, names: readonly string[]): string {
  const named = names.map((name, i) => `const name${i} = whole[${JSON.stringify(name)}];`).join("");
  const exported = names.map((name, i) => `name${i} as ${JSON.stringify(name)}`).join(", ");
  return `import * as whole from ${JSON.stringify(file)};export default whole.default;${named}export {${exported}};`;
}

/** The names of a CommonJS module and of those that it passes on. */
async function namesOf(file: string, text: string, resolved: Resolver): Promise<string[]> {
  const names = new Set<string>();
  const seen = new Set([file]);
  const open = [{ file, text }];
  for (let next = open.pop(); next; next = open.pop()) {
    const found = commonJsNames(next.text);
    for (const name of found.names) names.add(name);
    for (const each of found.passedOn) {
      const passed = await resolved(each, next.file);
      if (passed === null || seen.has(passed)) continue;
      seen.add(passed);
      open.push({ file: passed, text: await readFile(passed, "utf8").catch(() => "") });
    }
  }
  return [...names].sort();
}

/** A notebook must be able to run the module as it will find it. */
function checkModule(specifier: string, code: string): void {
  const compiled = compileModule(code, { file: `${specifier}.js`, guarded: false });
  if ("message" in compiled) {
    throw new AddError(`“${specifier}” gives a module that notebooks cannot read: ${writeMessage(compiled.message)}`);
  }
  const left = compiled.dependencies.map((each) => `“${each.specifier}”`);
  if (left.length > 0) throw new AddError(`“${specifier}” needs ${left.join(", ")}, which notebooks do not have.`);
}

/** The folder of the package to which a file belongs; undefined for what is of no package. */
function packageFolderOf(id: string): string | undefined {
  const found = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id.replace(/^\0/, ""));
  return found?.[1];
}

function reasonOf({ message }: Error): string {
  const lines = stripVTControlCharacters(message).split("\n");
  const line = lines.find((each) => /\S/.test(each) && !/^Build failed/.test(each)) ?? message;
  return /[.?!]$/.test(line) ? line : `${line}.`;
}
