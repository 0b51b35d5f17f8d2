import { type PageData, partCall } from "../../kernel/integrity/page-data.ts";
import { partSupply, unpacked } from "./part-supply.ts";
import type { Supply } from "./supply.ts";

/**
 * A page that stands in another one, fenced off from it and from its own site: it has no origin, and a host without CORS gives
 * it nothing but classic scripts. Its parts lie beside it as such, each of which hands over one file. Their names are whole
 * hashes, which only the page knows, so that another site cannot ask for them unless it was given them.
 */
export function embeddedSupply(data: PageData): Supply {
  return partSupply(data, async (name) => unpacked(await load(data.parts[name])));
}

async function load(address: string | undefined): Promise<string | null> {
  if (address === undefined) return null;
  const script = document.createElement("script");
  const given = new Promise<string | null>((resolve) => {
    waiting.set(nameIn(address), resolve);
    script.onerror = () => resolve(null);
  });
  script.src = address;
  document.head.append(script);
  const text = await given;
  script.remove();
  waiting.delete(nameIn(address));
  return text;
}

const waiting = new Map<string, (text: string) => void>();

function nameIn(address: string): string {
  return /([\w-]+)\.js$/.exec(address)?.[1] ?? address;
}

Object.assign(globalThis, { [partCall]: (name: string, text: string) => waiting.get(name)?.(text) });
