import { nothing, unsafeCSS } from "lit";
import { controls } from "../../design/controls.ts";
import style from "../../stage/slide-controls.css?inline";
import { slideControls } from "../../stage/slide-controls.ts";
import { WorkbenchElement } from "./workbench-element.ts";

/** The controls below a slide in the workbench. */
export class Presenter extends WorkbenchElement {
  static override styles = [controls, unsafeCSS(style)];

  protected override render() {
    const { session, workbench } = this;
    return session ? slideControls(workbench, session.slides) : nothing;
  }
}

customElements.define("yuheng-presenter", Presenter);
