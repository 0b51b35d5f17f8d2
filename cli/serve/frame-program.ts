import { resolve } from "node:path";
import { build, type Plugin, type ViteDevServer } from "vite";

const FILE = "frame.js";

/** The module by which the frame's program takes in that of its workers of draws. */
const DRAWS = "virtual:draw-program";

/**
 * Builds the notebook frame's program: one classic script with everything in it, because the frame has an opaque origin
 * and fetches nothing. Served as `frame.js` beside the page; built anew when a file it was made of changes.
 */
export function frameProgram(root: string): Plugin {
  let program: Promise<string> | null = null;
  const sources = new Set<string>();
  const make = () => {
    program ??= buildFrameProgram(root, "app/frame/main.ts", sources).catch((error) => {
      program = null;
      throw error;
    });
    return program;
  };
  return {
    name: "yuheng:frame-program",
    configureServer(server: ViteDevServer) {
      void make().catch(() => {});
      // The page's folder is watched by itself; much of the frame lies beside it.
      server.watcher.add([resolve(root, "kernel"), resolve(root, "lib")]);
      server.watcher.on("change", (file) => {
        if (sources.has(file)) program = null;
      });
      server.middlewares.use(`/${FILE}`, async (_request, response, next) => {
        try {
          const text = await make();
          response.setHeader("Content-Type", "text/javascript; charset=utf-8");
          response.setHeader("Cache-Control", "no-cache");
          response.end(text);
        } catch (error) {
          next(error);
        }
      });
    },
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: FILE, source: await make() });
    },
  };
}

/** The program of a frame as one classic script; `sources` is filled with the files that it was made of. */
export async function buildFrameProgram(
  root: string,
  entry: "app/frame/main.ts" | "app/frame/main-reading.ts",
  sources: Set<string> = new Set(),
): Promise<string> {
  const own = new Set<string>();
  const code = await buildScript(root, entry, "YuhengFrame", own, [
    {
      // A frame of opaque origin starts classic workers from text only: their program is a text within its own.
      name: "yuheng:draw-program",
      resolveId: (id) => (id === DRAWS ? `\0${DRAWS}` : null),
      load: async (id) => {
        if (id !== `\0${DRAWS}`) return null;
        const program = await buildScript(root, "kernel/sampling/draw-program.ts", "YuhengDraws", own, []);
        return `export default ${JSON.stringify(program)};`;
      },
    },
  ]);
  sources.clear();
  for (const id of own) sources.add(id);
  return code;
}

/** One classic script of a module and all that it imports; the files it was made of join `sources`. */
async function buildScript(
  root: string,
  entry: string,
  name: string,
  sources: Set<string>,
  plugins: Plugin[],
): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      write: false,
      minify: true,
      target: "es2022",
      rollupOptions: { checks: { pluginTimings: false } },
      lib: { entry: resolve(root, entry), formats: ["iife"], name, fileName: name },
    },
    plugins: [
      ...plugins,
      {
        // Message ids are not the notebook's chance: they must not draw from its seeded stream. Lit's markers stand in the
        // outputs as comments: with a fixed one, the same notebook gives the same bytes.
        name: "yuheng:chance-of-libraries",
        transform: (code, id) =>
          id.includes("/comlink/")
            ? code.replaceAll("Math.random()", "globalThis.__yuhengRandom.real()")
            : id.includes("/lit-html/")
              ? code.replaceAll("Math.random()", "(0.5)")
              : null,
      },
      {
        name: "yuheng:frame-sources",
        buildEnd() {
          for (const id of this.getModuleIds()) if (!id.includes("node_modules")) sources.add(id.split("?")[0]!);
        },
      },
    ],
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !("output" in bundle)) throw new Error("The frame's program could not be built.");
  return bundle.output[0].code;
}
