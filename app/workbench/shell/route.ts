/** The current location in the page, written in the hash, so that a static host serves every address. */
export type Route =
  | { page: "library" }
  /** An invalid address, such as a truncated one. */
  | { page: "unreadable"; hash: string }
  | {
      page: "notebook";
      name: string;
      /** The slide at which it is presented, from 1. */
      slide?: number;
      /** The packed changes of a link, which are removed from the address when they are applied. */
      link?: string;
      /** Whether to open a copy of the user's own instead of the notebook itself. */
      copy?: true;
    };

/** Reads a hash such as `#/n/trade-transfer?slide=3`. An empty one is the library; an invalid one is `unreadable`. */
export function parseRoute(hash: string): Route {
  const [, name, query] = /^#\/n\/([^?]+)(?:\?(.*))?$/.exec(hash) ?? [];
  if (!name) return /^(#\/?)?$/.test(hash) ? { page: "library" } : { page: "unreadable", hash };
  try {
    const given = new URLSearchParams(query);
    const slide = Number(given.get("slide"));
    const link = given.get("with");
    return {
      page: "notebook",
      name: decodeURIComponent(name),
      ...(Number.isSafeInteger(slide) && slide > 0 ? { slide } : {}),
      ...(link ? { link } : {}),
      ...(given.has("copy") ? { copy: true } : {}),
    };
  } catch {
    return { page: "unreadable", hash };
  }
}

/** The address of a route, without a link's changes. */
export function writeRoute(route: Route): string {
  if (route.page === "library") return "#/";
  if (route.page === "unreadable") return route.hash;
  return `#/n/${route.name.split("/").map(encodeURIComponent).join("/")}${route.slide ? `?slide=${route.slide}` : ""}`;
}

/** The route at the start: without an address, a first visit opens the welcome notebook. */
export function firstRoute(hash: string, visited: boolean, names: readonly string[]): Route {
  if (hash === "" && !visited && names.includes("welcome")) return { page: "notebook", name: "welcome" };
  return parseRoute(hash);
}
