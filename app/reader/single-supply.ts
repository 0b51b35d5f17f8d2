import { embeddedAttribute, type PageData } from "../../kernel/integrity/page-data.ts";
import { partSupply, unpacked } from "./part-supply.ts";
import type { Supply } from "./supply.ts";

/** A page that is one file: what it runs on stands in it. No request leaves it, and it opens from a disk. */
export function singleSupply(data: PageData): Supply {
  return partSupply(data, async (name) =>
    unpacked(document.querySelector(`script[${embeddedAttribute}="${CSS.escape(name)}"]`)?.textContent),
  );
}
