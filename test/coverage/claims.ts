import type { IntervalName } from "../../lib/uncertainty/coverage/coverage.ts";

/** A text that claims a probability, exactness, or all of something, and what allows it to. */
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

  {
    text: /Completeness: categories not estimated|完整性：未估算/,
    where: /^lib\/account\/report\/asked-fields/,
    because: "the name of a field of the report, in which the missing categories are listed",
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
    text: /up to 95 %|累计95%|of the 95 % of Vol 1 Ch 4|make up 95 % of what is estimated|已估算部分的 95 % 来自/,
    where: /^lib\/inventory\/tools\/|^notebooks\/inventory-country/,
    because: "the share of what is estimated that key categories make up",
  },
  {
    text: /in place of the tables' 95 %(?: intervals)?|代替各表的 95 % 区间|1 sigma, 95 %, range of models/,
    where: /^lib\/natural\//,
    because: "says what a source states, where something else is given",
  },
  {
    text: /.*/,
    where: /^lib\/dialogue\/(?:lexicon|intents)\//,
    because: "words of a question, and what is computed from the level that it names",
  },
  { text: /95 % in 2027/, where: /^datasets\/catalogue/, because: "a factor of the border adjustment" },

  // Bounds and words that claim no probability. The code's own “interval” and “exact” are fields.
  {
    text: /\b(?:no|not an?|nor an?|and no|or an?|has no|have no|deviation, or a|standard deviation,) (?:confidence )?intervals?\b|\*\*not\*\* an interval|range and not an interval|ranges, not intervals|\bno interval of (?:the total|uncertainty)|不是(?:不确定)?区间|不是的区间|没有区间|而非区间|得不到区间|不足以给出(?:标准差或)?区间/,
    because: "says of bounds that they are no interval",
  },
  {
    text: /\b[Hh]al(?:f|ves) (?:of )?(?:the|an) intervals?|区间(?:之半|半宽)/,
    where: /^lib\/(?:inventory|mrio)\//,
    because: GUIDELINES,
  },
  {
    text: /[Ii]ntervals?|区间/,
    where: /^lib\/industry\/(?:calibration|tools\/calibrat)/,
    because:
      "bounds of a fit by Student's t, at the level of the call: hold what readings were made with (calibration/flowsheet.test.ts)",
  },
  {
    text: /intervals?|区间/,
    where: /^lib\/(?:uncertainty\/tools\/sobol|industry\/tools\/key-links)/,
    because: "of an index over draws: holds it in 93 to 97 % of seeded trials (sensitivity.test.ts)",
  },
  {
    text: /lognormal interval/,
    where: /^lib\/inventory\/tools\/uncertainty/,
    because: "the other reading of the same stated widths, in Approach 1 of the guidelines",
  },
  {
    text: /only one of what is estimated|(?:are not in|is in|The) (?:the )?interval(?: is of what is estimated)?|区间(?:不包含这些行|只含因子的误差)|只有已估算部分的区间/,
    where: /^lib\/inventory\/(?:national|tools\/national)/,
    because: "of the lines that are estimated and state an error, as the sentence says",
  },
  {
    text: /an interval from five on|standard deviation, interval and|the interval by the others|interval of a further member|标准差、区间和/,
    where: /^lib\/uncertainty\/tools\/ensemble/,
    because: ["a further model of an ensemble"],
  },

  {
    text: /that interval names|含义见 interval|says === "interval"|class=\\?"intervals/,
    because: "a name in code",
  },
  {
    text: /each interval that ships is counted/,
    where: /^README/,
    because: "says what this list and BENCHMARKS.md hold",
  },

  // What is exact or complete, and of what.
  {
    text: /(?:population and GDP|Population and GDP) (?:are taken|count) as exact|人口(?:与|和)GDP ?视为精确值?|what is taken as exact|视为精确(?:的数据|值)?|does not count them as exact|也不把它们视为精确|known exactly|精确已知|flows? (?:that are|的)? ?exact|被视为精确|the exact flows|精确的流股|the amount is exact/,
    because: "names what an error leaves out, or what the person says is known",
  },
  {
    text: /conver(?:ts?|ted) exactly|[Ee]xact for (?:a|one) gas|: exact, as one gas|是精确的|可以?精确换算|which is exact/,
    because:
      "265/273 is a ratio of two published factors: one gas with one factor in each report (other-metric.test.ts)",
  },
  {
    text: /[Ee]xact(?:ly)?|精确/,
    where:
      /^lib\/(?:quantity\/tools\/arithmetic|numeric|mrio|lifecycle\/(?:uncertainty\/draw-scores|tools\/(?:supply|uncertain))|inventory\/tools\/equation|industry\/tools\/(?:abatement|programme))|^notebooks\/(?:how-sure|what-if)|^app\/session\/scenario-texts/,
    because:
      "of arithmetic: decimals, derivatives, a linear system or programme that is solved, beside first order or rounding",
  },
  {
    text: /[Ee]xact(?: match)?/,
    where: /^lib\/lifecycle\/(?:tools\/(?:assess|tiered)|assess\/(?:inventory-phase|assessment))|^datasets\/catalogue/,
    because: "the field's value for a provider of the same name, which proxies and classes stand beside",
  },
  {
    text: /[Ee]xactly (?:one|twice|half|610)|an exact version|(?:no|not) exact(?: figure)?\b|不是精确值|[Tt]he bounds are kept exactly|kept exactly|precise enough|足够精确|结果更精确|further exact|agree exactly|about \||"via":"exact"|\(\?:about \|exactly|^exact$|后者用精确值|with exact scales/,
    because: "says how many, of a version, of what is kept or compared, or that something is not exact",
  },
  {
    text: /[Ee]xact|精确/,
    where: /^notebooks\/(?:ask|lesson-leontief)|^app\/language\/sentences|^lib\/dialogue\/language/,
    because: "a name in code, a stored reading of a question, or the words of a question or of a compiler",
  },
  {
    text: /[Cc]ompletely|[Cc]ompleteness|[Cc]omplete|完整/,
    where: /^(?:app|cli|kernel)\/|^lib\/(?:border\/cbam\/communication|lifecycle\/hybrid|files\/)/,
    because: "of a file, an address, a name, a period or a sentence, which is whole or cut off",
  },
  {
    text: /[Cc]ombustion is complete|for complete oxidation|[Cc]omplete(?: TRACI|, Domestic)|更完整|完整(?:多区域|的 TRACI)|(?:page|pages)(?: that)? (?:is|are) complete without|published as pages: complete without|内容完整|也能完整|并不\*{0,2}完整|\*\*并不完整|并不完整/,
    because:
      "an assumption of a unit, a publisher's own name, a page without scripts, or says that something is not complete",
  },
  {
    text: /Completeness(?: of an inventory)?|(?:清单)?完整性/,
    where: /^lib\/(?:inventory\/tools\/account|lifecycle\/assess)|^notebooks\/lesson-lca/,
    because: "a check that the guidelines and ISO 14044 name so; its sentences say what is missing",
  },

  // All of what.
  {
    text: /\b[Aa]ll (?:other )?countries\b|\bevery country\b|[所全][有部]国家|[Aa]ll regions|every region|全部区域/,
    because: "a choice or a loop of the call over what its table has, which the result counts",
  },
  {
    text: /[Aa]ll gases|全部(?:温室)?气体/,
    where: /^lib\/(?:indicators|panorama|mrio)\/|^notebooks\/(?:panorama|inventory-country)/,
    because: "CO2, CH4, N2O and fluorinated gases, as the summary or the note beside it says",
  },
  {
    text: /[Aa]ll (?:greenhouse )?gases|every gas|所有(?:温室)?气体|全部温室气体|全部气体|所有有因子的温室气体/,
    where:
      /^lib\/(?:inventory|lifecycle|natural)\/|^lib\/dialogue\/measures|^notebooks\/(?:natural-sources|lesson-lca)|^datasets\/catalogue/,
    because: "the gases that the table or the result itself lists or sums",
  },
  {
    text: /every category|all categories|\ball emissions\b|全部排放|全部来源/,
    where: /^lib\/(?:factors|inventory|industry|mrio|natural)\/|^notebooks\/power-and-hydrogen|^README/,
    because: "of the input, of a unit, or of what the notebook itself read",
  },
];
