import type { WantedSettings } from "./contract.ts";
import { openSession } from "./open-session.ts";

/** How long a notebook may take to make its first figure. */
const TIMEOUT_MS = 20_000;

const settings: WantedSettings = {
  theme: "light",
  language: "en",
  lazy: false,
  mode: "read",
  code: false,
  reducedMotion: true,
};

let last: Promise<unknown> = Promise.resolve();

/**
 * The first figure of a notebook that has not been opened here yet: it runs once in a hidden frame, in its sandbox. One
 * notebook at a time, and none before the page is idle.
 */
export function makeFirstFigure(name: string): Promise<string | null> {
  const figure = last.then(untilIdle).then(() => runForFigure(name));
  last = figure.catch(() => null);
  return figure;
}

function untilIdle(): Promise<unknown> {
  return new Promise((resolve) =>
    typeof requestIdleCallback === "function" ? requestIdleCallback(resolve) : setTimeout(resolve, 200),
  );
}

async function runForFigure(name: string): Promise<string | null> {
  const session = await openSession(name, settings, () => false);
  const place = document.createElement("div");
  place.inert = true;
  place.ariaHidden = "true";
  place.style.cssText = "position:fixed;left:-2000px;top:0;width:900px;height:1200px;visibility:hidden";
  document.body.append(place);
  try {
    return await new Promise((resolve) => {
      const giveUp = () => resolve(null);
      setTimeout(giveUp, TIMEOUT_MS);
      // A notebook that the user opens needs the processor.
      addEventListener("hashchange", giveUp, { once: true });
      session.addEventListener("figure", (event) => resolve((event as CustomEvent<string | null>).detail));
      session.mount(place);
      // As wide as the column of an open notebook, so that the figure has the same proportions.
      place.querySelector("iframe")!.style.cssText = "width:100%;height:100%;border:0";
    });
  } finally {
    session.dispose();
    place.remove();
  }
}
