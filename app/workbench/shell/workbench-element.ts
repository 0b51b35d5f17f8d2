import { LitElement, type PropertyDeclarations } from "lit";
import type { Workbench } from "../../actions/action.ts";
import { speech } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import { Watcher } from "./watcher.ts";

/** An element of the page: renders when the language, the workbench or the open notebook changes. */
export abstract class WorkbenchElement extends LitElement {
  static override properties: PropertyDeclarations = {
    workbench: { attribute: false },
    session: { attribute: false },
  };

  declare workbench: Workbench;
  declare session: Session | null;

  constructor() {
    super();
    this.session = null;
    new Watcher(this, () => speech);
    new Watcher(this, () => this.workbench?.changes);
    new Watcher(this, () => this.session);
  }
}
