import { WorkbenchElement } from "./workbench-element.ts";

/** An element of the page that contains one dialog. */
export abstract class DialogElement extends WorkbenchElement {
  protected get dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }

  /** Returns false if it was not open. */
  close(): boolean {
    const { open } = this.dialog;
    this.dialog.close();
    return open;
  }
}
