import { config } from "zod/mini";
import { guardPage } from "../kernel/markup/trusted-types.ts";
import { messageOf } from "../lib/message/fault.ts";
import { isFrameAction } from "./actions/frame-actions.ts";
import { loadWords } from "./language/languages.ts";
import { say } from "./language/speech.ts";
import { findStorage, PreferenceStore } from "./preferences/preferences.ts";
import { openSession } from "./session/open-session.ts";
import { openWorkspace } from "./session/workspace.ts";
import { libraryTexts } from "./workbench/library/library-texts.ts";
import { App } from "./workbench/shell/app.ts";
import { Page } from "./workbench/shell/page.ts";
import { type OpenSession, SessionController } from "./workbench/shell/session-controller.ts";
import { SystemSettings } from "./workbench/shell/system-settings.ts";

guardPage();
// The page's policy lets no text become code, as schemas that are loaded later would try for speed.
config({ jitless: true });

const preferences = new PreferenceStore(findStorage(), navigator.languages);
const system = new SystemSettings();
const open: OpenSession = (name, settings) => openSession(name, settings, isFrameAction);

try {
  // The words of the chosen language are loaded first, so that no other language is shown.
  await loadWords(preferences.current.language);
  const app = new App();
  app.workbench = new Page(await openWorkspace(), new SessionController(open), preferences, system);
  document.body.append(app);
} catch (error) {
  const sentence = document.createElement("p");
  sentence.className = "plain";
  sentence.textContent = say(libraryTexts.failed({ reason: messageOf(error) }));
  document.body.append(sentence);
}
