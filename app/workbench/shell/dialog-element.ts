import { WorkbenchElement } from "./workbench-element.ts";

/** An element of the page that is one dialog. */
export abstract class DialogElement extends WorkbenchElement {
  protected get dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }

  /** False where it was not open. */
  close(): boolean {
    const { open } = this.dialog;
    this.dialog.close();
    return open;
  }
}
