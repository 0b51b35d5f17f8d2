/** What the panorama says: its categories and methods, what its accounts lack, and what is wrong with rows of one's own. */
export const panoramaZhCn: Readonly<Record<string, string>> = {
  "net transfer": "净转移",
  "resident transport": "居民运输",
  "land-use change": "土地利用变化",
  "managed land": "受管理土地",
  "managed land, indirect": "受管理土地（间接）",
  "land sink": "陆地汇",
  "ocean sink": "海洋汇",
  "exported goods": "出口产品",

  "source is empty; say where the figure comes from.": "source 为空；请说明数据出处。",
  "metric is empty; CO2 equivalents carry theirs, e.g. AR6.GWP100.":
    "metric 为空；二氧化碳当量须注明度量，如 AR6.GWP100。",
  "unit is Mt CO2, but the gas is {gas!}: give CO2 equivalents with their metric.":
    "单位是 Mt CO2，而气体是 {gas}：请给出二氧化碳当量及其度量。",
  "value {value#} lies outside lo {lo#} and hi {hi#}.": "数值 {value} 不在下限 {lo} 与上限 {hi} 之间。",
  "the same account stands in row {value#}; choose one source for it.": "第 {value} 行已有同一账户；请只选一个来源。",

  "N2O is not in: no table at hand has it by country, so that every total by {metric!} is too low.":
    "不含 N2O：现有表中没有分国数据，因此按 {metric} 的各总量偏低。",
  "What trade moves of CH4 and fluorinated gases is in no public table at hand: between production and consumption CO2 alone moves.":
    "现有公开表中没有贸易转移的 CH4 和含氟气体：生产端与消费端之间只转移 CO2。",
  "No reported land flux of {region!} in {year#} ships.": "没有 {region} 在 {year} 年的土地通量报告值。",
  "No reported land flux of {region!} in {year#} ships. It has {years}.":
    "没有 {region} 在 {year} 年的土地通量报告值；已有 {years}。",
  "No reported land flux of {region!} in {year#} ships: that of {members!} is missing.":
    "没有 {region} 在 {year} 年的土地通量报告值：缺 {members}。",
  "No reported land flux of {region!} in {year#} ships: that of {members!} is missing. It has {years}.":
    "没有 {region} 在 {year} 年的土地通量报告值：缺 {members}；已有 {years}。",
  "No table of trade was given for {year#}.": "没有给出 {year} 年的贸易表。",
  "Imports and exports of {region!} hold what its members trade with one another; their difference does not.":
    "{region} 的进口与出口含成员之间的贸易，两者之差不含。",

  "energy statistics and cement, by territory, bunkers apart": "能源统计与水泥，按属地，国际燃料舱单列",
  "none: what the world uses it makes": "无：全球所用即全球所产",
  "multi-regional input–output, imports less exports of embodied CO2": "多区域投入产出，隐含 CO2 进口减出口",
  "territorial plus net transfer": "属地加净转移",
  "all anthropogenic CH4, its origin not told apart": "全部人为 CH4，不区分来源",
  "HFCs, PFCs, SF6 and NF3 by substance": "按物质计的 HFCs、PFCs、SF6 和 NF3",
  "the gases added, each by its own method": "各气体之和，各按其方法",
  "mean of {models}, by territory; lo and hi are the lowest and highest of them":
    "{models} 的均值，按属地；lo 与 hi 为其中的最低与最高值",
  "the gases added, each by its own method; lo and hi by {gases!} alone":
    "各气体之和，各按其方法；lo 与 hi 只含 {gases}",
  "reported less land-use change (managed-land proxy)": "报告值减土地利用变化（受管理土地口径）",
  "reported less land-use change (managed-land proxy); unverified: recalled from the report":
    "报告值减土地利用变化（受管理土地口径）；未核实：凭报告回忆",
  "reported less land-use change (managed-land proxy); reported is the sum of {count#} national inventories":
    "报告值减土地利用变化（受管理土地口径）；报告值为 {count} 份国家清单之和",
  "reported less land-use change (managed-land proxy); reported is the sum of {count#} national inventories; unverified: recalled from the report":
    "报告值减土地利用变化（受管理土地口径）；报告值为 {count} 份国家清单之和；未核实：凭报告回忆",
  "residence less territory; no account of ships and aircraft at hand": "居民减属地；没有船舶和航空器账户",
  "bunkers by transport of residents": "按居民运输分摊的国际燃料舱",
  "ships and aircraft of residents: bunker fuels of the world ({bunkers#} Mt) by the water and air transport of residents":
    "居民的船舶和航空器：全球国际燃料舱（{bunkers} Mt）按居民水运和空运分摊",
  "residence less territory less resident transport: tourists, lorries, and that two sources are compared":
    "居民减属地减居民运输：游客、卡车，以及两种来源之间的差别",
  "emission accounts by sector and households, of residents wherever they are":
    "居民（无论身在何处）分部门与住户排放账户",
  "embodied in imports for final use, S L Y": "最终使用进口中隐含，S L Y",
  "embodied in exports for final use, S L Y": "最终使用出口中隐含，S L Y",
  "S L Y and households": "S L Y 与住户",
  "enabled by value added (Ghosh)": "由增加值促成（Ghosh）",
  "consumption and the land within the boundary; ranges of sources added end to end; avoided emissions stand beside":
    "消费端加边界内的土地；来源范围首尾相加；避免排放单列",
  "territorial + resident transport + unexplained = residence": "属地 + 居民运输 + 未解释 = 居民",
  "lo and hi come together: give both or neither.": "lo 与 hi 须同时给出，或都不给。",
  'bounds is "{bounds}", but lo and hi are missing.': "bounds 为“{bounds}”，但缺少 lo 与 hi。",
  'bounds is "none", but lo and hi are given: say whether they are a range of sources or a 95 % interval.':
    "bounds 为“none”，但给出了 lo 与 hi：请说明它们是来源范围（range of sources）还是 95 % 区间（95 % interval）。",
  "territorial + every change = panorama, avoided emissions in none": "属地 + 各步变化 = 全景，避免排放不计入",
  "Global Carbon Budget 2023, land-use change": "全球碳收支2023版，土地利用变化",
  "JRC, water and air transport": "JRC，水运与空运",
  "JRC accounts, Global Carbon Budget 2025": "JRC 账户，全球碳收支2025版",

  "{name!} has no production of {region!} in {year#}.": "{name} 没有 {region} 在 {year} 年的生产端数据。",
  "{name!} has no production of {missing!} in {year#}: {region!} is without them.":
    "{name} 没有 {missing} 在 {year} 年的生产端数据：{region} 不含这些国家。",
  "{name!} has no consumption of {region!} in {year#}.": "{name} 没有 {region} 在 {year} 年的消费端数据。",
  "{name!} has no consumption of {missing!} in {year#}: their net transfer is left out.":
    "{name} 没有 {missing} 在 {year} 年的消费端数据：未计其净转移。",
  "{name!} has no {gas!} of {region!} in {year#}.": "{name} 没有 {region} 在 {year} 年的 {gas}。",
  "{name!} has no land-use change of {region!} in {year#}.": "{name} 没有 {region} 在 {year} 年的土地利用变化。",
  "{source!} has no region {region!}.": "{source} 中没有地区 {region}。",
  "{source!} has {missing!} in its rest of the world: {region!} is without them.":
    "{source} 将 {missing} 计入世界其他地区：{region} 不含这些国家。",
  "{method}; lo and hi with {others!}": "{method}；lo 与 hi 取自 {others}",
  "{method}; lo and hi with the editions of the Global Carbon Budget, by territory":
    "{method}；区间取自全球碳收支各版，按属地",
  "{step!} and what trade moves of CO2": "{step} 与贸易转移的 CO2",
  "{step!} + net transfer = consumption": "{step} + 净转移 = 消费端",
  "{step!} + imports − exports = consumption": "{step} + 进口 − 出口 = 消费端",
  "No effect was chosen.": "没有选择任何影响。",
  "No figure has {missing} alone in it, so what these effects do together is not known: they only lead from one figure to another, which any steps between two figures do, and explain nothing.":
    "没有哪项数据单独含有 {missing}，因此这些影响的共同作用未知：它们只是从一项数据走到另一项，任何两项数据之间的步骤都能如此，并不说明任何问题。",
  "No figure has all of these effects in it, so what they do together is not known, and nothing can be said about what they leave.":
    "没有哪项数据同时含有所有这些影响，因此它们的共同作用未知，剩余差额也无从得知。",
  "Each of these effects may be in the other figure. Coming near to it would not show that they are: other effects may come as near.":
    "每项影响都可能包含在另一项数据中。即使接近该数据也不说明确实如此：其他影响也可能同样接近。",
  "The effects are taken to add up: what they do together was not measured and is in the rest. Each may be in the other figure; coming near to it would not show that they are.":
    "这里假定各项影响可以相加：它们的共同作用没有测量，包含在剩余差额中。每项影响都可能包含在另一项数据中；即使接近该数据也不说明确实如此。",
};
