import { openStore } from "./store.ts";

/** Most characters of a figure that is stored as a preview. */
const MAX_CHARACTERS = 1_000_000;

/** Stores the first figure of a notebook, as SVG text, for the library. */
export async function storeFigure(notebook: string, figure: string): Promise<void> {
  if (figure.length < MAX_CHARACTERS) await (await openStore())?.put("figures", figure, notebook).catch(() => {});
}

export async function storedFigure(notebook: string): Promise<string | undefined> {
  return (await openStore())?.get("figures", notebook);
}
