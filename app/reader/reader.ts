import type { FrameSettings } from "../../kernel/sandbox/protocol.ts";
import { saidOf } from "../../lib/message/fault.ts";
import { preferredLanguage } from "../language/languages.ts";
import type { LiveNotebook } from "../live/live-notebook.ts";
import { ReaderBar } from "./bar.ts";
import { type Embedded, findEmbedded } from "./embedded.ts";
import type { Offline } from "./offline.ts";
import type { PageElements } from "./page-elements.ts";
import { readPreferences } from "./preferences.ts";
import { PublishedNotebook } from "./published-notebook.ts";
import { Stage } from "./stage.ts";
import type { Supply } from "./supply.ts";

/**
 * Brings a built page to life: the notebook starts in its frame with the outputs that stand in the page, and takes their
 * place once it stands just so. Without it, or where it fails, the page stays as it was built.
 */
export async function startReader(page: PageElements, supply: Supply, offline: Offline | null = null): Promise<void> {
  const bar = new ReaderBar(page, supply, offline);
  const embedded = findEmbedded(page);
  let live: LiveNotebook | null = null;
  try {
    const wanted = settings(embedded);
    const program = supply.program();
    // The frame starts while its program is on the way.
    const notebook = new PublishedNotebook(page, supply, program, wanted, embedded?.only ?? null);
    live = notebook.live;
    embedded?.follow(live, () => bar.apply());
    const packed = linkIn(location.hash);
    if (packed) await bar.took(notebook, packed);
    new Stage(page, live).open();
    live.addEventListener("settled", () => void offline?.keep(), { once: true });
    await program;
    bar.take(live);
    if (!embedded) bar.offerPresentation(live);
  } catch (error) {
    live?.dispose();
    bar.fail(saidOf(error));
  }
}

/** The packed link in the address of a built page; null if there is none. */
function linkIn(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, "")).get("with");
}

function settings(embedded: Embedded | null): FrameSettings {
  const kept = readPreferences();
  const theme = embedded ? embedded.theme : kept.theme;
  const language = embedded?.language ?? kept.language;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  return {
    theme: theme ?? (dark ? "dark" : "light"),
    language: language ?? preferredLanguage(navigator.languages),
    lazy: false,
    mode: "read",
    reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}
