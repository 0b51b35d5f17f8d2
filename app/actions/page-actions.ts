import { messages } from "../../lib/message/message.ts";
import { languages } from "../language/languages.ts";
import { panelActionTexts, panels } from "../preferences/panels.ts";
import type { Session } from "../session/contract.ts";
import type { Action } from "./action.ts";
import { codeActionTexts, codeKeys, showCode } from "./code-action.ts";

export const pageActionTexts = messages("actions.page", {
  palette: { en: "All actions", zh: "全部操作" },
  read: { en: "Reading view", zh: "阅读视图" },
  rail: { en: "Notebooks and outline", zh: "笔记本与大纲" },
  panel: { en: "Side panel", zh: "侧面板" },
  themeLight: { en: "Light theme", zh: "浅色主题" },
  themeDark: { en: "Dark theme", zh: "深色主题" },
  themeSystem: { en: "System theme", zh: "跟随系统主题" },
  help: { en: "Help", zh: "帮助" },
  library: { en: "All notebooks", zh: "全部笔记本" },
  importDatabase: { en: "Import a database…", zh: "导入数据库…" },
  importFolder: { en: "Import a folder of data sets…", zh: "导入数据集文件夹…" },
  new: { en: "New notebook", zh: "新建笔记本" },
  fromTemplate: { en: "New from template…", zh: "从模板新建…" },
  close: { en: "Close", zh: "关闭" },
});

const always = () => true;
const open = (session: Session | null) => session !== null;

/** For each tab of the side panel an action with the same id, which shows it. */
const panelActions = panels.map(
  ({ id, icon }) =>
    ({
      id,
      group: "view",
      keys: [],
      label: panelActionTexts[id](),
      icon,
      when: open,
      run: ({ showTab }) => showTab(id),
    }) as const satisfies Action,
);

/** For each language an action that chooses it. */
const languageActions = languages.map(
  ({ tag, name }) =>
    ({
      id: languageAction(tag),
      group: "page",
      keys: [],
      label: name,
      icon: "language",
      when: always,
      run: ({ prefer }) => prefer({ language: tag }),
      pressed: ({ preferences }) => preferences.language === tag,
    }) as const satisfies Action,
);

/** The action that chooses a language, named by the first part of its tag. */
export function languageAction(tag: string): `language-${string}` {
  return `language-${tag.split("-")[0]!}`;
}

/** The actions on the page: its panels, appearance and navigation. */
export const pageActions = [
  {
    id: "read",
    group: "view",
    keys: ["mod+e"],
    label: pageActionTexts.read(),
    icon: "read",
    when: open,
    run: ({ session, prefer }) => prefer({ mode: session?.settings.mode === "read" ? "edit" : "read" }),
    pressed: ({ session }) => session?.settings.mode === "read",
  },
  {
    id: showCode,
    group: "view",
    keys: codeKeys,
    places: ["page", "cell"],
    label: codeActionTexts.show(),
    icon: "code",
    when: open,
    run: ({ session, prefer }) => prefer({ code: !session?.settings.code }),
    pressed: ({ session }) => session?.settings.code ?? false,
  },
  {
    id: "rail",
    group: "view",
    keys: ["mod+b"],
    label: pageActionTexts.rail(),
    icon: "rail",
    when: open,
    run: ({ toggleRail }) => toggleRail(),
  },
  {
    id: "panel",
    group: "view",
    keys: ["mod+j"],
    label: pageActionTexts.panel(),
    icon: "panel",
    when: open,
    run: ({ togglePanel }) => togglePanel(),
  },
  ...panelActions,
  {
    id: "theme-light",
    group: "page",
    keys: [],
    label: pageActionTexts.themeLight(),
    icon: "sun",
    when: always,
    run: ({ prefer }) => prefer({ theme: "light" }),
    pressed: ({ preferences }) => preferences.theme === "light",
  },
  {
    id: "theme-dark",
    group: "page",
    keys: [],
    label: pageActionTexts.themeDark(),
    icon: "moon",
    when: always,
    run: ({ prefer }) => prefer({ theme: "dark" }),
    pressed: ({ preferences }) => preferences.theme === "dark",
  },
  {
    id: "theme-system",
    group: "page",
    keys: [],
    label: pageActionTexts.themeSystem(),
    icon: "system",
    when: always,
    run: ({ prefer }) => prefer({ theme: "system" }),
    pressed: ({ preferences }) => preferences.theme === "system",
  },
  ...languageActions,
  {
    id: "library",
    group: "page",
    keys: [],
    label: pageActionTexts.library(),
    icon: "library",
    when: open,
    run: ({ openLibrary }) => openLibrary(),
  },
  {
    id: "import-database",
    group: "page",
    keys: [],
    label: pageActionTexts.importDatabase(),
    icon: "data",
    when: always,
    run: ({ importDatabase }) => importDatabase(),
  },
  {
    id: "import-folder",
    group: "page",
    keys: [],
    label: pageActionTexts.importFolder(),
    icon: "data",
    when: always,
    run: ({ importFolder }) => importFolder(),
  },
  {
    id: "new",
    group: "page",
    keys: [],
    label: pageActionTexts.new(),
    icon: "add",
    when: always,
    run: ({ createNotebook }) => createNotebook(),
  },
  {
    id: "new-from-template",
    group: "page",
    keys: [],
    label: pageActionTexts.fromTemplate(),
    icon: "add",
    takesKeyboard: true,
    when: always,
    run: ({ openTemplates }) => openTemplates(),
  },
  {
    id: "palette",
    group: "page",
    keys: ["mod+k"],
    label: pageActionTexts.palette(),
    icon: "palette",
    takesKeyboard: true,
    when: always,
    run: ({ openPalette }) => openPalette(),
  },
  {
    id: "help",
    group: "page",
    keys: ["?"],
    label: pageActionTexts.help(),
    icon: "help",
    takesKeyboard: true,
    yieldsToTyping: true,
    when: always,
    run: ({ openHelp }) => openHelp(),
  },
  {
    id: "close",
    group: "page",
    keys: ["escape"],
    label: pageActionTexts.close(),
    icon: "close",
    when: always,
    run: ({ close }) => close(),
  },
] as const satisfies readonly Action[];
