import type { FrameSettings } from "../../kernel/sandbox/protocol.ts";
import { messageOf } from "../../lib/message/fault.ts";
import { preferredLanguage } from "../language/languages.ts";
import { pageMemory } from "../live/input-memory.ts";
import type { LiveNotebook } from "../live/live-notebook.ts";
import type { Assets } from "./assets.ts";
import { ReaderBar } from "./bar.ts";
import { type Embedded, findEmbedded } from "./embedded.ts";
import { Hydration } from "./hydration.ts";
import type { Offline } from "./offline.ts";
import type { PageElements } from "./page-elements.ts";
import { readPreferences } from "./preferences.ts";
import { PublishedNotebook } from "./published-notebook.ts";
import { readerTexts } from "./texts.ts";

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
    const notebook = new PublishedNotebook(
      page,
      assets,
      program,
      wanted,
      embedded ? null : pageMemory(() => linkIn(location.hash)),
      embedded?.only ?? null,
    );
    live = notebook.live;
    embedded?.follow(live, () => bar.apply());
    live.addEventListener("barred", () => bar.fail(readerTexts.barred()));
    // A frame that was only slow.
    live.addEventListener("started", () => bar.recover());
    const packed = linkIn(location.hash);
    if (packed) await bar.applyLink(notebook, packed);
    new Hydration(page, live, (destination) => void bar.leave(notebook.live, destination)).start();
    live.addEventListener("settled", () => void offline?.keep(), { once: true });
    await program;
    bar.connect(live);
    if (!embedded) void bar.offerPresentation(live);
  } catch (error) {
    live?.dispose();
    bar.fail(messageOf(error));
  }
}

/** The packed link in the address of a built page; null if there is none. */
function linkIn(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, "")).get("with");
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
    code: !embedded && preferences.code,
    reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}
