/** Things that a remark points at: "already in row 4.1", "included in the above". */
const there = String.raw`(?:the )?(?:rows?|lines?|items?|pos\.?|positions?|nos?\.?|table|sheet|tab|log|main|total|above|below|\d)`;

/**
 * Remarks by which the amount of a row is none of its own: another row has it, it was replaced or never used, or it left the business. By
 * language; each is a sentence in a column of remarks, never a name.
 */
const remarks: readonly RegExp[] = [
  /\balready (?:in|out|counted|included|reported)\b/,
  new RegExp(String.raw`\b(?:incl\.?|included|contained|counted|reported) (?:in|under|with) ${there}`),
  /\b(?:is|are|was|were) in (?:the )?(?:\w+ )?(?:above|below)\b/,
  /\b(?:fed from|downstream of|behind) (?:the )?(?:main|site meter|incomer)/,
  /\bsuperseded\b|\breplaced by\b|\bcancell?ed\b|\bvoided\b|\bduplicate of\b|\bposted twice\b|\bentered twice\b/,
  /\b(?:replaces|alternat(?:e|ive) (?:for|to)|instead of) (?:pos|item|row|line|no|part)/,
  /\bmemo(?:randum)? (?:only|item)\b|\bfor (?:information|info|reference)(?: only)?\b|\binformation only\b/,
  /\bdo not (?:use|count|add|include|populate|fit)\b|\bnot (?:populated|fitted|installed|counted|consumed|included)\b|\bdn[pf]\b/,
  /\bsame (?:service|invoice|energy|amount|quantity|consumption|activity) as\b/,
  /\b(?:export(?:ed)?|fed|sold) (?:in)?to (?:the )?grid\b/,
  /含在|已含于|已包含在|已计入|计入上|已在.{1,12}计|不另计|不重复计|仅统计|仅供参考|仅作参考|备查|作废|已冲销|重复录入/,
  /余电上网|上网电量|外售|转售|备选|替代料|不贴装|不装配|未安装|未采用/,
  /bereits (?:enthalten|erfasst|gezählt)|enthalten in (?:zeile|pos)|nur (?:zur )?information|nachrichtlich|nicht bestückt|ersetzt durch|storniert|ins netz eingespeist/,
  /déjà (?:compris|compté|inclus)|pour information|pour mémoire|annulé|remplacé par|non monté|injecté (?:dans le|au) réseau/,
  /ya (?:incluid|contad)[oa]|sólo informativo|solo informativo|anulad[oa]|sustituid[oa] por|no montado|vertid[oa] a (?:la )?red/,
];

/** Whether a remark says that the amount beside it is counted elsewhere, or not at all. */
export function isCountedElsewhere(remark: string): boolean {
  if (remark === "") return false;
  const plain = remark.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").slice(0, LONGEST);
  return remarks.some((pattern) => pattern.test(plain));
}

const LONGEST = 300;
