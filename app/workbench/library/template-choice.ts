import { css, html } from "lit";
import { messages } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { dialogStyle } from "../../design/dialog.ts";
import { say } from "../../language/speech.ts";
import { showModal } from "../../live/modal-dialog.ts";
import { type TemplateName, templates } from "../../session/templates.ts";
import { DialogElement } from "../shell/dialog-element.ts";

export const templateTexts = messages("workbench.templates", {
  title: { en: "New notebook", zh: "新建笔记本" },
  cancel: { en: "Cancel", zh: "取消" },
  blank: { en: "Blank", zh: "空白" },
  blankAbout: { en: "A title and a first paragraph.", zh: "一个标题和一段开头。" },
  inventory: { en: "Inventory", zh: "清单" },
  inventoryAbout: {
    en: "Emissions as activity × factor, line by line, with IPCC default factors.",
    zh: "逐行以活动数据乘排放因子计算排放，采用 IPCC 缺省因子。",
  },
  product: { en: "Product", zh: "产品" },
  productAbout: {
    en: "The footprint of a product from its bill of materials, with what to answer before a review.",
    zh: "由物料清单得出产品碳足迹，并列出评审前应回答的问题。",
  },
  trade: { en: "Trade", zh: "贸易" },
  tradeAbout: {
    en: "Production and consumption emissions of a region, and its trade partners.",
    zh: "一个地区的生产端与消费端排放，以及它的贸易伙伴。",
  },
  lesson: { en: "Lesson", zh: "课程" },
  lessonAbout: {
    en: "An exercise that checks the answer, gives hints and shows the solution.",
    zh: "一道练习：检查答案、给出提示并显示解答。",
  },
});

/** The dialog in which a new notebook is made from a template. */
export class TemplateChoice extends DialogElement {
  static override styles = [
    controls,
    dialogStyle,
    css`
      :host {
        --dialog-width: 34rem;
      }
      ul {
        display: grid;
        gap: var(--space-3);
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
        margin: var(--space-4) 0;
        padding: 0;
        list-style: none;
      }
      .template {
        display: block;
        width: 100%;
        height: 100%;
        padding: var(--space-3) var(--space-4);
        text-align: left;
        color: var(--ink);
        background: var(--paper);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
      }
      .template:hover {
        border-color: var(--rule-strong);
        background: var(--hover);
      }
      strong {
        display: block;
        margin-bottom: var(--space-1);
      }
      .template span {
        color: var(--ink-muted);
        line-height: 1.4;
      }
      .end {
        display: flex;
        justify-content: end;
      }
    `,
  ];

  async show(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    showModal(this.dialog);
  }

  protected override render() {
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event("closed"))}>
      <h2 id="title">${say(templateTexts.title())}</h2>
      <ul>
        ${templates.map(
          (name) => html`<li>
            <button class="template" type="button" data-template=${name} @click=${() => this.#choose(name)}>
              <strong>${say(templateTexts[name]())}</strong>
              <span>${say(templateTexts[`${name}About`]())}</span>
            </button>
          </li>`,
        )}
      </ul>
      <div class="end">
        <button class="button" type="button" @click=${() => this.close()}>${say(templateTexts.cancel())}</button>
      </div>
    </dialog>`;
  }

  #choose(name: TemplateName): void {
    this.close();
    this.workbench.createNotebook(name);
  }
}

customElements.define("yuheng-template-choice", TemplateChoice);
