/** 账户与检查结果的附注（lib/mrio/notes、checks、nowcast），以及计算进度。 */
export const accountsZhCn: Record<string, string> = {
  "Output is zero in {sectors}: {names}. Coefficients and intensities there are zero (1/x → 0).":
    "{sectors}的总产出为零：{names}。相应的系数和强度为零（1/x → 0）。",
  "Output is zero in {sectors}: {names}. Coefficients and intensities there are zero (1/x → 0); emissions recorded in {emitting} reach no consumer.":
    "{sectors}的总产出为零：{names}。相应的系数和强度为零（1/x → 0）；{emitting} 所记录的排放不归于任何消费者。",
  "Output is zero in {sectors}: {names}. Coefficients and intensities there are zero (1/x → 0); what is delivered to {supplied} is called for by no final demand.":
    "{sectors}的总产出为零：{names}。相应的系数和强度为零（1/x → 0）；供给 {supplied} 的投入不由任何最终需求引起。",
  "Output is zero in {sectors}: {names}. Coefficients and intensities there are zero (1/x → 0); emissions recorded in {emitting} reach no consumer; what is delivered to {supplied} is called for by no final demand.":
    "{sectors}的总产出为零：{names}。相应的系数和强度为零（1/x → 0）；{emitting} 所记录的排放不归于任何消费者；供给 {supplied} 的投入不由任何最终需求引起。",
  "Output is negative in {names}; it was used as it stands.": "{names} 的总产出为负，按原值使用。",
  "Final demand has negative cells (as a rule, stocks drawn down) in {rows}: {names}; they were kept.":
    "最终需求在{rows}中有负值（通常为库存减少）：{names}；均予保留。",
  "Intermediate inputs exceed output (column of A above 1) in {names}; value added is negative there, {total#} {money} in all.":
    "{names} 的中间投入超过总产出（A 的列和大于 1）；其增加值为负，合计 {total} {money}。",
  "Intermediate inputs exceed output (column of A above 1) in {names}; value added is negative there, {total#} in all.":
    "{names} 的中间投入超过总产出（A 的列和大于 1）；其增加值为负，合计 {total}。",
  "Given output differs from sales (row of Z and Y) in {rows}, by up to {percent#} %: {names}.":
    "给定的总产出与销售合计（Z 与 Y 的行）在{rows}中不一致，最多相差 {percent} %：{names}。",
  "Given output differs from sales (row of Z and Y) in {rows}, by up to {percent#} %: {names} (in {money}).":
    "给定的总产出与销售合计（Z 与 Y 的行）在{rows}中不一致，最多相差 {percent} %：{names}（单位：{money}）。",
  "One quantity jumps {years}: {told}. Ask whether the classification or the source changed before reading this as a change of the economy.":
    "{years}有一个量发生跳变：{told}。在把它理解为经济变化之前，请先确认分类或来源是否有变。",
  "{count#} quantities jump {years}: {told}. Ask whether the classification or the source changed before reading this as a change of the economy.":
    "{years}有 {count} 个量发生跳变：{told}。在把它们理解为经济变化之前，请先确认分类或来源是否有变。",
  "Modelled: structure of {base#} carried to the totals of {target#} by GRAS.":
    "模型推算：以 GRAS 将 {base} 年的结构推至 {target} 年的总量。",
  "Modelled: structure of {base#} carried to the totals of {target#} by GRAS, with the emission intensities of {same#}.":
    "模型推算：以 GRAS 将 {base} 年的结构推至 {target} 年的总量，排放强度取 {same} 年。",
  "Output is zero in x[{rows}]; coefficients there are zero (1/x → 0).":
    "x[{rows}] 的总产出为零；相应的系数为零（1/x → 0）。",
  "Output is zero in {count#} rows; coefficients there are zero (1/x → 0).":
    "有 {count} 行的总产出为零；相应的系数为零（1/x → 0）。",
  "The iteration stood at a relative residual of {residual#} after {iterations#} passes, so the system was solved by LU.":
    "迭代 {iterations} 次后相对残差为 {residual}，因此改用 LU 求解。",
  "The {line} of {label!} adds up to {sum#} in place of {target#}.": "{label} 的{line}合计为 {sum}，应为 {target}。",
};
