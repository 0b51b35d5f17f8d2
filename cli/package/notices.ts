import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

const SOURCES = ["app", "cli", "kernel", "lib"];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * The licences of the libraries that the sources import, and of what these depend on: they are built into the package, and ask
 * that their notices go with them.
 */
export function notices(root: string): string {
  const found = new Map<string, string>();
  for (const name of importedPackages(root)) visit(root, name, found);
  const parts = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `Libraries that are built into this package, with their licences.\n\n${parts.join("\n")}`;
}

/** The packages that the sources import by name. */
function importedPackages(root: string): Set<string> {
  const names = new Set<string>();
  for (const folder of SOURCES) {
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
      if (!/(?<!\.d)\.ts$/.test(path) || path.startsWith("package/")) continue;
      const text = readFileSync(join(root, folder, path), "utf8");
      for (const [, name] of text.matchAll(/(?:from|import)\s*\(?\s*"((?:@[\w.-]+\/)?[\w.-]+)[^"]*"/g)) {
        if (!name!.startsWith(".") && existsSync(join(root, "node_modules", name!, "package.json"))) names.add(name!);
      }
    }
  }
  return names;
}

function visit(from: string, name: string, found: Map<string, string>): void {
  const folder = folderOf(from, name);
  if (!folder) return;
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const title = `${manifest.name} ${manifest.version}`;
  if (found.has(title)) return;
  const texts = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  const licence = texts.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n");
  found.set(title, `${"=".repeat(80)}\n${title} (${manifest.license ?? "see below"})\n\n${licence}\n`);
  for (const dependency of Object.keys(manifest.dependencies ?? {})) visit(folder, dependency, found);
}

/** As Node finds it: in the folder's own node_modules, or further up. */
function folderOf(from: string, name: string): string | undefined {
  const place = join(from, "node_modules", name);
  if (existsSync(join(place, "package.json"))) return realpathSync(place);
  return dirname(from) === from ? undefined : folderOf(dirname(from), name);
}
