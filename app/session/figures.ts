import { openStore } from "./store.ts";

/** A picture larger than this, in characters, is no preview. */
const LARGEST = 1_000_000;

/** Keeps the first figure of a notebook, as SVG text, for the library. */
export async function keepFigure(notebook: string, figure: string): Promise<void> {
  if (figure.length < LARGEST) await (await openStore())?.put("figures", figure, notebook).catch(() => {});
}

export async function keptFigure(notebook: string): Promise<string | undefined> {
  return (await openStore())?.get("figures", notebook);
}
