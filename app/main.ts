import { guardPage } from "../kernel/sandbox/trusted-types.ts";
import { saidOf } from "../lib/message/fault.ts";
import { saySentence } from "./language/sentence.ts";
import { say } from "./language/speech.ts";
import { openSession } from "./session/open-session.ts";
import { openWorkspace } from "./session/workspace.ts";
import { App } from "./workbench/app.ts";
import { Page } from "./workbench/page.ts";
import { findStorage, PreferenceStore } from "./workbench/preferences.ts";
import { SessionController } from "./workbench/session-controller.ts";
import { SystemSettings } from "./workbench/system-settings.ts";

guardPage();

const preferences = new PreferenceStore(findStorage(), navigator.languages);
const system = new SystemSettings();

try {
  const app = new App();
  app.workbench = new Page(await openWorkspace(), new SessionController(openSession), preferences, system);
  document.body.append(app);
} catch (error) {
  const sentence = document.createElement("p");
  sentence.className = "plain";
  sentence.textContent = say("library.failed", { reason: saySentence(saidOf(error)) });
  document.body.append(sentence);
}
