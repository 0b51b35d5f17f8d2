import { join } from "node:path";
import { createServer } from "vite";
import { numericKernels } from "../../cli/serve/wasm.ts";

const root = join(import.meta.dirname, "../..");

/** Serves the sources and an empty page at /bench; `isolated` sends the headers under which a page has shared memory. */
export async function benchServer(isolated: boolean): Promise<{ address: string; close(): Promise<void> }> {
  const headers = isolated
    ? { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" }
    : {};
  const server = await createServer({
    configFile: false,
    root,
    cacheDir: join(root, "node_modules/.cache/yuheng-bench"),
    logLevel: "error",
    appType: "custom",
    plugins: [
      numericKernels(root),
      {
        name: "bench-page",
        configureServer({ middlewares }) {
          middlewares.use("/bench", (_request, response) => {
            for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
            response.setHeader("Content-Type", "text/html");
            response.end("<!doctype html><title>bench</title>");
          });
        },
      },
    ],
    optimizeDeps: { noDiscovery: true },
    server: { host: "127.0.0.1", port: 0, headers, hmr: false, watch: null },
  });
  await server.listen();
  return { address: server.resolvedUrls?.local[0] ?? "", close: () => server.close() };
}
