import type { IntervalName } from "../../lib/uncertainty/coverage/coverage.ts";

/** A text that names 95 %, a confidence or the quantiles that belong to them, and what allows it to. */
export interface Claim {
  /** The text, as it stands in the file. */
  readonly text: RegExp;
  /** The files in which it may stand, from the root; everywhere if left out. */
  readonly where?: RegExp;
  /** The intervals whose coverage was tested, or why the text claims none. */
  readonly because: string | readonly IntervalName[];
}

const GUIDELINES = "says how the width of an input is stated, as Vol 1 Ch 3 of the guidelines does";

export const claims: readonly Claim[] = [
  {
    text: /\b(?:no|not an?) (?:confidence interval|(?:interval of )?95 %(?: interval)?)|不是\*{0,2} ?(?:置信区间|95 % 区间)|没有置信区间|而非置信区间/,
    because: "says of bounds that they are no such interval",
  },
  {
    text: /95 % of (?:the )?(?:\$\{[^}]*\} )?draws|95 % ?的抽样|次抽样的 95 %|(?:抽样)?居中的? ?95 %(?: 的抽样)?|[Tt]he middle 95 %|95 % 抽样的范围/,
    because: "counts draws",
  },
  {
    text: /(?:2\.5 %? ?(?:–|and the|and|与) ?)?97\.5 %/,
    because: "names a quantile of draws, of a law or of resamples",
  },

  // What a person states of an input.
  {
    text: /(?:half|halves|half-width) of (?:the|its|an?)? ?95 % intervals?|[Hh]alf-widths of the 95 % intervals|the ends of the 95 % interval|95 % 区间的两端|Half of the 95 % interval|half of the interval of 95 %|halves of 95 % intervals/,
    because: GUIDELINES,
  },
  { text: /95 ?% ?(?:置信)?区间(?:的一半|的半宽|宽度的一半)/, because: GUIDELINES },
  {
    text: /\(95 % interval\)|（95 % 区间）|Your assumption for the 95 % interval|自设的 95 % 区间/,
    where: /^kernel\/proposals\/marking|^app\/frame\/uncertainty\/texts/,
    because: GUIDELINES,
  },
  {
    text: /95 % bounds?|95 % 界限|95 % interval is|95 % 区间为/,
    where: /^lib\/uncertainty\/distributions\//,
    because: GUIDELINES,
  },
  { text: /95 % bounds|(?<=lo and hi \()95 % bounds/, where: /^kernel\/cell\/names\/help/, because: GUIDELINES },
  {
    text: /stated 95 % interval|给出的 95 % 区间|a 95 % interval that a row states|(?:or|to be) a 95 % interval|95 % 区间（95 % interval）|"95 % interval"/,
    where: /^lib\/panorama\/(?:account|row-error|tools\/ladder)/,
    because: "names bounds that the caller states of a row",
  },
  {
    text: /95 % confidence|置信水平 95 %|half of 95 %|95 % 的一半/,
    where: /^notebooks\/lesson-uncertainty/,
    because: "teaches what the guidelines call the width of an input and of a result",
  },
  {
    text: /95 % probability|以 95 % 概率包含真值/,
    where: /^notebooks\/welcome/,
    because: "says of a range of editions that it holds the truth with no such probability",
  },

  // What was held against published figures.
  {
    text: /(?:[Ll]ower|[Uu]pper) 95 % bound|95 % 下限|95 % 上限|95 % bounds|95 % 界限/,
    where: /^lib\/(?:factors|inventory)\/|^datasets\/catalogue/,
    because: ["default factor of the IPCC"],
  },
  {
    text: /95 % interval of a further member|有 95 % 的概率|with 95 % probability/,
    where: /^lib\/uncertainty\/tools\/ensemble|^notebooks\/global-budget/,
    because: ["a further model of an ensemble"],
  },
  {
    text: /95 % interval(?: of (?:a part|what was drawn))?|what 95 % may be said of|interval of 95 %|± \(95 %\)|±（95 %）|(?:抽样部分的 )?95 % 区间/,
    where: /^lib\/(?:panorama|indicators)\/|^notebooks\/(?:panorama|how-sure-is-the-balance)/,
    because: ["fossil CO2 of the world", "land-use change of the world", "modelled transfer of another gas"],
  },
  {
    text: /lie within 95 % of this law|居中的 95 % 之内/,
    where: /^kernel\/proposals\/candidates/,
    because: "gives the coverage itself, whatever it is",
  },

  // Of draws and fits alone: their truth is known in tests.
  {
    text: /confidence intervals?|置信区间/,
    where: /^lib\/uncertainty\/(?:propagation\/propagation|tools\/propagate)/,
    because: "how well so many draws know a quantile: holds it in 93 to 97 % of seeded trials (propagation.test.ts)",
  },
  {
    text: /more than chance explains \(95 %\)|偶然所能解释（95 %）/,
    where: /^lib\/industry\/tools\/calibrate-flowsheet/,
    because: "the level of a test on residuals",
  },
  { text: /the central 95 %/, where: /library\.d\.ts$/, because: "quantiles of draws" },

  // No interval at all.
  {
    text: /up to 95 %|累计95%|of the 95 % of Vol 1 Ch 4|make up 95 % of the inventory|清单的 95 % 来自/,
    where: /^lib\/inventory\/tools\/|^notebooks\/inventory-country/,
    because: "the share of an inventory that its key categories make up",
  },
  {
    text: /in place of the tables' 95 %(?: intervals)?|代替各表的 95 % 区间|1 sigma, 95 %, range of models/,
    where: /^lib\/natural\//,
    because: "says what a source states, where something else is given",
  },
  {
    text: /.*/,
    where: /^kernel\/agent\/(?:lexicon|intents)\//,
    because: "words of a question, and what is computed from the level that it names",
  },
  { text: /95 % in 2027/, where: /^datasets\/catalogue/, because: "a factor of the border adjustment" },
];
