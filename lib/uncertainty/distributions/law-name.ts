import { messages, type Sentence } from "../../message/message.ts";

const names = messages("law", {
  normal: { en: "normal", zh: "正态" },
  lognormal: { en: "lognormal", zh: "对数正态" },
  twoPieceNormal: { en: "two-piece normal", zh: "两段正态" },
  twoPieceLognormal: { en: "two-piece lognormal", zh: "两段对数正态" },
  uniform: { en: "uniform", zh: "均匀" },
  triangular: { en: "triangular", zh: "三角" },
  beta: { en: "beta", zh: "贝塔" },
  pert: { en: "pert", zh: "PERT" },
  pedigree: { en: "pedigree", zh: "谱系矩阵" },
  truncated: { en: "truncated", zh: "截断" },
  discrete: { en: "discrete", zh: "离散" },
  empirical: { en: "empirical", zh: "经验" },
});

const byKind: ReadonlyMap<string, Sentence> = new Map(
  Object.values(names).map((name) => [name().texts.en, name()] as const),
);

/** Names of distributions for use within a sentence. */
export function lawName(kind: string): Sentence {
  return byKind.get(kind) ?? kind;
}
