/** Where in the page one is; it stands in the hash, so that a static host serves every address. */
export type Route =
  | { page: "library" }
  /** An address that leads nowhere, such as half of one. */
  | { page: "unreadable"; hash: string }
  | {
      page: "notebook";
      name: string;
      /** The slide at which it is presented, from 1. */
      slide?: number;
      /** What a link puts on top of it, packed. Once that is done, it stands in the address no more. */
      link?: string;
      /** Whether a copy of the person's own is wanted rather than the notebook itself. */
      copy?: true;
    };

/** Reads a hash such as `#/n/trade-transfer?slide=3`. An empty one is the library; of one that cannot be read, the page says so. */
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

/** The address of a place, without what a link put on top of it. */
export function writeRoute(route: Route): string {
  if (route.page === "library") return "#/";
  if (route.page === "unreadable") return route.hash;
  return `#/n/${encodeURIComponent(route.name)}${route.slide ? `?slide=${route.slide}` : ""}`;
}

/** Where the first look goes: with no address given, a first visit opens the welcome notebook, alive. */
export function firstRoute(hash: string, visited: boolean, names: readonly string[]): Route {
  if (hash === "" && !visited && names.includes("welcome")) return { page: "notebook", name: "welcome" };
  return parseRoute(hash);
}
