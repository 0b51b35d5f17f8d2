import { type Message, messages } from "../../../lib/message/message.ts";

const texts = messages("names", {
  package: {
    en: '`{name}` loads {package} from the network, which a notebook does not have. Add the package by `npx yuheng add {package}`, and import it: `import … from "npm:{package}"`.',
    zh: '`{name}` 需从网络加载 {package}，而笔记本不能访问网络。请用 `npx yuheng add {package}` 添加该软件包，再导入：`import … from "npm:{package}"`。',
  },
  sample: {
    en: '`{name}` is a sample dataset of Observable, which does not ship. Save it beside the notebook, and read it: `FileAttachment("{name}.csv").csv({typed})`.',
    zh: '`{name}` 是 Observable 的示例数据集，此处不附带。请将其保存在笔记本旁再读取：`FileAttachment("{name}.csv").csv({typed})`。',
  },
  database: {
    en: "`{name}` asks a database elsewhere, and a notebook has no network. Query the notebook's own by `sql`, and tables of your own by `DuckDBClient.of`.",
    zh: "`{name}` 需要访问别处的数据库，而笔记本不能访问网络。请用 `sql` 查询笔记本自带的数据库，用 `DuckDBClient.of` 查询您自己的表。",
  },
  interpreter: {
    en: "`Interpreter` runs programs in other languages, which a notebook does not. Save what they give beside the notebook, and read it by `FileAttachment`.",
    zh: "`Interpreter` 用于运行其他语言的程序，而笔记本不运行它们。请将其结果保存在笔记本旁，用 `FileAttachment` 读取。",
  },
  connection: {
    en: "`{name}` opens a connection, and a notebook has no network. Save the data beside the notebook, and read them by `FileAttachment`.",
    zh: "`{name}` 会打开网络连接，而笔记本不能访问网络。请将数据保存在笔记本旁，用 `FileAttachment` 读取。",
  },
  storage: {
    en: "`{name}` is refused to a notebook, which has no storage. Keep values in cells and inputs.",
    zh: "笔记本不能使用 `{name}`：它没有存储。请将值保存在单元格和输入控件中。",
  },
  page: {
    en: "`{name}` is there only in a browser. Open the notebook in the workbench to run this cell.",
    zh: "`{name}` 只在浏览器中存在。请在工作台中打开笔记本来运行此单元格。",
  },
  sqlite: {
    en: '`SQLite` is the library behind a client, which a notebook has instead: `FileAttachment("data.db").sqlite()`.',
    zh: '`SQLite` 是客户端背后的库，笔记本提供的是客户端：`FileAttachment("data.db").sqlite()`。',
  },
});

/** Names of Observable's standard library that are packages; `require` takes any. */
const packages: Readonly<Record<string, string>> = {
  _: "lodash",
  aq: "arquero",
  Arrow: "apache-arrow",
  duckdb: "@duckdb/duckdb-wasm",
  echarts: "echarts",
  L: "leaflet",
  mapboxgl: "mapbox-gl",
  mermaid: "mermaid",
  React: "react",
  ReactDOM: "react-dom",
  vg: "@uwdata/vgplot",
  vl: "vega-lite-api",
  require: "NAME",
};

const samples: ReadonlySet<string> = new Set(
  "aapl alphabet cars citywages diamonds flare industries miserables olympians penguins pizza weather".split(" "),
);

const storages: ReadonlySet<string> = new Set("caches indexedDB localStorage sessionStorage".split(" "));

const connections: ReadonlySet<string> = new Set("EventSource WebSocket XMLHttpRequest".split(" "));

/** Names of browsers that a command has not. */
const ofPages: ReadonlySet<string> = new Set(
  "AudioContext Audio createImageBitmap FontFace GPU ImageBitmap MediaRecorder OffscreenCanvas OfflineAudioContext showOpenFilePicker speechSynthesis SpeechSynthesisUtterance".split(
    " ",
  ),
);

/** What to use instead of a name that every notebook of Observable or every page has, and none here; undefined for any other name. */
export function nameElsewhere(name: string): Message | undefined {
  if (Object.hasOwn(packages, name)) return texts.package({ name, package: packages[name]! });
  if (samples.has(name)) return texts.sample({ name, typed: "{typed: true}" });
  if (storages.has(name)) return texts.storage({ name });
  if (connections.has(name)) return texts.connection({ name });
  if (ofPages.has(name)) return texts.page({ name });
  switch (name) {
    case "DatabaseClient":
      return texts.database({ name });
    case "Interpreter":
      return texts.interpreter();
    case "SQLite":
      return texts.sqlite();
    default:
      return undefined;
  }
}
