import { css, html, nothing } from "lit";
import { isEmptyPatch } from "../../../kernel/document/patch/index.ts";
import { messages } from "../../../lib/message/message.ts";
import { fileActionTexts } from "../../actions/file-actions.ts";
import { notebookActionTexts } from "../../actions/notebook-actions.ts";
import { pageActionTexts } from "../../actions/page-actions.ts";
import { actionOf } from "../../actions/table.ts";
import { controls } from "../../design/controls.ts";
import { dialogStyle } from "../../design/dialog.ts";
import { icon } from "../../design/icons.ts";
import { stateShape } from "../../design/state-shape.ts";
import { writeCount } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { MAX_LINK_LENGTH } from "../../session/link-length.ts";
import { runAction } from "../shell/action-button.ts";
import { DialogElement } from "../shell/dialog-element.ts";
import { showModal } from "../shell/modal-dialog.ts";
import { type Shared, share } from "./link.ts";

export const shareTexts = messages("workbench.share", {
  title: { en: "Share this notebook", zh: "分享这个笔记本" },
  plain: { en: "This link opens the notebook as it is published.", zh: "这个链接打开已发布的笔记本。" },
  holds: {
    en: "This link opens the notebook as it is published and puts on top: {inputs} {inputs:input|inputs} as set here, {cells} changed {cells:cell|cells}. Whoever opens it can undo and reset that.",
    zh: "这个链接打开已发布的笔记本，并叠加：此处设定的 {inputs} 个输入值、{cells} 个改动过的单元格。打开者可以撤销或重置。",
  },
  values: {
    en: "This link opens the notebook as it is published, with {inputs} {inputs:input|inputs} as set here. Whoever opens it can reset them.",
    zh: "这个链接打开已发布的笔记本，并采用此处设定的 {inputs} 个输入值。打开者可以重置。",
  },
  withEdits: { en: "With my changes to {cells} {cells:cell|cells}", zh: "包含我对 {cells} 个单元格的改动" },
  address: { en: "Link to this notebook", zh: "笔记本链接" },
  copy: { en: "Copy", zh: "复制" },
  copied: { en: "Copied", zh: "已复制" },
  tooLong: {
    en: "This is too much for a link: {length} characters, and many programs cut an address after {most}. Send it as a file or as a patch.",
    zh: "内容太多，链接放不下：共 {length} 个字符，而许多程序会在 {most} 个字符处截断。请作为文件或补丁发送。",
  },
  own: {
    en: "This notebook is in this browser only, so no link leads to it. Send it as a file.",
    zh: "这个笔记本只在此浏览器中，没有链接可以到达。请作为文件发送。",
  },
  local: {
    en: "This address works on this machine alone. For others, publish the notebook or send the file.",
    zh: "这个地址只在本机有效。要给别人看，请发布笔记本或发送文件。",
  },
});

/** Ways to share the open notebook: an address with its inputs and changes, a file, a patch. */
export class Share extends DialogElement {
  static override properties = { edits: { state: true }, copied: { state: true }, shown: { state: true } };
  static override styles = [
    controls,
    dialogStyle,
    css`
      :host {
        --dialog-width: 36rem;
      }
      .head {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--space-4);
      }
      p {
        margin: 0 0 var(--space-3);
      }
      .advice {
        color: var(--ink-muted);
      }
      .address {
        display: flex;
        gap: var(--space-2);
        margin: 0 0 var(--space-3);
      }
      .address input {
        flex: 1;
        min-width: 0;
        text-overflow: ellipsis;
      }
      label.choice {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 2rem;
        margin: 0 0 var(--space-2);
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        padding-top: var(--space-3);
        border-top: 1px solid var(--rule);
      }
    `,
  ];

  /** Whether the address includes changes of cells. */
  declare private edits: boolean;
  declare private copied: boolean;
  declare private shown: boolean;

  constructor() {
    super();
    this.edits = true;
    this.copied = false;
    this.shown = false;
  }

  async show(): Promise<void> {
    this.edits = true;
    this.copied = false;
    this.shown = true;
    await this.updateComplete;
    showModal(this.dialog);
    this.renderRoot.querySelector<HTMLInputElement>(".address input")?.select();
  }

  protected override render() {
    return html`<dialog
      aria-labelledby="title"
      @close=${() => {
        this.shown = false;
        this.dispatchEvent(new Event("closed"));
      }}
    >
      ${this.shown && this.session ? this.#renderShared(share(this.session, location.href, this.edits)) : nothing}
    </dialog>`;
  }

  #renderShared(shared: Shared) {
    const changed = !isEmptyPatch(shared.patch);
    return html`<div class="head">
        <h2 id="title">${say(shareTexts.title())}</h2>
        <button class="tool" type="button" title=${say(pageActionTexts.close())} aria-label=${say(pageActionTexts.close())} @click=${() => this.close()}>
          ${icon("close")}
        </button>
      </div>
      ${shared.address === null ? html`<p>${say(shareTexts.own())}</p>` : this.#renderAddress(shared, shared.address)}
      <div class="ways">
        <button class="button" type="button" @click=${() => runAction(actionOf("download"), this.workbench)}>
          ${icon("download")}${say(notebookActionTexts.download())}
        </button>
        ${
          changed
            ? html`<button class="button" type="button" @click=${() => runAction(actionOf("save-patch"), this.workbench)}>
                ${icon("save")}${say(fileActionTexts.savePatch())}
              </button>`
            : nothing
        }
      </div>`;
  }

  #renderAddress({ inputs, edits }: Shared, address: string) {
    const long = address.length > MAX_LINK_LENGTH;
    const counts = { inputs, cells: this.edits ? edits : 0 };
    const local = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname) || location.protocol === "file:";
    return html`${
      edits > 0
        ? html`<label class="choice">
            <input type="checkbox" .checked=${this.edits} @change=${this.#choose} />
            ${say(shareTexts.withEdits({ cells: edits }))}
          </label>`
        : nothing
    }
      ${
        long
          ? html`<p role="status">
              <span class="state stale">${stateShape("stale")}</span>
              ${say(shareTexts.tooLong({ length: writeCount(address.length), most: writeCount(MAX_LINK_LENGTH) }))}
            </p>`
          : html`<p>${counts.inputs + counts.cells === 0 ? say(shareTexts.plain()) : counts.cells === 0 ? say(shareTexts.values(counts)) : say(shareTexts.holds(counts))}</p>
            <div class="address">
              <input class="field" type="text" readonly aria-label=${say(shareTexts.address())} .value=${address} />
              <button class="button primary" type="button" @click=${() => this.#copy(address)}>
                ${say(this.copied ? shareTexts.copied() : shareTexts.copy())}
              </button>
            </div>`
      }
      ${local && !long ? html`<p class="advice">${say(shareTexts.local())}</p>` : nothing}`;
  }

  #choose = (event: Event) => {
    this.edits = (event.target as HTMLInputElement).checked;
    this.copied = false;
  };

  async #copy(address: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      // The clipboard API exists only in secure contexts.
      this.renderRoot.querySelector<HTMLInputElement>(".address input")?.select();
      document.execCommand("copy");
    }
    this.copied = true;
  }
}

customElements.define("yuheng-share", Share);
