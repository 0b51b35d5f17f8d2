import { type PageData, partCall } from "../../kernel/integrity/page-data.ts";
import type { Assets } from "./assets.ts";
import { partAssets, unpacked } from "./part-assets.ts";

/**
 * The assets of a page embedded in another one. Its origin is opaque, and a host without CORS serves it only classic scripts. So
 * its assets are classic scripts next to it, each of which passes one file. Their names are full hashes, which only the page
 * contains, so that another site cannot load them without knowing the page.
 */
export function embeddedAssets(data: PageData): Assets {
  return partAssets(data, async (name) => unpacked(await load(data.parts[name])));
}

async function load(address: string | undefined): Promise<string | null> {
  if (address === undefined) return null;
  const script = document.createElement("script");
  const received = new Promise<string | null>((resolve) => {
    waiting.set(nameIn(address), resolve);
    script.onerror = () => resolve(null);
  });
  script.src = address;
  document.head.append(script);
  const text = await received;
  script.remove();
  waiting.delete(nameIn(address));
  return text;
}

const waiting = new Map<string, (text: string) => void>();

function nameIn(address: string): string {
  return /([\w-]+)\.js$/.exec(address)?.[1] ?? address;
}

Object.assign(globalThis, { [partCall]: (name: string, text: string) => waiting.get(name)?.(text) });
