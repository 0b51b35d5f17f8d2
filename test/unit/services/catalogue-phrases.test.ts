import { expect, test } from "vitest";
import { originOf } from "../../../kernel/services/catalogue-phrases.ts";
import { declared } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { catalogue } from "../datasets/shipped.ts";

const { datasets } = catalogue;
const origins = datasets.map((entry) => originOf(entry));

/** Names of publishers and publications, which are written the same in every language. */
const names = [
  "World Input-Output Database (WIOD consortium, University of Groningen)",
  "European Commission, Joint Research Centre (JRC)",
  "European Commission, Joint Research Centre (EDGAR)",
  "Global Carbon Project",
  "Intergovernmental Panel on Climate Change (IPCC)",
  "Yuheng Notebook",
  "FAO, Global Forest Resources Assessment",
  "NOAA Global Monitoring Laboratory",
  "Community Emissions Data System (CEDS), Joint Global Change Research Institute, PNNL",
  "UNFCCC secretariat, IFI Technical Working Group on GHG accounting",
  "UK Department for Energy Security and Net Zero / DEFRA",
  "US Environmental Protection Agency",
  "US Bureau of Economic Analysis (Trade in Value Added)",
  "Climate TRACE",
  "FAO; Our World in Data",
  "Global Carbon Project; Robbie M. Andrew, CICERO",
  "MCS 1996-2022, MYB 2017, MCS 2026",
  "US Energy Information Administration",
  "US Geological Survey, National Minerals Information Center",
  "World Bank",
  "World Bank; Groningen Growth and Development Centre",
  "Association of Issuing Bodies (AIB), Grexel",
  "Global Carbon Budget 2023 v1.0",
  "Global Carbon Budget 2024 v1.0",
  "Global Carbon Budget 2024",
  "Global Carbon Budget 2025 v1.0",
  "world-atlas 2.0.2",
  "v2.0, 2020-05-06",
  "2021 v3.1",
  "National Renewable Energy Laboratory, US Life Cycle Inventory Database (Federal LCA Commons)",
  "US Environmental Protection Agency, Federal LCA Commons",
  "LIVEN lab, Universitat Autonoma de Barcelona (WindTrace)",
  "FY21 Q3 (2021-10-03)",
  "d74d45b (2026-08-21)",
  "fc5f26c (2025-04-23)",
  "6d47da3 (2025-12-09)",
  "634cdc1 (2026-05-15)",
  "660b72b (2026-08-17)",
  "European Commission, DG TAXUD",
  "European Parliament and Council",
  "POSTED (Potsdam Institute, P. C. Verpoort and contributors)",
  "UK Department for Energy Security and Net Zero; Defra",
  "US Environmental Protection Agency, Center for Corporate Climate Leadership",
  "Board of Governors of the Federal Reserve System",
  "US Bureau of Labor Statistics",
  "2024, version 1.1",
  "15 January 2025",
];

test("Phrases of the catalogue about an origin are Chinese for a Chinese reader; names and identifiers stay", () => {
  const left = origins.flatMap((origin) =>
    Object.values(origin).filter((text) => typeof text === "string" && /\s/.test(text)),
  );
  expect([...new Set(left)].sort()).toEqual(names.sort());
  const phrase = origins.find(({ licence }) => typeof licence !== "string" && writeMessage(licence).includes("CC0"));
  expect(writeMessage(phrase!.licence, { tag: "zh-CN" })).toBe("公有领域（美国政府作品，CC0）");
});

test("English readers read the catalogue as it is", () => {
  expect(
    origins.map(({ publisher, vintage, licence }) => [publisher, vintage, licence].map((text) => writeMessage(text))),
  ).toEqual(datasets.map(({ publisher, vintage, licence }) => [publisher, vintage, licence]));
});

test("No phrase is left from a dataset that is gone", () => {
  const phrases = [...declared].filter(([code]) => code.startsWith("catalogue.")).map(([, { en }]) => en);
  const stated = new Set(datasets.flatMap(({ publisher, vintage, licence }) => [publisher, vintage, licence]));
  expect(phrases.filter((text) => !stated.has(text))).toEqual([]);
});
