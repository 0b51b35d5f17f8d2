import { messages } from "../../../lib/message/message.ts";

/** Texts of the footers of figures. */
export const figureFooterTexts = messages("frame.figure", {
  tools: { en: "This figure", zh: "此图" },
  svg: { en: "SVG", zh: "SVG" },
  svgLabel: { en: "Save as SVG", zh: "保存为 SVG" },
  png: { en: "PNG", zh: "PNG" },
  pngLabel: { en: "Save as PNG", zh: "保存为 PNG" },
  data: { en: "Data", zh: "数据" },
  dataLabel: { en: "Save the data", zh: "保存数据" },
  csv: { en: "CSV (spreadsheet)", zh: "CSV（电子表格）" },
  arrow: { en: "Arrow (programs)", zh: "Arrow（程序）" },
  table: { en: "Table", zh: "表格" },
  which: { en: "Rows", zh: "数据行" },
  columns: { en: "{columns} ({rows} {rows:row|rows})", zh: "{columns}（{rows} 行）" },
  uncertainty: { en: "Uncertainty of this figure", zh: "此图的不确定性" },
  trail: { en: "Trail", zh: "溯源" },
  trailLabel: { en: "Where this figure comes from", zh: "此图的来源与计算过程" },
  failed: { en: "This figure could not be saved: {reason}", zh: "无法保存此图：{reason}" },
  tooLarge: {
    en: "it is {width} × {height} pixels, more than a browser can draw. Save it as SVG.",
    zh: "图幅为 {width} × {height} 像素，超出浏览器的绘制能力。请保存为 SVG。",
  },
  ready: { en: "The file is ready. Press again to save it.", zh: "文件已就绪，请再按一次以保存。" },
  untitled: { en: "figure", zh: "图" },
});
