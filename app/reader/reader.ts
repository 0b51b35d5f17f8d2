import type { FrameSettings } from "../../kernel/sandbox/protocol.ts";
import { messageOf } from "../../lib/message/fault.ts";
import { preferredLanguage } from "../language/languages.ts";
import type { LiveNotebook } from "../live/live-notebook.ts";
import type { Assets } from "./assets.ts";
import { ReaderBar } from "./bar.ts";
import { type Embedded, findEmbedded } from "./embedded.ts";
import { Hydration } from "./hydration.ts";
import type { Offline } from "./offline.ts";
import type { PageElements } from "./page-elements.ts";
import { readPreferences } from "./preferences.ts";
import { Presentation } from "./presentation.ts";
import { PublishedNotebook } from "./published-notebook.ts";
import { linkIn } from "./shared-link.ts";

/**
 * Hydrates a built page: the notebook starts in its frame with the page's outputs, and replaces them once it shows the same. If
 * it fails, the page stays as it was built.
 */
export async function startReader(page: PageElements, assets: Assets, offline: Offline | null = null): Promise<void> {
  const bar = new ReaderBar(page, assets, offline);
  const embedded = findEmbedded(page);
  let live: LiveNotebook | null = null;
  try {
    const wanted = settings(embedded);
    const program = assets.program();
    // The frame starts while its program is loaded.
    const notebook = new PublishedNotebook(page, assets, program, wanted, embedded?.only ?? null);
    live = notebook.live;
    embedded?.follow(live, () => bar.apply());
    const packed = linkIn(location.hash);
    if (packed) bar.applyLink(notebook, packed);
    new Hydration(page, live).start();
    live.addEventListener("settled", () => void offline?.keep(), { once: true });
    await program;
    bar.connect(live, embedded ? null : new Presentation(page, live));
  } catch (error) {
    live?.dispose();
    bar.fail(messageOf(error));
  }
}

function settings(embedded: Embedded | null): FrameSettings {
  const preferences = readPreferences();
  const theme = embedded ? embedded.theme : preferences.theme;
  const language = embedded?.language ?? preferences.language;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  return {
    theme: theme ?? (dark ? "dark" : "light"),
    language: language ?? preferredLanguage(navigator.languages),
    lazy: false,
    mode: "read",
    reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}
