import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { createServer, type HtmlTagDescriptor, type Plugin, type ViteDevServer } from "vite";
import configuration from "../../vite.config.ts";
import { builtWorkbench } from "../built-workbench.ts";
import { types } from "./built-site.ts";

/** What the built page has as files, and the server need not make. */
const built = ["yuheng:frame-program", "yuheng:declarations"];

/**
 * The server of `npm start` with the page as it is built: a test opens it in half of the time, because the browser fetches a
 * dozen files and not three hundred. What answers beside the page (notebooks, datasets, the database, headers) is the same.
 */
function builtPage(folder: string, others: readonly Plugin[]): Plugin {
  return {
    name: "yuheng-test:built-page",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const address = decodeURIComponent((request.url ?? "/").split("?")[0]!);
        if (address === "/" || address === "/index.html") {
          response.setHeader("Content-Type", "text/html; charset=utf-8");
          response.end(startPage(readFileSync(join(folder, "index.html"), "utf8"), others, server));
          return;
        }
        const path = join(folder, address);
        const own = /^\/(assets|typing)\/[^/]+$/.test(address) || /^\/[\w-]+\.js$/.test(address);
        if (!own || !existsSync(path)) return next();
        response.setHeader("Content-Type", types[extname(path)] ?? "application/octet-stream");
        response.setHeader("Content-Length", statSync(path).size);
        createReadStream(path).pipe(response);
      });
    },
  };
}

/** The page with what the server's own parts put into it. */
function startPage(html: string, plugins: readonly Plugin[], server: ViteDevServer): string {
  let page = html;
  for (const { name, transformIndexHtml: hook } of plugins) {
    if (!hook) continue;
    const handler = typeof hook === "function" ? hook : hook.handler;
    const made = (handler as (html: string, context: object) => string | HtmlTagDescriptor[] | undefined)(page, {
      server,
      path: "/index.html",
      filename: "index.html",
    });
    if (typeof made !== "string") throw new Error(`${name} gives the page something else than a text.`);
    page = made;
  }
  return page;
}

const all = (configuration.plugins ?? []) as Plugin[];
const isolation = all.findIndex(({ name }) => name === "yuheng:isolation");
if (isolation < 0) throw new Error("The server has no part named yuheng:isolation any more.");
const rest = all.filter(({ name }) => !built.includes(name));
// After the headers of every answer, and before all that answers.
rest.splice(isolation + 1, 0, builtPage(await builtWorkbench(), all));
const server = await createServer({
  ...configuration,
  configFile: false,
  appType: "custom",
  plugins: rest,
  optimizeDeps: { noDiscovery: true, include: [] },
  server: { ...configuration.server, port: Number(process.env.PORT), strictPort: true, hmr: false, watch: null },
});
await server.listen();
