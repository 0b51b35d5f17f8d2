import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readRegularText } from "../../kernel/headless/regular-file.ts";
import { type LeftOut, registrySettings } from "./registry-settings.ts";

/** A package that could not be had, as a sentence. */
export class AddError extends Error {
  override name = "AddError";
}

/** A package that npm has installed. */
export interface InstalledPackage {
  readonly name: string;
  /** Lines of the folder's `.npmrc` that were not followed. */
  readonly leftOut: readonly LeftOut[];
  /** From where each folder of a package came: the address of a registry or another host; null for a file or folder of this machine. */
  readonly origins: ReadonlyMap<string, string | null>;
}

/** Settings that are ours whatever files and the environment say: no program that they name is started, and nothing is installed elsewhere. */
const OURS = [
  "--ignore-scripts",
  "--install-links",
  "--omit=dev",
  "--git=git",
  "--location=project",
  "--global=false",
  // Its record says from where each package came.
  "--omit-lockfile-registry-resolved=false",
];

/** A user, or a script of npm that calls this, may have told it to say nothing. */
const QUIET = ["--no-audit", "--no-fund", "--loglevel=error"];

/**
 * Lets npm install a package into a folder that is ours, without running any script of it. npm finds it by the settings of this user,
 * and by the registries that the `.npmrc` of the current folder names. Rejects with AddError.
 */
export async function installPackage(wanted: string, folder: string): Promise<InstalledPackage> {
  await writeFile(join(folder, "package.json"), '{"private": true}\n');
  const settings = registrySettings(await readRegularText(".npmrc").catch(() => ""));
  await writeFile(join(folder, ".npmrc"), settings.text);
  await npm(["install", ...OURS, ...QUIET, wanted], folder, wanted);
  const { dependencies = {} } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const [name] = Object.keys(dependencies);
  if (name === undefined) throw new AddError(`npm installed nothing for “${wanted}”.`);
  return { name, leftOut: settings.leftOut, origins: await originsIn(folder) };
}

/** From where npm has taken the packages of a folder, by its own record. */
async function originsIn(folder: string): Promise<Map<string, string | null>> {
  const { packages = {} } = JSON.parse(await readFile(join(folder, "node_modules/.package-lock.json"), "utf8"));
  const entries: Readonly<Record<string, { resolved?: unknown }>> = packages;
  // A package in the archive of another has no address of its own.
  const resolvedOf = (path: string): unknown =>
    entries[path]?.resolved ??
    (path === "" ? null : resolvedOf(path.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, "")));
  return new Map(Object.keys(entries).map((path) => [join(folder, path), originOf(resolvedOf(path))]));
}

/** The host that gave a package, without what names the package, and without credentials. */
function originOf(resolved: unknown): string | null {
  if (typeof resolved !== "string" || !URL.canParse(resolved)) return null;
  const { protocol, host } = new URL(resolved);
  return host === "" ? null : `${protocol}//${host}`;
}

async function npm(args: readonly string[], cwd: string, wanted: string): Promise<void> {
  // npm names its own program to what it starts; on Windows it is otherwise found only by a shell.
  const { npm_execpath: program } = process.env;
  const own = program !== undefined && /npm-cli\.c?js$/.test(program);
  const [command, ...first] = own ? [process.execPath, program] : ["npm"];
  const shell = !own && process.platform === "win32";
  const quoted = shell ? args.map((each) => `"${each}"`) : args;
  const child = spawn(command!, [...first, ...quoted], { cwd, shell, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "ENOENT"
          ? new AddError("npm is needed to add a package, and was not found. It comes with Node.")
          : error,
      ),
    );
    child.on("close", resolve);
  });
  if (code !== 0) throw new AddError(npmFailure(said, wanted));
}

/** Codes with which npm says that it did not reach a registry. */
const UNREACHED =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/;

/** Why npm did not install a package, as a sentence. */
export function npmFailure(said: string, wanted: string): string {
  if (/\bE404\b/.test(said)) return `npm knows no package “${wanted}”. Is its name right?`;
  if (/\bETARGET\b/.test(said)) return `npm knows no such version: “${wanted}”. "npm view" lists those that there are.`;
  if (UNREACHED.test(said)) {
    return `npm could not get “${wanted}”: it reached no registry. Adding a package needs the network once; notebooks then run without it. An archive of the package (./NAME.tgz) can be added without a network.`;
  }
  const lines = said.split("\n").map((line) => line.replace(/^npm (?:error|ERR!)\s*/i, "").trim());
  const reason = lines.filter((line) => line !== "" && !/^code |complete log|npm warn/i.test(line))[0];
  return `npm could not install “${wanted}”${reason ? `: ${reason.replace(/\.$/, "")}` : ""}.`;
}
