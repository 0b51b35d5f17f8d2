/**
 * Words of everyday speech by what they are in a sentence: who speaks and to whom, for what occasion, verbs of saying and looking
 * up, manner and degree. No answer depends on those of speaking, manner and acting. Words for what emits (cars, farms, schools) or
 * restricts an answer (rural, offshore, household) do not belong among them.
 */
export const everydayWords = {
  /** Those who ask, and those for whom. A clause about them frames a question; within it they may be those who emit. */
  people: {
    en: `pupil pupils kid kids child children daughter son sons daughters mum mom dad mother father parents parent friend friends
      neighbour neighbours neighbor neighbors uncle aunt grandmother grandfather grandma grandpa husband wife partner professor
      professors lecturer tutor supervisor advisor adviser editor editors reporter journalist journalists reader readers audience
      listener listeners viewer viewers manager managers director directors ceo cfo mp mps senator councillor councillors mayor
      committee parliament politician politicians colleagues coworker coworkers team teams clients customer customers investor
      investors auditor auditors engineer engineers consultant consultants analyst analysts nurse nurses doctor doctors librarian
      classmate classmates schoolchildren graduate graduates undergraduate phd postdoc researcher researchers scientist scientists
      staff students teachers lecturers bosses myself ourselves yourself somebody someone anybody anyone everybody everyone nobody
      guy guys folks fellow mate dude buddy assistant expert experts layman citizen citizens voter voters intern trainee
      grandson granddaughter nephew niece cousin roommate flatmate sister brother minister ministers delegate delegation
      delegations council councils secretary officer officers planner planners activist activists ngo freshman sophomore`,
    zh: `议员|议员们|同学|同学们|小朋友|孩子|孩子们|女儿|儿子|家长|记者|编辑|主编|读者|听众|观众|教授|导师|助教|研究生|本科生|博士|博士生|硕士生|大学生|中学生|高中生|初中生|小学生|领导|客户|老板|同事|朋友|朋友们|家人|爸爸|妈妈|爷爷|奶奶|邻居|经理|总监|董事会|部长|市长|代表团|委员会|投资人|审计师|工程师|顾问|分析师|护士|医生|研究人员|科学家|学者|大家|各位|咱们|咱|本人|自己|别人|有人|他们|他|她|我方|我司同事|评委|面试官|考官|实习生|室友|同行|网友|粉丝|家里人|小伙伴`,
  },
  /** For what a figure is wanted. */
  occasions: {
    en: `briefing briefings brief-note memo memos notebook newsletter blog blogs podcast podcasts post posts tweet tweets thread column
      columns editorial feature infographic chart charts graph graphs plot plots poster posters leaflet brochure spreadsheet
      spreadsheets excel powerpoint ppt deck decks handout handouts worksheet assignment assignments exam exams test tests quiz
      exercise exercises dissertation proposal proposals application applications review reviews talk talks debate debates
      discussion discussions panel-discussion meeting meetings workshop workshops conference webinar training course courses
      module-for lesson lessons curriculum textbook appendix footnote caption headline paragraph sentence minutes agenda dashboard
      factsheet school schools university college classroom classes grade school-project class-project my-project our-project
      project-report group-project science-project interview news magazine radio tv television video videos film documentary
      blogpost draft drafts email mail letter reply note notes slides essays theses articles papers stories chapters books book
      library site-visit town-hall press-release campaign hearing tomorrow tonight deadline urgent urgently asap homeworks
      presentations lectures seminars studies background context-only sanity-check double-check fact-check cross-check reference
      references reporting-year annual-report sustainability-report esg-report csr-report`,
    zh: `简报|议会|稿件|新闻稿|演讲|演讲稿|汇报|工作汇报|汇报材料|学校|班里|班上|课堂|课堂上|课上|幻灯片|ppt|海报|板报|手抄报|作文|毕业论文|开题报告|期末|考试|试题|题目|练习|练习题|辩论|辩论赛|会议|会上|开会|研讨会|讨论|展示|展板|公众号|推文|文案|科普|视频|节目|采访|访谈|调研|调查|课题|课题组|写作|备课|教材|课本|教案|讲义|新闻|报纸|杂志|专栏|专题|图表|画图|表格|附录|脚注|标题|摘要|方案|材料|素材|背景|背景资料|年报|年度报告|社会责任报告|可持续发展报告|esg报告|投标|答辩|项目申报|申报书|周报|月报|例会|晨会|小组作业|小组讨论|知识竞赛|答题|竞赛|面试|明天|今晚|下午|上午|早上|晚上`,
  },
  /** Saying, asking, looking up, thinking. */
  speaking: {
    en: `ask asks asked asking wonders wondered knows knew tells telling explains explaining mentions claim claims claimed argue
      argues argued discuss discusses discussed verify verifies verified checks checked checking confirm confirms confirmed prove
      proves cite cites cited citing quote quotes quoted quoting compile compiles compiling drafting teach teaches taught teaching
      learning recall recalls remember remembers forget forgot forgotten looking looked search searches searching seek seeks
      seeking sought pick picks picked choose chose chosen select selects selected decide decided hopes hoped likes liked love
      prefer prefers trying tried tries worked working works-out figured figuring sorted talking talked talks-about spoke speak
      speaks speaking saying says said-to telling-me states write writes wrote written edits edited copy copied type typed
      hear hears hearing listen watch watched watching saw seeing notice noticed spot spotted spotting double-checking recheck
      clarify clarifies clarified illustrate illustrates illustrating demonstrate demonstrates visualise visualize comment
      comments inform informed informs convince persuade surprised surprises surprising wonderful thinkers reckon reckons reckoned
      suspect suspects suspected doubt doubts doubted assert asserts asserted allege alleged supposedly reportedly allegedly
      apparently presumably answer answers answered answering respond responds reply replies solve solves solved recompute
      recalculate tot-up tally tallied tallies jot cross-checking pinpoint identify identifies identified outline outlines sketch
      handy needing requiring require requires required want-to wanting supply supplied deliver delivered bring brings
      brought keep keeps kept send sends sent share-with-me walk-me talk-me teach-me help-me grab fetch-me`,
    zh: `请教|想请教|咨询|求助|急用|在线等|能不能告诉我|可不可以|方便|劳烦|帮忙看看|帮我看看|帮我查|帮我查一下|帮我算|帮我算一下|帮我算算|帮我找|查一查|查查|查一下|查下|算算|算一算|算下|算一下吧|给个|给我个|来个|来一个|说一下|说下|讲讲|讲一下|讲|谈|聊聊|聊|看一下|看下|看一看|瞧瞧|核对|核对一下|核实|核实一下|确认|确认一下|验证|对一下|检查|检查一下|弄清|弄清楚|弄明白|搞懂|弄懂|好奇|有点好奇|很好奇|想问|想问问|想问一下|想请问|想查|想查一下|想算|想看|想看看|想弄清|听说|据说|听人说|看到|读到|提到|写到|问到|问起|问我|问我们|记得|忘了|想不起来|引用|援引|举例|举个例子|讲解|解释|解释一下|介绍一下|汇总|汇总一下|整理|整理一下|梳理|盘点|总结|总结一下|评估一下|估一下|估个|正在写|在写|要写|准备|打算|想要|希望|希望能|急|需要知道|要知道|必须|要求|拿|拿来|写进|放进|放在|放到|展示给|交给|发给|转告|指出|认为|觉得|以为|怀疑|宣称|声称|不知道|知不知道|知道吗|晓得|清楚|记住`,
  },
  /** Manner, degree, linking: adverbs and adjectives that judge and do not select. */
  manner: {
    en: `very-much quite rather-much pretty fairly extremely hugely massively enormously vastly greatly considerably significantly
      substantially notably strikingly surprisingly interestingly importantly mainly chiefly mostly largely primarily especially
      specifically generally-speaking broadly roughly-speaking precisely accurately correctly properly carefully closely clearly
      obviously certainly definitely surely absolutely probably likely-to hopefully fortunately unfortunately sadly luckily frankly
      honest truly literally virtually practically effectively nominally basically simply-put merely just-about somewhat slightly
      marginally gradually steadily sharply rapidly slowly suddenly dramatically drastically strongly heavily badly well-known
      exactly-how namely viz ie eg etc i.e e.g huge tiny massive enormous significant substantial notable striking important
      relevant useful reliable accurate rough overall-figure actual concrete definite proper suitable appropriate raw
      rounded round obvious famous known-as whatever whichever-way however-much moreover furthermore besides-that plus additionally
      meanwhile otherwise therefore hence thereby because since-then although though even-though whereas unless hmm oh ah wow ha
      er erm ok-so so-then first-off firstly secondly thirdly lastly next afterwards beforehand meanwhile-in somehow somewhere
      anyway anyhow still-now already soon again-please once more-exactly yet-again nowadays-how these-days right-away
      immediately eventually ultimately initially originally previously formerly-known constantly consistently continuously
      typically-how overall-how headline-figure ballpark order-of-magnitude grand net-of-all actual-figure true-figure bottom-line
      one's ones other others each-of all-of most-of-the much-of any-of some-of none-of few several many various multiple
      comparable comparison-wise wise way ways manner kinds sorts sort-of types type-of piece bit bits lot lots loads tons-of
      plenty enough less-than-clear little worth worthwhile possible impossible necessary easy easily hard difficult
      good-enough better best-available worse worst nicest favourite favorite cleanest-way new newly old older recent`,
    zh: `非常|十分|特别|相当|比较起来|比较而言|相对而言|尤其|主要|主要是|大体上|大体|大概是|大约是|差不多|几乎|接近|将近|近乎|确实|的确|确切|确切地|精确|精确地|真实|实际|实际上|事实上|其实是|显然|明显|显著|大幅|大幅度|稍微|略|略微|逐渐|逐步|迅速|快速|急剧|突然|因为|所以|由于|因此|于是|不过|可是|但是|然而|虽然|尽管|即使|只是|只要|只想|只需|就行|就好|就可以|即可|便可|足够|够了|顺便|顺便问|顺便问一下|另外问|还有|还想|还想知道|再问|再问一下|再说|先|首先|其次|然后|接着|随后|同时|一方面|换句话说|也就是说|也就是|即|例如|比如|比如说|诸如|等等|之类|之类的|这样|那样|这么|那么多|这么多|如此|怎么算|怎么算的|如何计算|如何算|怎么计算|究竟是|到底是|一共有|总共有|合起来|放在一起|一起|当时的|那个|那些|哪种|哪类|某|某个|任何|任意|各种|各类|多种|多个|几种|有些|有的|一些|一点|一点点|许多|很多|不少|大量|巨大|庞大|惊人|重要|关键|有用|可靠|权威|官方的|公开|公开的|最好|最好是|尽量|尽可能|尽快|马上|立刻|现成|现成的|完整|完整的|详细|详细的|简单|简单地|简短|一句话|简要|简述|粗略|粗略地|粗算|毛估|概数|约数|整数|保留|小数|位小数|精度|单位是|单位用|单位为|数额|额|规模|体量|量级|数量级|程度上|意义上|角度|角度看|角度来看|看来|说来|说起来|算起来|算下来`,
  },
  /** Acting, happening, being somewhere: verbs by which no figure is selected. */
  acting: {
    en: `add adds added adding turn turns turned turning happens happening occur occurs occurred occurring became become becomes
      becoming stay stays stayed staying follow follows followed following help-with apply applies applied applying involve
      involves involved involving include includes included including-that concern concerns depend depends depended count-as
      belong-here rely relies mattered matters matter care cares cared start-with stop stops stopped continue continues continued
      continuing lead leads leading-to led result-in resulting resulted end-up ended-up wind-up went-up come-out came-out
      goes-into go-into went-into gets-into get-into blame-free affect affects affected influence influences influenced impact
      impacts impacted relate relates stem stems stemmed originate originates originated derive derives derived attach attached
      belong-with sit sits sat lie lies-at lay rest rests remain-at place-of exist exists existed existing serve-as act acts acted
      handle handles handled manage manages managed run-at operate operates operated operating own owns owned owning consist
      consists consisted comprise comprises comprised amount-to amounts-to amounted-to total-up totals-to totalled totaled
      weigh weighs weighed grind grinds grinding  milling-of process-in processed treat treated feed feeds fed use-up
      consume-for load-up ship-off drive-for drove-for order-up ordered install installed installing build builds built building-a
      sign signs signed contract contracts contracted procure procures procured procurement bill bills billed invoice invoices
      invoiced meter metered meters rent rents rented lease leases leased leak leaks leaked leaking leakage vent vents vented
      venting escape escapes escaped spill spilled topped top-up refill refilled recharge recharged lose loses lost losing
      set-free freed dispose disposed throw throws threw thrown receive receives received receiving convert-for-me
      scale scales scaled round-off rounding worked-out sit-at stand-at hover hovers hovered hit hits reach-up attain
      attained achieve achieves achieved score scored meet meets met touch touched pass passed passing cross crossed-over fill
      fills filled replace-with-figure put-in puts-in putting-in put-on in-terms-of in-other-words expressed-as expressed-in written-as newspaper newspapers in-the-paper her his big large small bigger smaller geography odd nowadays thirty-years twenty-years taught hidden traded   embedded-in carried sun present at-present handed mean means meant counted sixth-one buying bought-from gets get-from winter summer spring autumn season                                   green-contract contract-of planet-earth praise praised flyer leaflet page pages surprising-that workshop-of-the-world factory-of-the-world last-year the-last-year in-the-last-year everything both-years-included years-included reductions reduction-target brag brags role picture pictured listeners   subcontractor subcontractors scope-3-report next-to-it worst best wow getting any-better looking-at until-now behind cn cn-code before-mark-up mark-up mark-ups greenhouse-effect warming-effect stronger potent as-potent more-potent burp burps belching going-by in-the-end-of visited activity-data over-the-summer over-the-winter over-the-year over-the-whole-of over-the-course-of in-the-winter in-the-summer in-winter in-summer as-per per-unit first-year second-year third-year final-year for-the-first-time first-time at-first excluding-pfcs excluding-pfc pre-covid before-covid   before-the-pandemic bought   sir respected kindly-help thought-experiment               people-in each-as i.e-consumption    her-country his-country my-country our-country
      including-that inclusive included-in included excluded-none back-to equal-to-what took taken-by these-ten-years those-ten-years that-decade over-the-decade over-these-years in-these-years over-those-years in-that-time over-that-time in-that-period over-this-period during-this-period five-years ten-years things-that stuff guarantees-of-origin guarantees-of-origins no-guarantees prices price-level in-prices`,
    zh: `发生了|成为|变成|变为|变得|保持|维持|跟着|随着|涉及|包含了|包括了|取决于|开始|停止|继续|引起|引发|引致|带动|致使|促成|归结|归到|来源于|源于|出自|出于|位于|处于|存在|属|拥有|经营|运营|运行|管理|处理|粉磨|磨|磨制|加工|投入|消耗了|耗用|耗费|耗|用了|用掉|用去|使用了|采用了|购入|购进|买入|买了|买|购|签订|签了|合同|合同电量|安装|建|建成|建设|新建|投产|租用|租赁|泄漏|泄漏了|泄露|泄露了|逸散|逸出|漏|漏了|漏掉|排空|放空|补充|补充了|充注|加注|丢失|丢掉|扔|处置|收到|接收|装载|载|运输了|跑|行驶|行驶了|开了|达成|实现|完成|碰到|触及|突破|越过|充满|填|填入|代入|套用|套|对照一下|换一下|换算一下|折算一下|商品|商品贸易|货品|手头|手边|偶尔|表扬|宣传|宣传页|冬天|夏天|春天|秋天|冬季|夏季|隔壁|三十年|爷爷奶奶|目前来看|最严重|严重|那次|那一次|普通|厉害|成绩|首尾|含首尾|全部|部长|部长们|总说|都说|世界工厂|疫情|那年|就是|温室效应|增温效应|温室效果|很|环保|看上去|看起来|先不算|不算加成|加成|加成前|热|活动|活动数据|街坊|街坊们|不好意思|意思|几多|边个|边度|边国|边|点解|而家|睇|唔该|请问下|多谢|入口货|入口|计埋入口货|本地|改成|改用|如果改成|换成|要是改成|替别国|别国|替|辩论时|谁|头上|肯定|单单|单|光|仅|纯|这一块|这块|这方面|一块|机构|不同机构|各机构|一样|不一样|不一样吧|不同|相同吗|别的都不变|其他不变|其他都不变|不变|打工|实习|东西|货物|货|这十年|这五年|这几年|这些年|这三年|这二十年|五年间|十年间|二十年间|这段时间|期间|这期间|这段时期|这五年间|这十年间|五年|三年|十年|二十年`,
  },
} as const;

type Theme = keyof typeof everydayWords;

/** The forms of some themes. */
export function everydayForms(...themes: readonly Theme[]): string[] {
  return themes.flatMap((theme) => {
    const english = everydayWords[theme].en.trim().split(/\s+/);
    return [...english.map((word) => word.replaceAll("-", " ")), ...everydayWords[theme].zh.split("|")];
  });
}
