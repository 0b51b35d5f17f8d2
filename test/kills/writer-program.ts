import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";

/** Builds one of these programs into a file that Node runs as it is: hundreds of them are started. */
export async function buildProgram(source: "notebook-writer" | "notebook-rounds"): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), "yuheng-program-"));
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    root: import.meta.dirname,
    build: {
      ssr: join(import.meta.dirname, `${source}.ts`),
      outDir,
      target: "node20",
      rollupOptions: { output: { entryFileNames: "program.mjs" } },
    },
  });
  return join(outDir, "program.mjs");
}
