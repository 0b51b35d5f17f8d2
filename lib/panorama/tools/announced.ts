import { z } from "zod";
import { defineTool } from "../../tool/tool.ts";
import { announcedExportsShape, announcedIn, announcedShape } from "../announced.ts";

export const panoramaAnnounced = defineTool({
  name: "panorama.announced",
  title: { en: "What Panshi·Yuheng 1.0 announced", zh: "磐石·玉衡1.0公布的数值" },
  summary: {
    en: "The announced differences between panoramic accounting and the IPCC's production side for 2022, and the claim on exported wind and solar goods: to be compared with your own figures, not used in them.",
    zh: "已公布的2022年全景核算与IPCC生产端之差，以及风光产品出口的减排说法：供对照，不参与计算。",
  },
  input: z.object({ region: z.string().describe("An ISO 3166 alpha-3 code, or all.") }),
  output: z.object({
    figures: z.array(announcedShape),
    exports: announcedExportsShape,
  }),
  assumptions: ["Figures as reported in the press; tables, metric, boundary and code are not public."],
  references: ["Chinese Academy of Sciences, announcement of 8 April 2026, as reported by Xinhua."],
  datasets: ["panorama_announced"],
  async run({ region }, _work, read) {
    const { figures, exports } = announcedIn(await read("panorama_announced"));
    return { figures: figures.filter((figure) => region === "all" || figure.region === region), exports };
  },
});
