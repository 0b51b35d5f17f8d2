import { css, html, nothing, type TemplateResult } from "lit";
import { isEmptyPatch } from "../../../kernel/document/patch/index.ts";
import { messages } from "../../../lib/message/message.ts";
import { fileActionTexts } from "../../actions/file-actions.ts";
import { notebookActionTexts } from "../../actions/notebook-actions.ts";
import { pageActionTexts } from "../../actions/page-actions.ts";
import { actionOf } from "../../actions/table.ts";
import { controls } from "../../design/controls.ts";
import { dialogStyle } from "../../design/dialog.ts";
import { icon } from "../../design/icons.ts";
import { showSentence } from "../../design/sentence.ts";
import { stateShape } from "../../design/state-shape.ts";
import { writeCount } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { showModal } from "../../live/modal-dialog.ts";
import { archivedFiles } from "../../session/archived-files.ts";
import { MAX_LINK_LENGTH } from "../../session/link-length.ts";
import { runAction } from "../shell/action-button.ts";
import { DialogElement } from "../shell/dialog-element.ts";
import { type BuildForm, buildCommand, embedding } from "./build-command.ts";
import "./copied-text.ts";
import type { CopiedText } from "./copied-text.ts";
import { type Shared, share } from "./link.ts";

export const shareTexts = messages("workbench.share", {
  title: { en: "Share this notebook", zh: "分享这个笔记本" },
  plain: { en: "This link opens the published notebook.", zh: "这个链接打开已发布的笔记本。" },
  holds: {
    en: "This link opens the published notebook and adds {inputs} {inputs:input|inputs} as set here and {cells} changed {cells:cell|cells}. Anyone who opens it can undo and reset that.",
    zh: "这个链接打开已发布的笔记本，并叠加：此处设定的 {inputs} 个输入值、{cells} 个改动过的单元格。打开者可以撤销或重置。",
  },
  values: {
    en: "This link opens the published notebook with {inputs} {inputs:input|inputs} as set here. Anyone who opens it can reset them.",
    zh: "这个链接打开已发布的笔记本，并采用此处设定的 {inputs} 个输入值。打开者可以重置。",
  },
  withEdits: { en: "With my changes to {cells} {cells:cell|cells}", zh: "包含我对 {cells} 个单元格的改动" },
  address: { en: "Link to this notebook", zh: "笔记本链接" },
  link: { en: "Link", zh: "链接" },
  single: { en: "One HTML file", zh: "单个 HTML 文件" },
  singleAbout: {
    en: "Texts, figures and tables as they are now, in one file that opens in any browser, offline. The notebook is in it, to be opened in Yuheng again.",
    zh: "把当前的文字、图和表合为一个文件，任何浏览器都能离线打开。笔记本也在其中，可用玉衡重新打开。",
  },
  interactiveAbout: {
    en: "To let readers change the inputs and compute in the file itself, with code and data:",
    zh: "若要让读者在文件中直接更改输入并计算（含代码与数据）：",
  },
  site: { en: "Static site", zh: "静态网站" },
  siteAbout: {
    en: "A folder for any web host. The page is complete without JavaScript, interactive with it, and can be embedded.",
    zh: "可放到任意网站主机的文件夹。没有 JavaScript 也能完整阅读，有则可交互，并可嵌入其他页面。",
  },
  embedAbout: {
    en: "To embed it in another page, add this markup there, with the address of your site; `cells` limits it to some cells:",
    zh: "若要嵌入其他网页，请在该网页中加入以下代码，并换成您网站的地址；可用 `cells` 限定单元格：",
  },
  embed: { en: "Markup for embedding", zh: "嵌入代码" },
  command: { en: "Command: {form}", zh: "命令：{form}" },
  runs: {
    en: "Run the command in the folder where you started Yuheng. It runs the notebook with your rights, outside of the sandbox: build only notebooks that you trust.",
    zh: "请在启动玉衡的文件夹中运行命令。它会以您的权限、在沙箱之外运行笔记本：只构建您信任的笔记本。",
  },
  saveFirst: {
    en: "Save first: the command reads the file, which does not contain your latest changes.",
    zh: "请先保存：命令读取的是文件，其中还没有您最近的改动。",
  },
  downloadFirst: {
    en: "Download the notebook file first, and run the command in the folder of the download, on a machine with Yuheng.",
    zh: "请先下载笔记本文件，然后在下载文件夹中、在装有玉衡的电脑上运行命令。",
  },
  file: { en: "Notebook file", zh: "笔记本文件" },
  fileAbout: {
    en: "The notebook itself, with your changes, to open in a workbench or in Observable Notebook Kit.",
    zh: "笔记本本身，包含您的改动，可在工作台或 Observable Notebook Kit 中打开。",
  },
  conversation: { en: "With the conversation in the Ask panel", zh: "包含“提问”面板中的对话" },
  archive: { en: "Notebook with its files", zh: "笔记本及其文件" },
  archiveAbout: {
    en: "An archive with the notebook, {files} {files:file|files} of yours and how they are read. Unpack it, and the notebook runs there: in a workbench on that folder, and by the commands above.",
    zh: "一个压缩包，含笔记本、您的 {files} 个文件及其读取方式。解压后，在该文件夹的工作台中或用上述命令即可运行。",
  },
  patch: { en: "Patch", zh: "补丁" },
  patchAbout: {
    en: "Only your changes, as readable text. Anyone who has the notebook can review them and choose what to apply.",
    zh: "只含您的改动，是可读的文本。拥有该笔记本的人可以审阅并选择采用哪些。",
  },
  patchNone: { en: "There are no changes to share yet.", zh: "还没有可发送的改动。" },
  tooLong: {
    en: "This is too long for a link: {length} characters, and many programs truncate addresses after {most}. Send a file or a patch instead.",
    zh: "内容太多，链接放不下：共 {length} 个字符，而许多程序会在 {most} 个字符处截断。请作为文件或补丁发送。",
  },
  own: {
    en: "This notebook is stored in this browser only, so it has no link. Send it as a file.",
    zh: "这个笔记本只在此浏览器中，没有链接可以到达。请作为文件发送。",
  },
  local: {
    en: "This address works on this machine alone. For others, publish the notebook or send the file.",
    zh: "这个地址只在本机有效。要给别人看，请发布笔记本或发送文件。",
  },
});

/** Ways to share the open notebook: an address with its inputs and changes, a page, a site, the file, a patch. */
export class Share extends DialogElement {
  static override properties = { edits: { state: true }, shown: { state: true }, files: { state: true } };
  static override styles = [
    controls,
    dialogStyle,
    css`
      :host {
        --dialog-width: 40rem;
      }
      .head {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--space-4);
      }
      section {
        padding: var(--space-3) 0;
        border-top: 1px solid var(--rule);
      }
      h3 {
        margin: 0 0 var(--space-1);
        font-size: var(--text-interface);
      }
      p {
        margin: 0 0 var(--space-2);
      }
      .advice {
        margin: var(--space-2) 0 0;
        color: var(--ink-muted);
        font-size: var(--text-small);
      }
      label.choice {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 2rem;
        margin: 0 0 var(--space-2);
      }
    `,
  ];

  /** Whether the address includes changes of cells. */
  declare private edits: boolean;
  declare private shown: boolean;
  /** The number of the notebook's own files. */
  declare private files: number;

  constructor() {
    super();
    this.edits = true;
    this.shown = false;
    this.files = 0;
  }

  async show(): Promise<void> {
    this.edits = true;
    this.files = 0;
    void this.#countFiles();
    this.shown = true;
    await this.updateComplete;
    showModal(this.dialog);
    const address = this.renderRoot.querySelector<CopiedText>("[data-form=link] yuheng-copied-text");
    await address?.updateComplete;
    address?.select();
  }

  async #countFiles(): Promise<void> {
    const { session } = this;
    if (session) this.files = (await archivedFiles(session.cells, session.attachments)).length;
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
    return html`<div class="head">
        <h2 id="title">${say(shareTexts.title())}</h2>
        <button class="tool" type="button" title=${say(pageActionTexts.close())} aria-label=${say(pageActionTexts.close())} @click=${() => this.close()}>
          ${icon("close")}
        </button>
      </div>
      ${section("link", say(shareTexts.link()), shared.address === null ? html`<p>${say(shareTexts.own())}</p>` : this.#renderAddress(shared, shared.address))}
      ${section(
        "single",
        say(shareTexts.single()),
        html`<p>${say(shareTexts.singleAbout())}</p>
          <p>
            <button class="button" type="button" @click=${() => runAction(actionOf("save-page"), this.workbench)}>
              ${icon("download")}${say(fileActionTexts.savePage())}
            </button>
          </p>
          <p>${say(shareTexts.interactiveAbout())}</p>
          ${this.#renderCommand("single", say(shareTexts.single()))}`,
      )}
      ${section(
        "site",
        say(shareTexts.site()),
        html`<p>${say(shareTexts.siteAbout())}</p>
          ${this.#renderCommand("site", say(shareTexts.site()))}
          <p class="advice">${say(this.#commandAdvice())}</p>
          <p>${showSentence(say(shareTexts.embedAbout()))}</p>
          <yuheng-copied-text code .label=${say(shareTexts.embed())} .text=${embedding(this.session?.name ?? "")}></yuheng-copied-text>`,
      )}
      ${section(
        "file",
        say(shareTexts.file()),
        html`<p>${say(shareTexts.fileAbout())}</p>
          ${this.#renderConversation()}
          <button class="button" type="button" @click=${() => runAction(actionOf("download"), this.workbench)}>
            ${icon("download")}${say(notebookActionTexts.download())}
          </button>`,
      )}
      ${
        this.files > 0
          ? section(
              "archive",
              say(shareTexts.archive()),
              html`<p>${say(shareTexts.archiveAbout({ files: this.files }))}</p>
                <button class="button" type="button" @click=${() => runAction(actionOf("save-archive"), this.workbench)}>
                  ${icon("download")}${say(fileActionTexts.saveArchive())}
                </button>`,
            )
          : nothing
      }
      ${section("patch", say(shareTexts.patch()), this.#renderPatch(isEmptyPatch(shared.patch)))}`;
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
            <yuheng-copied-text .label=${say(shareTexts.address())} .text=${address}></yuheng-copied-text>`
      }
      ${local && !long ? html`<p class="advice">${say(shareTexts.local())}</p>` : nothing}`;
  }

  /** What the command line makes: cells run there with the user's rights, which no page may cause with a press. */
  #renderCommand(form: BuildForm, name: string) {
    const { command } = buildCommand(this.session?.name ?? "", form);
    const label = say(shareTexts.command({ form: name }));
    return html`<yuheng-copied-text code .label=${label} .text=${command}></yuheng-copied-text>`;
  }

  /** What to know before running a command, which is the same for every form. */
  #commandAdvice() {
    if (!buildCommand(this.session?.name ?? "", "site").hasFile) return shareTexts.downloadFirst();
    return this.session?.autosave.saveState === "saved" ? shareTexts.runs() : shareTexts.saveFirst();
  }

  #renderPatch(isEmpty: boolean) {
    if (isEmpty) return html`<p>${say(shareTexts.patchNone())}</p>`;
    return html`<p>${say(shareTexts.patchAbout())}</p>
      <button class="button" type="button" @click=${() => runAction(actionOf("save-patch"), this.workbench)}>
        ${icon("save")}${say(fileActionTexts.savePatch())}
      </button>`;
  }

  /** The conversation is left out of what is saved here, unless the user ticks it. */
  #renderConversation() {
    const { session } = this;
    if (!session || session.conversation === null) return nothing;
    return html`<label class="choice">
      <input type="checkbox" .checked=${session.sharesDialogue} @change=${(event: Event) => {
        session.sharesDialogue = (event.target as HTMLInputElement).checked;
      }} />
      ${say(shareTexts.conversation())}
    </label>`;
  }

  #choose = (event: Event) => {
    this.edits = (event.target as HTMLInputElement).checked;
  };
}

function section(form: string, name: string, content: TemplateResult) {
  return html`<section data-form=${form} aria-labelledby=${`form-${form}`}>
    <h3 id=${`form-${form}`}>${name}</h3>
    ${content}
  </section>`;
}

customElements.define("yuheng-share", Share);
