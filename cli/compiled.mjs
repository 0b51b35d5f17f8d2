// Compiles the command of a clone once for its very sources. Plain JavaScript, because it runs before anything is compiled.
import { pathToFileURL } from "node:url";
import { builds, compiledKey, compiledModule, sources } from "../kernel/headless/compiled.mjs";
import { registerTypeScript } from "../kernel/headless/typescript.mjs";
import { root } from "./installation/setup.mjs";

/** So many are kept, the last used: a server that runs loads parts of its own only when they are needed. */
const KEPT = 12;

/** The address of the compiled command; null if it cannot be compiled or kept, so that tsx must run its sources. */
export async function compiledCommand() {
  const main = compiledModule("main") ?? (await compile());
  return main && pathToFileURL(main).href;
}

async function compile() {
  const unregister = registerTypeScript();
  const { NODE_ENV } = process.env;
  try {
    const [{ compileCommand }, { cachedBuild }] = await Promise.all([
      import("./package/command-bundle.ts"),
      import("./serve/build-cache.ts"),
    ]);
    const key = compiledKey(root);
    const build = async (folder) => {
      await compileCommand(root, folder, sources);
      if (compiledKey(root) !== key) throw new Error("The sources changed while they were compiled.");
    };
    await cachedBuild(builds, key, build, KEPT);
    return compiledModule("main");
  } catch {
    // A folder that cannot be written, or a source that is wrong, about which tsx says more.
    return null;
  } finally {
    // A build of Vite says “production” to all that this process starts or loads after it.
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
    await unregister();
  }
}
