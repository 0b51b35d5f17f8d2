import { everydayForms } from "./everyday-words.ts";

/**
 * Words of sentences, not of their matter. Everything else in a question must be understood, or it is not answered: a word belongs
 * here only if no answer depends on it.
 */
export const plainWords = {
  en: `a about above-mentioned all-sectors counting interesting dependent accounting-principle accounting-principles account accounts accounted actual actually again all also altogether always am amount amounts an and
    annual annually answer any approximately are around article as at available based basically be been being best both brief briefly but
    by calculate calculated calculation can case check come comes compute computed concerning could country's countries' data database dataset
    datum day days describe determine did display do does doing done during each either emitted-by end entire estimate estimated
    exact exactly explain extract fact figure figures find first-of-all following for fetch found from full general generally get give given
    gives gave go going got had has have having he hello hey hi how however i i'd i'm if in indicate info information inside into is it's
    just kind kindly kindof know known large latest-of let let's like likely list listed load look made make many may me mean-by mentioned
    might more-precisely much must my name need needed needs no now number numbers of off ok okay on one-of only onto or order our out
    over overall own part particular per-year please pls plz position precise present print provide provided published put question quick
    quickly really regarding regards report reported reports respect respective respectively result results retrieve return right said say
    see seen set shall she should show showing shown shows since-when single size small so some something sort state stated still sum-up
    summarise summarize such supposed table tables take taken tell than thank thanks that that's the their them then there's these they
    thing things think this those through thus to together told too towards true try up upon us use used using usually value values very
    want wanted was we well were what what's whats when where whereby which while who whose why will wish with within without-doubt
    wonder work works would wrong year year's yearly years yes yet you your according accordingly reach reached come-to looks stands stood
    amounting equal equals correspond corresponding corresponds times-as look-up lookup query pull dig out roughly nearly about
    official officially recorded records record measured measure level levels quantity quantities altogether entirely
    country countries nation nations national state-of region's place places person were-there happen happened released release
    produced-by caused cause causes due generate generated generating arise arising responsible-body one two-of next-to sir madam
    i've we'd we'll it'd compared relative current currently period time times-series range-of unit units express expressed terms term
    default defaults ipcc's guideline guidelines assume assuming suppose supposing standard simply carry carried carries conduct perform undertake run between making bought buys buy purchased office offices different another subject topic anode anodes among amongst morning afternoon evening hope message finds find preparing prepare seminar lecture trouble let-me-know advance thanks-in-advance eve fast quickly second-hand hoping wish wishes kind-regards goods itself produced producing
    writing piece putting puts put air lived lives live living went goes going sold sells sell contain contains contained hold holds heard
    read reading study studying student teacher class homework colleague boss client paper article story press essay thesis chapter
    slide presentation dear madam regards cheers kindest appreciate grateful help helping curious interested interest wondering
    understand understanding explainer quick simple simply short long full complete whole-number exact-number ideally preferably maybe
    perhaps possibly think thinks thought believe believes guess-what tends tend seem seems seemed appear appears actually honestly
    really basically essentially currently nowadays recently historically back late early beginning end-of mid around-about
    came come comes coming arrive arrived left leave leaves enter entered entering amounted ended began begun start started
    starting finish finished ending until-now so-far thus-far ago later-on there're have-got per-annum p.a. annum each-year
    every-year whole-year kind-of dealing deal deals dealt associated related relating linked tied owing thanks-to attributable
    attributed accounting-for output-of volume volumes size-of dimension magnitude order-of figure-for statistic statistics
    stat stats number-for info-on details detail breakdown-of summary overview snapshot picture state-the tell-me know-about learn
    learned out-of outof versus-the altogether-the combined-the joint jointly respectively-the boiler boilers furnace-used plant-used
    used-up consumed-by eaten its-own own-use ever never usually typical typically normal normally ordinary average-sized real
    true-value right-now present-day modern latest-value official-value publicly publish publishes publication release-of
    site sites facility company's our-company firm's office offices agency agencies paid pay pays paying cost-of costing
    here central central-value central-estimate scenario scenarios please-give gimme lemme wanna gonna um uh well-then alright sure great good nice fine perfect cool yes yeah yep right correct
    dirty clean serve serving served people's man woman person's household's nature's itself themselves himself something's what're
    how're when's where's who's which's it'll they'll you'll let-us could've would've should've won't don't doesn't didn't isn't
    aren't wasn't weren't hasn't haven't hadn't can't couldn't wouldn't shouldn't
    de la le les des du en el los las der die das und von im den dem et y bitte por favor combien quelle quelles quel quels sont
    est wie hoch waren ist viel cuánto cuanto cuántas fue fueron cual son`,
  zh: `情景|做一个情景|一个情景|经济体|该区域|该地区|此区域|区域|账户|请|请问|问|问一下|一下|告诉|告诉我|告诉我们|给出|给我|给|列出|列|列举|显示|展示|查找|查询|查|找出|找|找到|求|求出|求取|算|算一下|计算|计算出|算出|估算|核算|报告|说明|说|说说|谈谈|介绍|看看|看|我想|想|知道|我想知道|想知道|想了解|了解|我|我们|你|你们|您|它|能|能否|能不能|可以|可否|是否|是不是|麻烦|帮|帮我|帮忙|谢谢|你好|您好|是|为|的|地|得|了|呢|吗|吧|啊|呀|么|嘛|与|和|及|以及|跟|同|或|或者|还是|并|并且|而|且|但|在|于|从|自|由|向|往|到|至|对|对于|关于|有关|把|将|被|按|按照|根据|依据|据|依|以|用|使用|采用|基于|通过|有|具有|共|共有|一共|总共|约|大约|大概|左右|多少|多大|多高|多少吨|几|哪|哪个|哪些|哪里|哪一|哪一个|什么|什么是|是什么|怎么|怎样|怎么样|如何|谁|那|那么|这|这个|该|此|其中|其|各|每|每个|每一|中|中的|之|之间|间|里|里面|内|上|下|时|时候|当时|当年|那年|年|年度|年份|全年|一年|当中|方面|情况|数据|数值|数字|数|值|数量|量|结果|名称|名字|叫什么|叫|国家|国|个|项|种|类|的话|会|要|需要|应|应该|应当|又|再|也|都|均|就|则|才|所|所有|全部|整个|整体|具体|准确|现在|目前|当前|如今|后|后来|前|分别|各自|相应|对应|达|达到|等于|相当于|折合|产生|造成|导致|排出|释放|带来|发生|出现|得到|获得|提供|公布|发布|统计|记录|记载|资料|来|来看|来说|而言|一|一个|一种|这些|那些|吨数|水平|大小|程度|发现|见|关系|单位|缺省|缺省值|默认|默认值|指南|标准|法|式|者|以下|如下|口径|下的|做|进行|开展|作|出|过|着|向我|回答|问题|去|座|台|套|家|间|张|辆|件|条|份|年产|产|年产量为|把|位|吨级|碳|报道|写|文章|稿|稿子|往|里边|大气里|排到|含|含有|折|折成|锅炉|办公室|外购电|外购|购买的|大气|说清楚|搞清楚|做课件|阳极|阴极|用于|卖给|卖|运往|运到|增加量|来自|源自|属于|两项|乘积|项|做个|做一个|学生|老师|作业|论文|课|讲座|先生|女士|敬请|恳请|劳驾|烦请|感谢|谢了|辛苦|拜托|一共是|共计是|合共|究竟|到底|其实|具体是|分别是|各是|各为|为多少|后面|以后|以前|之后|之前|当中的|里头|此时|那时|这时|当前的|现在的|目前的|最近的|是怎样|怎样的|如何的|哪一些|哪几个|呈现|呈|用|另外|此外|请给|给定|假设|假定|好|嗯|大致|最终`,
} as const;

export function plainForms(): string[] {
  const english = plainWords.en.split(/\s+/).map((word) => word.replaceAll("-", " "));
  return [...english, ...plainWords.zh.split("|"), ...everydayForms("errands", "speaking", "manner", "acting")];
}
