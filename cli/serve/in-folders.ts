import type { IncomingMessage } from "node:http";
import { refuse } from "./answer.ts";
import { FileRefused } from "./confined-file.ts";
import { refuseFailed } from "./guard.ts";
import type { NotebookFolder, NotebookFolders } from "./notebook-folders.ts";
import { InvalidName } from "./notebook-store.ts";
import type { Route } from "./routes.ts";

/**
 * Passes each request on to the route of the folder in which its notebook lies. An address of the form `/NOTEBOOK` then names the
 * notebook as it is named in its folder; in one with `?beside=NOTEBOOK` the path is that of a file beside it.
 */
export function inFolders(folders: NotebookFolders, routeOf: (place: NotebookFolder) => Route): Route {
  const routes = new Map<string, Route>();
  const pass = async (request: IncomingMessage): Promise<Route> => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const beside = url.searchParams.get("beside");
    const place = await folders.folderOf(beside ?? nameIn(url));
    if (beside === null) request.url = `/${encodeURIComponent(place.name)}${url.search}`;
    const route = routes.get(place.folder) ?? routeOf(place);
    routes.set(place.folder, route);
    return route;
  };
  return (request, response, next) => {
    pass(request).then(
      (route) => route(request, response, next),
      (error) => {
        if (error instanceof InvalidName) return refuse(response, 400, error.said);
        if (error instanceof FileRefused) return refuse(response, 403, error.said);
        refuseFailed(response);
      },
    );
  };
}

/** Empty for a malformed address, which the route refuses. */
function nameIn({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return "";
  }
}
