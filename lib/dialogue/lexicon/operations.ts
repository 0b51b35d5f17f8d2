import { type Entry, entriesOf, type Forms } from "./entry.ts";

/** What is done with a measure. */
export const operations: readonly Forms[] = [
  {
    value: "greener",
    label: { en: "better for the climate", zh: "对气候更好" },
    forms:
      "greener|is greener|eco friendlier|more eco friendly|environmentally friendlier|more environmentally friendly|better for the climate|better for the environment|better for the planet|worse for the climate|worse for the environment|worse for the planet|climate friendlier|more climate friendly|more sustainable|smaller carbon footprint|lower carbon footprint|bigger carbon footprint|更环保|更绿色|更低碳|更绿|哪个环保|哪个更环保|哪种更环保|比较环保|对气候更好|对环境更好|更减碳|更省碳|碳足迹更小|碳足迹更低|碳足迹更大",
  },
  {
    value: "polluting",
    label: { en: "polluting", zh: "污染" },
    forms:
      "polluting|most polluting|pollutes most|pollutes the most|dirtiest country|dirtiest countries|worst polluter|climate sinner|climate sinners|climate villain|最污染|污染最严重|污染最大|最脏|气候罪人",
  },
  {
    value: "absorb",
    label: { en: "takes up", zh: "吸收" },
    forms:
      "absorb|absorbs|absorbed|absorbing|take up|takes up|took up|taken up|taking up|take in|took in|takes in|soak up|soaks up|soaked up|suck up|sucked up|suck in|swallow|swallowed|swallows|sequester|sequestered|sequesters|draw down|drawn down|store|stored|stores|uptake|remove|removed|removes|吸收|吸收了|吸走|吸走了|吸纳|吸纳了|吸掉|吸掉了|吸进|固定了|固碳|吃掉|吸碳|汇|碳汇|fix|fixed|fixes|固定|固定了多少|吞|吞下|吞了|吞掉|吞进|gulp|gulped|drank in|drink in|drew down|draws down|locked away|lock away|socked away|吸进去|吸下|消化了|收走了|收走",
    soft: true,
  },
  {
    value: "airborne fraction",
    label: { en: "airborne fraction", zh: "空中滞留比例" },
    forms:
      "airborne fraction|airborne share|fraction that stays in the air|fraction that stays in the atmosphere|fraction remaining in the atmosphere|share that stays in the air|share that stays in the atmosphere|share remaining in the atmosphere|空中滞留比例|空气滞留比例|大气滞留比例|大气留存比例|气载比例|气载分数|滞留比例|留存比例|滞留份额|空中份额|大气留存率|大气滞留率",
  },
  {
    value: "percent",
    label: { en: "in per cent", zh: "按百分比" },
    forms:
      "percentage|in percent|in per cent|as a percent|percent|percents|pct|a percentage|in percentage terms|how many per cent|how many percent of|how many percent of the|how much of|what part of|which part of|how large a part|how big a part|how big is the part|part|百分数|百分比|百分之几|百分之多少|高百分之几|低百分之几|多百分之几|少百分之几|高百分之多少|低百分之多少|几成|巴仙|几巴仙|用百分数回答|用百分比回答|多少成|多大比例|多大一部分|几个百分点|百分点|%|in %|as %|as a %|% please|占几多|几多个百分点|百分之几多|有多少是|多少来自|其中多少|里有多少|当中多少|多大程度|per cent|what per cent|how many per cent of|how many per cent of the|as a per cent|per cent of",
    soft: true,
  },
  {
    value: "order",
    label: { en: "in order", zh: "按顺序" },
    forms:
      "in order|in order of|in the order of|order|ordered by|sort|sorted|sorted by|rank them|line up|highest first|largest first|biggest first|most first|from highest to lowest|from high to low|from largest to smallest|from most to least|descending|in descending order|from top to bottom|按顺序|依次|从高到低|从大到小|从多到少|由高到低|由大到小|由多到少|降序|排一下|排序|排个序|排列|排列一下|排个名|排个队|从高到低排|从大到小排|从高到低排列|从大到小排列|从高到低排序|从大到小排序|worst first|best first|from worst to best",
    soft: true,
  },
  {
    value: "order up",
    label: { en: "in rising order", zh: "升序" },
    forms:
      "lowest first|smallest first|least first|from lowest to highest|from low to high|from smallest to largest|from least to most|ascending|in ascending order|从低到高|从小到大|从少到多|由低到高|由小到大|升序|从低到高排|从小到大排|从低到高排列|从小到大排列",
  },
  {
    value: "ever",
    label: { en: "in all years", zh: "历史上" },
    forms:
      "ever|in history|of all time|on record|in recorded history|of all years|at all times|since records began|as far back as the data go|历史上|历史|有史以来|有记录以来|史上|历来|历史最高|所有年份",
    soft: true,
  },
  {
    value: "overtake",
    label: { en: "overtakes", zh: "超过" },
    forms:
      "overtake|overtook|overtakes|overtaken|overtaking|surpass|surpassed|surpasses|outstrip|outstripped|pull ahead|pulled ahead|get ahead of|got ahead of|move ahead of|moved ahead of|go past|went past|leapfrog|leapfrogged|赶超|反超|超越|首次超过|第一次超过|超过了|赶上|追平|追平了|追上|追上了|赶超了|越过|越过了|压过|压过了|盖过|盖过了|反超了|draw level with|drew level with|catch up with|caught up with|pull ahead of|pulled ahead of",
  },
  {
    value: "origins",
    label: { en: "countries of origin", zh: "来源国" },
    forms:
      "origins|main origins|main origin|countries of origin|country of origin|main suppliers|main supplier|biggest supplier|biggest suppliers|source countries|来源国|来源地|主要来源国|最大来源国",
  },
  {
    value: "destinations",
    label: { en: "destinations", zh: "目的地" },
    forms:
      "destination|destinations|main destinations|main destination|destination countries|main customers|main buyers|recipient countries|目的地|大目的地|目的国|流入国|接收国|最大接收国|接受国|流向|去向|主要流向",
  },
  {
    value: "carbon price",
    label: { en: "carbon price", zh: "碳价" },
    forms:
      "carbon price|co2 price|price of carbon|price of co2|allowance price|certificate price|carbon prices|ets price|price of allowances|price of emission allowances|碳价|碳价格|碳市场价格|碳市场均价|碳配额价格|碳交易价格|二氧化碳价格|证书价格|证书价|配额价|配额价格|配额均价|ets配额|ets价格|ets碳价|欧盟碳价|eua price|eua prices",
  },
  {
    value: "annual growth rate",
    label: { en: "growth rate by year", zh: "年均增长率" },
    forms:
      "annual growth rate|average annual growth|average annual growth rate|yearly growth rate|growth rate per year|cagr|年均增长率|年平均增长率|年增长率|年均增速|复合增长率|同比|环比|year on year|year over year|yoy|compound annual growth|compound annual growth rate|compound growth|growth per annum|growth per year|annual rate of growth|年复合增长率|年均增长|平均每年增长|average annual rate|annual rate|mean annual growth|mean annual growth rate|average yearly growth|average growth rate|average growth per year|average growth a year|yearly growth|annual growth|growth a year|annualised growth|annualized growth|annualised growth rate|annualized rate|compounded growth|compounded annually|复合增速|年均复合增长率|年均复合增速|年复合增速|复合年增长率|复合年均增长率|年化增长率|年化增速|年均涨幅|年均增幅|年均降幅|年均下降率|年均变化率|平均每年增长率|每年平均增长率|平均年增长率|平均增速|平均增长率|年增速|逐年增速|均增速|均增长率|均增幅|均复合增长率|均复合增速|均涨幅|均增长",
  },
  {
    value: "except",
    label: { en: "except", zh: "除外" },
    forms:
      "except|except for|excluding|apart from|other than|without|not including|outside|minus the|not|除|除了|除去|以外|之外|除外|不含|不包括|不包含|非|besides|aside from|leaving out|leave out|left out|ignoring|not counting|minus|without counting|别的除外|除开|不算|不计|扣除|剔除|去掉|排除|if you leave out|leave aside|leaving aside|不算上|去除|抛开|撇开|had no|had not|were no|without any|no longer had|instead of|rather than|instead of what|不按|而不是|而非|不是按",
  },
  {
    value: "per head",
    label: { en: "per head", zh: "人均" },
    forms:
      "per one person|per capita|per head|per person|per inhabitant|per resident|for each person|a head|per citizen|an average inhabitant|average inhabitant|an average person|average person|average citizen|average resident|an average citizen|each person|人均|每人|平均每人|按人口平均|按人口计|按人计|人均水平|人均值|each citizen|every person|per person's|apiece|per capita basis|each inhabitant|each resident|for every person|for every inhabitant|on a per capita basis|人平均|每个人|平均每个人|平均一个人|每一个人|人头|每名居民|每位居民|每位国民|人均的|按人头|one person|a single person|single person|per individual|一个人|一人|每一人|人均下来|by everyone living there|by everyone who lives there|everyone living there|shared out among its people|among its people|among its inhabitants|divided by population|divided by its population|divided by the population|for every citizen|for each inhabitant|by headcount|per soul|每个人头上|每人头上|摊到每个人|摊到每人|摊到每个人头上|平均到每个人|平均到每人|平均到每个人头上|平均到人头|摊到人头|均摊到每个人|折合到每个人|折合每人|折合每个人|折合到每个人头上|人头均|按人头算|除以人口|divide by heads|once you divide by heads|by heads|除以人头|除以人头之后|除以人口之后|每个居民|按居民数|一人一份|按人算|人头平均|divide that by the population|divide it by the population|divided by the people|divide by the population|divide it by population|divide that by population|divide by population|per inhabitant basis|per person basis|per head basis|on a per head basis|on a per person basis|on a per inhabitant basis|per capita level|per head level|人均口径|per head level of|per capita level of|at the per head level of|at the per capita level of|per person level of|at the per person level of",
  },
  {
    value: "per gdp",
    label: { en: "per GDP", zh: "单位GDP" },
    forms:
      "per gdp|per unit of gdp|per unit of gdp|per dollar of gdp|carbon intensity of gdp|carbon intensity of the economy|emission intensity of gdp|emissions intensity of the economy|per usd of gdp|relative to gdp|单位gdp|每单位gdp|单位国内生产总值|碳强度(gdp)|gdp碳强度|单位gdp碳排放|万元gdp|per dollar of output|per dollar of economic output|per unit of economic output|per unit of output|for each dollar of gdp|for every dollar of gdp|for each unit of gdp|for every unit of gdp|for every dollar of economic output|for each dollar of economic output|co2 intensity of gdp|gdp intensity of co2|gdp carbon intensity|gdp intensity|carbon intensity of its economy|carbon intensity of their economy|emission intensity of the economy|emissions per gdp|co2 per gdp|co2 to gdp|economy's carbon intensity|intensity of the economy|intensity of its economy|每一美元gdp|每美元gdp|每万美元gdp|每千美元gdp|每百万美元gdp|单位产出|单位经济产出|单位生产总值|经济碳强度|经济的碳强度|gdp的碳强度|gdp排放强度|gdp能碳强度|单位gdp排放|单位gdp二氧化碳|单位gdp二氧化碳排放|单位gdp的碳排放|每单位gdp碳排放|每单位gdp排放",
  },
  {
    value: "share",
    label: { en: "share", zh: "占比" },
    forms:
      "share|the share of|百分之几|proportion|fraction|what percentage|what percent|which percentage|how much percent|what share|percentage of|percent of|part of|contribution to|account for|accounts for|accounted for|contribute|contributed|make up|makes up|made up|as a percentage of|% of|占|占比|份额|比重|比例|所占|百分比|贡献率|占全球|占世界|占据|slice|slice of|portion|portion of|chunk|chunk of|how large a share|what proportion|what fraction|part played by|分量|占了|占去|占到|占着|占多大|how big a slice of|how big a share|how big a part|how big a chunk|what chunk|what slice|what proportion of|how large a slice|how large a part|out of every hundred tonnes|out of every hundred|out of every 100 tonnes|每一百吨里|每百吨里|contribution of|what is the contribution of|contribute to|贡献比例|占了几成|占几成|几成来自|有几成|多大比例|多大的比例|有多大比例|什么比例|怎样的比例",
  },
  {
    value: "change",
    label: { en: "change in %", zh: "变化率" },
    forms:
      "percentage change|percent change|change in percent|relative change|growth rate|by what percentage|how many percent|by how many percent|rate of change|percentage increase|percentage decrease|percentage decline|percentage growth|% change|change in %|percentage did|percent did|变化百分比|百分之几|百分之多少|百分之几|增长率|变化率|增幅|降幅|变幅|增速|涨幅|跌幅|下降率|change rate|rate of growth|percent change of|increase in percent|decrease in percent|percentage drop|percentage fall|percentage rise|percentage reduction|percent less|percent more|percent lower|percent higher|percent lower or higher|变化幅度|变动率|变化比例|增减幅|升幅|减幅|下降幅度|增长幅度|上升幅度|增加比例|减少比例|下降比例|by how many per cent|by what per cent|per cent change|change in per cent|per cent higher|per cent lower|per cent more|per cent less|减排比例|减排幅度|减少的比例|下降的比例|增加的比例|降低比例|幅度|变动幅度|涨跌幅度|升降幅度|变化的幅度|增减幅度",
  },
  {
    value: "moved",
    label: { en: "change", zh: "变化" },
    forms:
      "change|changed|changes|increase|increased|decrease|decreased|decline|declined|fall|fell|fallen|rise|rose|risen|grow|grew|grown|growth|drop|dropped|reduce|reduced|reduction|shrink|shrank|cut|development|develop|develop ed|evolve|evolved|变化|变动|增长|增加|增长了|增加了|减少|减少了|下降|下降了|上升|上升了|降低|升高|变化了|改变|减排|涨|降|go up|went up|goes up|gone up|going up|go down|went down|goes down|gone down|come down|came down|climb|climbed|jump|jumped|plunge|plunged|slump|slumped|dip|dipped|swell|swollen|expanded|shrunk|shrunken|cut back|lowered|少了|多了|变多|变少|涨了|跌|跌了|降了|升了|减了|加了|多排|少排|增多|变了|少排了|多排了|增减|升降|changing|rising|falling|growing|dropping|declining|低了|高了|降幅是|slid|slipped|surged|soared|rocketed|tumbled|crept up|doubled or|eased|bounced|getting better|getting any better|getting worse|improving|improved|好转|变好|变差|climbs|plummet|plummeted|plummets|tumble|nosedive|nosedived|soar|soars|surge|balloon|ballooned|swelled|shot up|creep up|inch up|inched up|dwindle|dwindled|skyrocket|skyrocketed|went up by|成长|长了|上去了|下来了|降下来|降下去|压下来|升|猛增|激增|锐减|骤降|暴涨|飙升|攀升|滑落|缩减|缩水|少了多少|变动了|变动多少|moved by|shifted by|扩大|扩大了|收缩|缩小|缩小了|跌到|collapse|collapsed|collapses|gained|gain|lost ground|grew by|减排了|砍掉了|掉了|掉了多少|掉|往下掉|往下掉了|plummet|plummeted|跌了多少|涨跌|growing faster|grow faster|变多少|会变多少|变成多少|会变成多少|contract|contracted|contracts|shrinking|react|reacts|respond|responds|怎么变|如何变|如何变化|怎样变化",
  },
  {
    value: "cumulative",
    label: { en: "cumulative", zh: "累计" },
    forms:
      "cumulative|cumulatively|cumulated|accumulated|sum|summed|sum up|total over|in total from|in total between|historical total|historic total|historical cumulative|add up|altogether from|total since|累计|累积|总和|历史累计|合计|求和|加总|历史总|put together over|in total since|sum over|total for the years|accumulate|in all years|over the whole period|over that period|一共加起来|总和是|累计起来|共计|add up to|adds up to|added up to|all together from|加在一起|加到一起|汇总起来|all the co2|all the fossil co2|all of the co2|all the emissions|all the carbon dioxide|all its emissions|all emissions|everything emitted|全部排放|所有排放|所有的排放|全部的排放|running total|running totals|cumulative total|cumulative sum|累计总量|累计总和",
  },
  {
    value: "mean",
    label: { en: "mean over years", zh: "多年平均" },
    forms:
      "average|mean|on average|yearly average|annual average|averaged|平均|年均|平均每年|多年平均|均值|平均值|on the average|averaging|mean of|年平均|平均一年|平均每一年|每年平均",
  },
  {
    value: "rank",
    label: { en: "ranking", zh: "排名" },
    forms:
      "largest|biggest|highest|top|greatest|exporters net|most|leading|rank the|ranking|heaviest|major|the most|larger|最大|最多|最高|前|排名前|排在前|位居前|居前|排前|排行|最大的|最多的|最高的|首位|第一大|最|biggest ones|top ranking|worst|number one emitter|who emits the most|which emits the most|名列前茅|排头|最大户|头号|第一名是|榜首|名列第一|位列|最脏|最脏的|dirtiest|filthiest|最高碳|最黑|冒尖|ranking list|champion|champions|record holder|榜单|榜上|排行榜|冠军|老大|名列|居首|夺冠",
  },
  {
    value: "lowest",
    label: { en: "lowest", zh: "最低" },
    forms:
      "smallest|lowest|least|bottom|fewest|cleanest|最小|最少|最低|最小的|最少的|最低的|最后|倒数|lower|at the bottom|emits less|emitted less|had less|has less|更低|更少|较低|较少|比较低|比较少|低一些|少一些|垫底|低些|少些|cleaner|less carbon intensive|lower carbon intensity|更清洁|更干净|最清洁|最干净|最清洁的|最干净的|最低碳|最绿|cleanest grid|greenest|tiniest|slimmest|最小头|最末|尾巴|最靠后",
  },
  {
    value: "position",
    label: { en: "place in the ranking", zh: "名次" },
    forms:
      "what rank|which rank|rank|ranked|position in the ranking|what place in the ranking|where does|what position|ranks|第几|排第几|排名第几|名次|位居第几|排在第几|排名|league table|world league table|league table of|where did",
  },
  {
    value: "difference",
    label: { en: "difference", zh: "差值" },
    forms:
      "difference|difference between|differ|differs|gap|by how much|how much more|how much less|how much higher|how much lower|how much larger|how much smaller|more than|exceed|exceeds|exceeded|minus|差|差值|差距|相差|差额|之差|差多少|相差多少|多排放多少|少排放多少|多排多少|少排多少|多排放|少排放|多多少|少多少|高多少|低多少|多出|高出|超过|差别|两者之差|exceed by|lie above|lies above|lay above|lie below|lies below|lay below|apart|how far apart|how far above|how far below|how much bigger|how much greater|how many more|how many fewer|how much over|how much under|surplus|in excess of|tops|topped|高了多少|低了多少|大多少|小多少|多出多少|高出多少|差了多少|差几|多几|少几|高几|低几|之间差|相差几|more|higher|greater|less than|lower than|smaller than|higher than|larger than|greater than|bigger than|fewer than|by what margin|what margin|by how wide a margin|how wide a margin|how wide is the gap|how big is the gap|how big was the gap|how large is the gap|how much more or less|margin between|distance between|spread between the two|多多少吨|少多少吨|低出多少|差距多大|差距有多大|差了几|拉开多少|拉开多大差距|领先多少|落后多少|超出多少|多出来多少|少掉多少|减去|扣减|less the|take away|subtract|subtracted from|甩开|甩开多少|甩了|拉开|how much fewer|less|fewer|净差额|差距有多大|gap between|会少多少|会多多少|少了多少吨",
  },
  {
    value: "ratio",
    label: { en: "ratio", zh: "倍数" },
    forms:
      "ratio|how many times|how many times larger|how many times higher|how many times bigger|how many times more|how many times as large|how many times as much|how many times as high|times as much|times larger|times higher|times as high|times as large|times bigger|times more|factor between|compared as a ratio|倍|几倍|多少倍|之比|比值|倍数|的倍数|times more than|times that of|times those of|times higher than|times the|multiple of|how many fold|fold|by what factor|by which factor|by a factor of|what multiple|relation of|几倍于|多少倍于|是多少倍|翻了几倍|多少倍的|as how many|equal to how many|equals how many|how many average|worth how many|相当于几个|抵得上几个|等于几个|顶几个|抵几个|是几个|高几倍|多几倍|大几倍|低几倍|少几倍|高出几倍|高多少倍|多多少倍|大多少倍|几倍多|有几倍|是其几倍|how many to one|how many times over|outweigh by what factor|顶得上几个|抵得过几个|够几个|等于多少个|顶多少个|抵多少个|相当于多少个|比得上几个|除以|商是多少|商为多少|quotient|quotient of|divide the second by the first|the second by the first|second divided by the first|second divided by first|second over the first|second over first|后者除以前者|后者比前者|后一个除以前一个|后面的除以前面的|第二个除以第一个",
  },
  {
    value: "compare",
    label: { en: "comparison", zh: "比较" },
    forms:
      "compare|comparing|comparison|compared with|compared to|versus|vs|vs.|against|side by side|比较|对比|相比|比|与之相比|对照|beside|set beside|put beside|alongside|put next to|set against|pitted against|stacked against",
  },
  {
    value: "which is larger",
    label: { en: "which is larger", zh: "哪个更大" },
    forms:
      "which is larger|which is higher|which is bigger|who emits more|which emits more|which emitted more|who emitted more|which country emits more|which country emitted more|emits more|emitted more|is higher|was higher|is larger|was larger|哪个更大|哪个更高|哪个更多|谁更多|谁更大|谁更高|哪个较高|哪个较大|哪个较多|较高|较大|哪个大|哪个多|哪个高|更多|更高|更大|which one had more|which one has more|which had more|has more|had more|had the higher|has the higher|which one is higher|which of the two|which of them|which of these|who had more|whose is higher|whose were higher|比较高|比较大|比较多|高一些|多一些|谁高|谁多|谁大|哪一边|哪边|哪一边比较高|谁的更高|谁的更多|谁的更大|谁家更高|哪一个更高|哪一个更大|哪一个更多|哪国更高|哪国更多|哪国更大|哪个国家更高|哪个国家更多|哪个国家更大|哪一个|哪个国家比较高|哪国比较高|高些|多些|大些|bigger|排的多|dirtier|more carbon intensive|higher carbon intensity|哪些更高|边个高些|边个多些|边个高|边个多|边国多|ahead|leads|谁领先|领先|who was worse|who is worse|who's worse|which was worse|which is worse|was worse|is worse|is ahead|outstrip|outstrips|outstripped|dwarf|dwarfs|dwarfed|谁更厉害|谁家多|谁家高|谁更脏|哪个更脏|更脏",
  },
  {
    value: "count",
    label: { en: "number of", zh: "数量" },
    forms: "how many|number of|count|几个|多少个|有几个|有多少个|数目|个数|几",
    soft: true,
  },
  {
    value: "members",
    label: { en: "members", zh: "成员" },
    forms:
      "members|member|member states|member countries|who belongs to|belong to|belongs to|part of the group|成员|成员国|成员国有|哪些成员|包括哪些国家|which countries are in|who is in|who are the members|countries in",
  },
  {
    value: "peak year",
    label: { en: "year of the highest value", zh: "峰值年份" },
    forms:
      "peak|peaked|peak year|first year|the first year|in which year|which year|what year|when did|when was|in what year|maximum year|reach their peak|reached its peak|the year with|达峰|峰值|哪一年|何年|哪年|什么时候|峰值年|哪个年份|何时|peaking|peaked in|record year|turning point|top year|high point|最高峰|顶峰|哪个年头|何时达峰|峰值在|峰值年份|出现在哪一年|highest point|hit their highest point|hit its highest point|最高点|最高点在|all time high|its all time high|highest ever|record high|its record|创下历史最高|创历史新高|历史新高|史上最高|最高纪录|创纪录|见顶|到顶|封顶|登顶|触顶|peak out|peaked out|topped out|hit its high",
  },
  {
    value: "total",
    label: { en: "total", zh: "总量" },
    forms:
      "total|totals|in total|together|combined|altogether|overall|sum total|共计|总|总量|总计|合计|总共|总的|一共|加起来|总体|总额|总排放|加埋|计埋|加一起|这两个加一起|加起来一共|加在一块|相加|加上|加|plus|added up|adding up|added together|sum of the two|sum of both|taken together|总共加起来|合起来|两个加起来|加总起来|一起算|together with|加一块|加一块儿|一块儿|加在一块儿|加到一块|之和|四家之和|三家之和|两家之和|捆在一起|捆一块|打包|summed together|lump together|lumped together|pooled|put together|grand total|合在一起|两个合在一起|合一起|together they make|they make together|all told|all in all|taken as one|两样加起来|两项加起来|两者加起来|两者之和|两数相加|二者相加|in one sum|一并|lumping together|added in|sum total of|not per capita|not per head|not per person|totals not per capita|rather than per capita|not on a per capita basis|非人均|不是人均|不按人均|不是按人均",
    soft: true,
  },
  {
    value: "convert",
    label: { en: "convert", zh: "换算" },
    forms:
      "convert|converted|conversion|translate into|transform|turn into|equivalent to|how much is|换算|换算成|换算为|折算|折算成|折算为|转换|转换为|转换成|化为|折合|折合成|等于多少|相当于多少|合多少|换成|how much in|换算一下|换作|折为|折成多少",
  },
  {
    value: "burn",
    label: { en: "combustion", zh: "燃烧" },
    forms:
      "burn|burning|burned|burnt|combust|combustion|combusting|when burned|from burning|燃烧|烧|燃用|焚烧|flare|flared|flaring|fire up|go up in flames|fired|combusted|烧掉|烧了|烧的|烧完|燃烧了|点燃|火炬燃烧|烧来|烧掉了|燃用了|got through|gets through|get through|boiler|boilers|furnace|furnaces|锅炉|窑炉|火炉|炉子|加热炉|烧完了|烧完排",
  },
  {
    value: "what if",
    label: { en: "what if", zh: "假如" },
    forms:
      "what if|if|suppose|supposing|assume that|imagine|were to|in case|what would happen if|如果|假如|若|要是|倘若|假设|假定|imagine that|assuming that|just supposing|supposing that|let us suppose|say that|hypothetically|若是|如若|要是说|设想|想象一下|万一|就算|倘使|就当|权当",
    soft: true,
  },
  {
    value: "halve",
    label: { en: "halved", zh: "减半" },
    forms:
      "halved|halve|halves|cut in half|cut by half|half as large|减半|减少一半|降低一半|降一半|减至一半|by half|cut in halves|减一半|少一半|砍半|腰斩",
  },
  {
    value: "most of",
    label: { en: "most of", zh: "大部分来自" },
    forms: "most of|most of the",
  },
  {
    // A quantity that is compared, and not a change: “half the emissions of France”.
    value: "half",
    label: { en: "half", zh: "一半" },
    forms: "half the|half of the|half of|一半|的一半|一半的",
  },
  {
    value: "double",
    label: { en: "doubled", zh: "加倍" },
    forms: "doubled|double|doubles|twice as large|twice as high|twice|翻倍|加倍|翻番|增加一倍|翻一番",
  },
  {
    value: "replace",
    label: { en: "replaces", zh: "替代" },
    forms:
      "replaced|replace|replaces|displace|displaced|displaces|substitute|substituted|avoid|avoided|avoids|替代|取代|代替|避免|替换|减排量|save|saved|saves|saving|offset|offsets|replacing|displacing|avoiding|offsetting|pushed out|push out|pushes out|pushing out|drive out|drove out|edge out|顶替|顶替了|顶掉|顶下|挤掉|挤走|挤出|替下|替换掉|取代了|gained|少排多少|少排|能减排|减排多少|节省|省下|可减|可减少",
  },
  {
    value: "as much as",
    label: { en: "as much as", zh: "与之相同" },
    forms:
      "as much as|same as|on a par with|level with|持平|与之持平|as high as|the same per capita emissions as|at the level of|as large as|equal to that of|与之相同|相同|一样|相等|等同|同样|水平相同|一致|the same as|at the per head level of|at the per capita level of|per head level of|per capita level of|at the per person level of|与人均持平|at the same level as|same level as|一样多|那么多|同样多|一样的|as the average|equal to|equalled|equaled|matched|been equal to|had been the same as",
  },
  {
    value: "optimise",
    label: { en: "optimise", zh: "优化" },
    forms:
      "optimise|optimize|optimal|optimisation|optimization|least cost|cheapest|minimum cost|minimise|minimize|at least cost|cheapest way|cheapest way to|cheapest plan|lowest cost|at lowest cost|at the lowest cost|最便宜|最便宜方案|最便宜的方案|最省钱|最经济|最经济方案|成本最省|花钱最少|优化|最优|最低成本|最小成本|成本最低|最省",
  },
  {
    value: "assess",
    label: { en: "life-cycle assessment", zh: "生命周期评价" },
    forms:
      "life cycle assessment|lca|life cycle analysis|lifecycle assessment|assess the life cycle|life cycle footprint|carbon footprint of a product|product footprint|carry out an lca|生命周期评价|生命周期评估|生命周期分析|全生命周期评价|产品碳足迹|lca评价",
  },
  {
    value: "multiply",
    label: { en: "multiplied", zh: "相乘" },
    forms:
      "multiply|multiplies|multiplying|multiplied by|multiply by|times|×|乘以|乘上|相乘|乘起来|product|product of|the product",
    soft: true,
  },
  {
    value: "propagate",
    label: { en: "error propagation", zh: "误差传播" },
    forms:
      "error propagation|propagate|propagation|combine|combined uncertainty|uncertainties|root sum of squares|误差传播|合成|合并|乘积|乘积的|传播|不确定度合成|误差传递|合成不确定度|combined|combining|combine them|taken together|multiplied|product of the two|of the product|total uncertainty|overall uncertainty|合并后|合并不确定度|综合不确定度|总不确定度|合起来的不确定度|相乘|乘起来|root sum square|root sum squares|root sum of the squares|in quadrature|add in quadrature|added in quadrature|square root of the sum of squares|rss|gum|平方和开方|平方和再开方|平方和开根号|平方和的平方根|平方和开平方|方和根|误差平方和开方|总误差|合成误差|total error|combined error|overall error",
  },
  {
    value: "flow",
    label: { en: "flow", zh: "流向" },
    forms:
      "for final demand|final demand|embodied in exports to|embodied in trade|embodied in imports from|because of consumption in|for consumption in|induced by|for the consumption of|driven by|caused by demand in|exported to|embodied|embedded|satisfy demand|satisfy final demand|final consumption|最终需求|最终消费|隐含|隐含于|贸易隐含|出口隐含|进口隐含|为满足|因消费而|消费引起|流向|转移到|for what|final demand of|consumed in the end|finally consumed|ended up being consumed|demand from|embedded in goods for|embodied in goods for|最终消费了|最终消费的|consumed|consumes|consume|consumers|demand|demands|demanded|消费|消费的|需求|消费者|because of|because of what|on behalf of|for the benefit of|for the sake of|bought by|for stuff bought in|for things bought in|for goods bought by|为了|替|买的东西|购买的商品|购买的产品|满足|为了满足|用于满足|供应给|拉动|拉动了|serve the final demand|to serve|买的货|买的货物|藏着|背后藏着|货背后",
  },
  {
    value: "responsible",
    label: { en: "responsible", zh: "负责" },
    forms:
      "responsible|responsibility|to blame|blame|whose fault|is accountable|accountable|guilty|fault|liable|负责|责任|应负责|归咎|怪谁|该怪|谁的责任|承担责任|归责|该算在谁头上|算在谁头上|算谁的|算到谁头上|算谁头上|记在谁账上|都怪|怪中国|to whom|charged to|whose account|whose emissions|谁的锅|背锅|甩锅|is it fair to blame|blamed|blaming",
  },
  {
    value: "title",
    label: { en: "title", zh: "名称" },
    forms:
      "title|name of|called|what is ipcc category|category|ipcc category|名称|标题|类别|ipcc类别|叫什么|name of the category|stand for|stands for|meaning of|是什么意思|指什么|指的是什么|代表什么|是哪一类排放源|哪一类排放源|哪类排放源|什么排放源|哪一类源",
  },
  {
    value: "factor",
    label: { en: "emission factor", zh: "排放因子" },
    forms:
      "emission factor|emissions factor|ef|factor|factors|emission coefficient|coefficient|排放因子|排放系数|碳排放因子|碳排放系数|系数|因子|emission factors|emissions factors|default factor|default factors|default emission factor|default emission factors|default co2 factor|co2 factor|carbon factor|缺省因子|缺省排放因子|缺省系数|默认因子|默认排放因子",
  },
  {
    value: "spend",
    label: { en: "spending", zh: "支出" },
    forms:
      "spend|spending|spent|expenditure|purchases|purchase of|purchases of|buying|dollars spent|worth of|花费|支出|花|采购|购买|采购额|消费支出|spent on|splashed out|使咗|花咗|outlay|outlays|budget of|bill of|花了|花费了|花在|支出了|买了|开销|采购了|花掉|消费了",
  },
  {
    value: "per dollar",
    label: { en: "per dollar", zh: "每美元" },
    forms: "per dollar|per usd|per us dollar|per dollar spent|a dollar|每美元|每1美元|单位美元",
  },
  {
    value: "supply chain",
    label: { en: "supply chain", zh: "供应链" },
    forms:
      "supply chain|supply chain emissions|value chain|scope 3|upstream|供应链|供应链排放|价值链|范围三|范围3|上游|upstream emissions|embedded emissions|supply chain footprint|cradle to gate emissions of spending|上游排放|供应链上|供应链的排放|供应链碳排",
  },
  {
    value: "scope 2",
    label: { en: "scope 2", zh: "范围二" },
    forms:
      "scope 2|scope two|purchased electricity|electricity bought|electricity purchased|bought electricity|范围二|范围2|外购电力|购买电力|购电|外购电|scope ii|indirect emissions from electricity|indirect emissions from purchased electricity|范畴二|范畴2|范围ⅱ|范畴ⅱ|间接排放|用电排放|用电的排放",
  },
  {
    value: "border",
    label: { en: "border cost", zh: "边境成本" },
    forms:
      "border cost|border tax|border adjustment|carbon border cost|cbam cost|carbon border adjustment cost|cbam|border charge|border payment|边境调节成本|碳边境调节成本|边境成本|边境税|碳边境成本|碳边境调节|碳关税|边境调节|pay under cbam|under cbam|cbam certificates|cbam payment|carbon border tax|eu border carbon price|碳边境税|cbam费用|cbam成本|边境碳税|cbam bill|bill under cbam|import carbon charge|cbam liability|cbam obligation",
  },
  {
    value: "no free allocation",
    label: { en: "without free allocation", zh: "无免费配额" },
    forms:
      "without free allocation|no free allocation|without free allowances|no free allowances|无免费配额|没有免费配额|冇免费配额|冇免費配額|不计免费配额|无免费分配|不考虑免费配额|免费配额为零|不给免费配额|没有免费分配|no free quota|zero free allocation|free allocation ignored|ignoring free allocation|leaving out free allocation|不扣免费配额|不扣除免费配额",
  },
  {
    value: "drivers",
    label: { en: "by sector", zh: "分部门" },
    forms:
      "which sectors|which sector|by sector|what sectors|drove|drive|driven|driver|drivers|sectoral|breakdown|broken down|decompose|哪些部门|哪个部门|分部门|驱动|部门构成|按部门|部门分解|构成|sector by sector|by industry|by branch|which industries|分行业|各行业|各部门|哪些行业|行业分布",
  },
  {
    value: "unsure",
    label: { en: "not sure which", zh: "分不清" },
    forms:
      "i do not remember which|do not remember which|don't remember which|not sure which|i am not sure|i'm not sure|do not remember|don't remember|i forget which|i forgot which|forget which|unsure which|cannot recall which|can't recall which|don't know which|do not know which|whichever|或者是哪个|分不清|记不清|不确定是哪个|忘了是哪个|搞不清|不记得|记不得|不知道是哪个|不确定|那个国家|can't remember which|cannot remember which|either of the two|记不清是哪个|到底哪个刚果|不记得是哪个|记混|记混了|弄混了|搞混了|混淆了|mix up|mixed up|mix them up|always mix up|confuse them|got confused|来着|反正是|反正",
  },
  {
    value: "series",
    label: { en: "series", zh: "序列" },
    forms:
      "trend|time series|over time|course|each year|every year|year by year|trajectory|history|trends|逐年|趋势|历年|时间序列|走势|每年|各年|time line|timeline|over the years|each of the years|逐年变化|历年来|各年度|年际变化|每一年",
  },
  {
    value: "above",
    label: { en: "above", zh: "高于" },
    forms:
      "above|over|more than|exceeding|greater than|higher than|at least|高于|大于|以上|超出|不低于|至少|in excess of|north of|超过|多于|突破",
  },
  {
    value: "below",
    label: { en: "below", zh: "低于" },
    forms:
      "below|under|fewer than|less than|lower than|smaller than|at most|低于|小于|以下|不足|不到|至多|not more than|no more than|not above|不超过|不高于|不多于",
  },
];

/** Words that take up what was said before. */
export const references: readonly Forms[] = [
  {
    value: true,
    label: { en: "the same", zh: "同上" },
    forms:
      "and|its|their|there|that country|that one|the same|same|same country|same year|that year|it|they|both|the two|these two|instead|as well|now|sorry|i meant|i mean|rather|actually|no,|oops|correction|then what about|what about|how about|and what|那|那么|它|它的|该国|两者|两国|二者|两个|同年|同一年|同样|改为|改成|改用|换成|不对|我是说|应该是|说错了|打错了|打错|写错了|写错|typo|前者|后者|前面那个|后面那个|前面的|后面的|前一个|后一个|the former|the latter|the former one|the latter one|抱歉|对不起|那里|其|呢",
    soft: true,
  },
];

export const operationEntries: readonly Entry[] = [
  ...entriesOf("operation", operations),
  ...entriesOf("before", references),
];
