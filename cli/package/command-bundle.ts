import { isAbsolute, join, relative, sep } from "node:path";
import { build, type Plugin } from "vite";
import { ownSettings } from "../serve/production.ts";

/** The entries of the command: itself, its threads and its process, each under the name of its source. */
const command = {
  main: "cli/main.ts",
  "job-thread": "cli/run/job-thread.ts",
  "statement-process": "cli/check/statement-process.ts",
  "comparison-thread": "cli/diff/comparison-thread.ts",
  "page-run-thread": "cli/build/page-run-thread.ts",
  "compute-thread": "kernel/headless/compute-thread.ts",
  "function-thread": "kernel/headless/function-thread.ts",
};

/** What the package has beside: the datasets for programs. */
const ofPackage = { ...command, "library/datasets": "cli/library/datasets.ts" };

/** Packages that a person installs beside this one where they are needed: they are built for one system. */
export const peers = ["@duckdb/node-api", "@napi-rs/canvas"];

/** Packages that read files beside their own modules, and so are loaded where they lie. */
const apart = ["highs"];

const installed = [...peers, ...apart];

/** What builds from sources: a clone's, never called in the package. */
const ofClones = /\/(?:build-programs|workbench-config|node_modules\/vite\/.*)(?:\.ts)?$|^vite$/;

/** Compiles the command into plain JavaScript for Node, with the libraries that it uses, into flat files of a folder of the package. */
export function bundleCommand(root: string, folder: string): Promise<void> {
  return bundle(root, folder, { entries: ofPackage, ending: "js", external: (id) => ofClones.test(id) });
}

/**
 * The same for a clone, which builds from sources, too. The ending says what the files are: in a folder of modules no `package.json` is
 * asked.
 *
 * @param sources the folders whose content is the key of the result; throws if a source lies elsewhere
 */
export function compileCommand(root: string, folder: string, sources: readonly string[]): Promise<void> {
  const known: Plugin = {
    name: "yuheng:known-sources",
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const path = relative(root, id);
        if (!isAbsolute(id) || path.includes("node_modules") || sources.includes(path.split(sep)[0]!)) continue;
        throw new Error(`${path} is no source of the command.`);
      }
    },
  };
  return bundle(root, folder, { entries: command, ending: "mjs", external: (id) => id === "vite", plugins: [known] });
}

/** How the command is compiled. */
interface Compilation {
  /** The sources of the files, by name. */
  readonly entries: Readonly<Record<string, string>>;
  readonly ending: "js" | "mjs";
  /** What is loaded from where it lies, beside what is installed. */
  readonly external: (id: string) => boolean;
  readonly plugins?: Plugin[];
}

async function bundle(
  root: string,
  folder: string,
  { entries, ending, external, plugins = [] }: Compilation,
): Promise<void> {
  await build({
    ...ownSettings,
    root,
    logLevel: "warn",
    publicDir: false,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    ssr: { noExternal: true, external: installed },
    plugins,
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: "node20",
      minify: false,
      rollupOptions: {
        checks: { pluginTimings: false },
        input: Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, join(root, source)])),
        external: (id) => external(id) || installed.includes(id),
        output: { format: "es", entryFileNames: `[name].${ending}`, chunkFileNames: `[name]-[hash].${ending}` },
      },
    },
  });
}
