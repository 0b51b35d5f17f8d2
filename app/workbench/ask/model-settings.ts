import { css, html, nothing } from "lit";
import { messages } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { say } from "../../language/speech.ts";
import { pageModel } from "../../session/model-choice.ts";
import { Watcher } from "../shell/watcher.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";

const texts = messages("workbench.model", {
  none: { en: "Model: off", zh: "模型：关闭" },
  named: { en: "Model: {model}", zh: "模型：{model}" },
  loading: { en: "Model: loading…", zh: "模型：正在载入……" },
  about: {
    en: "A language model is asked only where the words of a question are not understood here. It sees the question and the names of tools and datasets, and nothing of the notebook but a cell that you put into the question. It computes nothing: cells do.",
    zh: "仅当此处无法理解提问时才询问语言模型。模型只能看到提问以及工具和数据集的名称；除您附在提问中的单元格外，看不到笔记本。数值由单元格计算，不由模型给出。",
  },
  group: { en: "Language model", zh: "语言模型" },
  off: { en: "Off", zh: "关闭" },
  server: { en: "Of this server", zh: "本服务器的模型" },
  noServer: {
    en: "This server forwards to no model. Start it with --llm to have one.",
    zh: "本服务器未接入模型。启动时加上 --llm 即可接入。",
  },
  file: { en: "File from disk (GGUF)", zh: "磁盘上的文件（GGUF）" },
  fileAbout: {
    en: "It runs in this page. The file is read where it is and goes nowhere.",
    zh: "模型在本页面中运行，文件只在本机读取，不会上传。",
  },
});

/** Which language model may be asked: none, one of the page's server, or one in a file of the reader's disk. */
export class ModelSettings extends WorkbenchElement {
  static override properties = { models: { state: true } };
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        font-size: var(--text-small);
      }
      summary {
        min-height: 1.5rem;
        color: var(--ink-muted);
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      p {
        margin: var(--space-1) 0;
        color: var(--ink-muted);
      }
      fieldset {
        display: grid;
        gap: var(--space-2);
        margin: 0;
        padding: 0;
        border: none;
      }
      label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        min-height: 1.5rem;
      }
      input[type="file"] {
        max-width: 100%;
      }
      .problem {
        color: var(--state-failed);
      }
    `,
  ];

  /** The models of the server; null before they are known. */
  declare private models: readonly string[] | null;

  constructor() {
    super();
    this.models = null;
    new Watcher(this, () => pageModel);
  }

  protected override render() {
    const { place, provider, isLoading, problem } = pageModel;
    const summary = isLoading ? texts.loading() : provider ? texts.named({ model: provider.model }) : texts.none();
    return html`<details @toggle=${this.#onToggle}>
        <summary>${say(summary)}</summary>
        <p>${say(texts.about())}</p>
        <fieldset>
          <legend class="visually-hidden">${say(texts.group())}</legend>
          <label
            ><input type="radio" name="model" .checked=${place === "off"} @change=${() => pageModel.turnOff()} />${say(texts.off())}</label
          >
          ${this.#renderServer(place === "server")}
          <label>
            ${say(texts.file())}
            <input type="file" accept=".gguf" aria-describedby="file-about" @change=${this.#onFile} />
          </label>
          <p id="file-about">${say(texts.fileAbout())}</p>
        </fieldset>
      </details>
      ${problem ? html`<p class="problem" role="alert">${say(problem)}</p>` : nothing}`;
  }

  #renderServer(isChosen: boolean) {
    const { models } = this;
    if (models === null) return nothing;
    if (models.length === 0) return html`<p>${say(texts.noServer())}</p>`;
    return models.map(
      (model) => html`<label
        ><input
          type="radio"
          name="model"
          .checked=${isChosen && pageModel.provider?.model === model}
          @change=${() => void pageModel.useServer(model)}
        />${say(texts.server())}: ${model}</label
      >`,
    );
  }

  /** The server is asked for its models when somebody looks. */
  #onToggle = async (event: Event) => {
    if (!(event.target as HTMLDetailsElement).open || this.models !== null) return;
    const { serverModels } = await import("../../session/model-server.ts");
    this.models = await serverModels();
  };

  #onFile = (event: Event) => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) void pageModel.useFile(file);
  };
}

customElements.define("yuheng-model-settings", ModelSettings);
