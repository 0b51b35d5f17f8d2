import type { Lock } from "../../kernel/integrity/lock.ts";
import { lockId, narrowest, type PageData } from "../../kernel/integrity/page-data.ts";
import { pageDataId } from "../../kernel/markup/json-script.ts";
import type { Publication, PublishedCell } from "../../kernel/sandbox/protocol.ts";

/** The parts of a built page. */
export interface PageElements {
  readonly data: PageData;
  /** The container of the notebook: first as it was built, then running. */
  readonly place: HTMLElement;
  /** The notebook as it was built. */
  readonly built: HTMLElement;
  /** The bar above it, for the commands that need a script. */
  readonly tools: HTMLElement;
}

/** Finds the parts of the page. Throws if it is not a complete built page. */
export function pageElements(): PageElements {
  const text = document.getElementById(pageDataId)?.textContent;
  const place = document.getElementById("notebook");
  const built = place?.querySelector<HTMLElement>(".built");
  const tools = document.getElementById("reader-tools");
  if (!text || !place || !built || !tools) throw new Error("This page is not whole: build it anew.");
  const lock = JSON.parse(document.getElementById(lockId)?.textContent ?? "null") as Lock;
  return { data: { ...JSON.parse(text), lock } as PageData, place, built, tools };
}

/** The outputs of the page for the width of this window. */
export function publicationOf({ data, built }: PageElements): Omit<Publication, "changed"> {
  const narrow = matchMedia(narrowest).matches;
  const cells: PublishedCell[] = data.cells.map(({ id, dormant, steps }) => {
    // Direct children only: an output may contain elements that look like parts of the page.
    const cell = built.querySelector(`:scope > main > #cell-${id}`);
    const output = cell?.querySelector(":scope > .body > .output");
    const made = output?.querySelector(narrow ? ":scope > .made-narrow" : ":scope > .made-wide") ?? output;
    return {
      id,
      dormant,
      steps: [...steps],
      html: made?.innerHTML ?? "",
      code: cell?.querySelector(":scope > .body > .code .read-code")?.innerHTML ?? "",
    };
  });
  return { language: data.language, width: narrow ? data.widths.narrow : data.widths.wide, cells };
}
