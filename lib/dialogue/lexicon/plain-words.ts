/**
 * Words of sentences, not of their matter, by what they are in a sentence. Everything else in a question must be understood, or it is
 * not answered: a word belongs here only if no sentence exists in which it says of what, of whose, of when or of how much a figure is.
 * Nouns, adjectives and verbs of the world do not belong here, nor negations, quantities or parts of a year: those restrict.
 */
const functionWords = {
  /** Articles, pronouns, demonstratives, possessives. */
  pronouns: {
    en: `a an the this that these those such i me my mine we us our you your he him his she her it its it's they them their theirs one person
      one's itself themselves himself herself something anything someone each-other i'm i'd i've i'll we're we've we'd we'll you'd you'll
      you're you've they've we'll he's she's they'd they'll they're that's there's there're it'd it'll let's let-us there here`,
    zh: `某|我|我们|咱们|你|你们|您|它|它们|他|她|他们|大家|自己|其|该|此|这|那|这个|那个|这些|那些|这里|那里|这边|那边|者`,
  },
  /** Words with which a question asks. */
  asking: {
    en: `what what's whats what're which who whose who's whom when when's where where's whereby why how how's how're whether how-fast how-strong
      how-big how-large how-dirty so-clean so-dirty how-dependent how-far how-sharply how-come how-far`,
    zh: `吗|呢|么|吧|嘛|呀|啊|哪|哪个|哪些|哪里|哪儿|哪一|哪一个|哪一些|哪几个|哪种|哪类|什么|什么是|是什么|怎么|怎样|怎么样|怎样的|是怎样|如何|如何的|谁|几|多少|多大|多高|多少吨|是否|是不是|能否|能不能|可否|可不可以|啥|咋|咋样|为什么|为何|几多|边个|好多|几何|多强|有多强|有多大|多少吨`,
  },
  /** Prepositions and conjunctions; those that leave something out or turn a time round are not among them. */
  joining: {
    en: `about across along among amongst around-about as as-for as-of as-to at between by concerning during for from in inside into of off
      on onto out out-of over regarding respect since through throughout to toward towards up upon via with within against-the and or but
      if so then than because though although while whereas therefore thus hence also too as-well again however moreover namely i.e. ie e.g.
      eg etc viz due-to owing-to thanks-to according-to in-terms-of with-respect-to with-regard-to in-case in-other-words compared relative
      versus-the next respectively respective accordingly otherwise like once i.e e.g`,
    zh: `的|地|得|了|着|过|与|和|及|以及|跟|同|或|或者|还是|并|并且|而|且|而且|但|但是|可是|不过|在|于|从|自|由|向|往|到|至|对|对于|关于|有关|把|将|被|给|按|按照|根据|依据|据|依|以|因|因为|由于|所以|因此|就|则|才|又|再|也|都|均|还|那么|这么|这样|那样|之|之间|间|里|里面|里边|里头|内|上|下|中|中的|当中|当中的|之中|其中|方面|例如|比如|即|也就是|也就是说|换句话说|的话|等|来|来看|来说|而言|所|另外|此外|相对|相应|对应|分别|各自|分别是|各是|各为|与此|同时|先|然后|其次|首先|最后|接着`,
  },
  /** Auxiliaries and verbs that only say that there is something. */
  being: {
    en: `am is are was were be been being isn't-it do does did done doing have has had having has-got have-got got can could may might must
      shall should will would need needs needed want wants wanted come comes came coming go goes went going become became seem seems seemed
      appear appears appeared happen happens happened remain stand stands stood lie lies get gets getting reach reaches reached amount
      amounts amounted amounting come-to came-to comes-to add-up adds-up turn-out turns-out turned-out correspond corresponds corresponding
      equal equals work-out works-out exist exists there-is there-are tend tends used-to be-able count-as counts-as count counts stay stayed say-for says-about`,
    zh: `是|为|有|具有|会|能|可|可以|要|需要|需|应|应该|应当|达|达到|等于|相当于|折合|得到|获得|出现|呈|呈现|属于|算是|算|作|做|成|成为|变成|共|共有|一共|一共有|一共是|总共|总共有|共计|共计是|合共|为多少|是多少|有多少|多少呢|达多少|大概是|大约是`,
  },
  /** Words by which a figure comes about: every answer here is of what is emitted or caused. */
  causing: {
    en: `cause causes caused causing generate generates generated generating arise arises arising originate release releases released
      releasing produce produces produced producing emitted-by due result-in resulted-in attributable attributed associated related relating
      linked tied contain contains contained put puts putting making supply supplies supplied pass passes passed the-air into-the-air in-the-air to-the-air of-the-air give-rise gives-rise pump pumps pumped bring brings brought`,
    zh: `产生|造成|导致|引起|排出|释放|带来|发生|来自|源自|含|含有|排到|用|使用|采用|基于|通过|往大气里|大气里|造成了|产生了|出|发|放出|进|卖|原产|产|过程`,
  },
  /** What is told: words of figures and of their finding. */
  reporting: {
    en: `answer answers calculate calculated calculation compute computed check confirm determine describe display estimate estimated estimates
      explain express expressed extract fetch find found give gives given gave indicate list look look-up lookup know known make made
      present print provide provided publish published put-together query quote question questions read record recorded records report
      reported reports reporting retrieve return say says said see seen show shows showing shown state stated summarise summarize summary tell
      tells told take takes taken think thinks thought believe believes understand use uses used using work wonder wondering hear heard write
      writing wrote learn learned recall remember ask asks asked asking prepare preparing conduct perform undertake carry-out carried-out
      run assume assuming suppose supposing mean means meant call called refer refers pull dig-out work-on advise
      figure figures number numbers value values data datum database dataset information info result results fact stat stats statistic
      statistics level levels quantity quantities magnitude size-of order-of-magnitude unit units table tables time-series series detail
      details overview goods weight-in total-figure case thing things topic subject term terms kind-of sort-of kinds-of rate account accounts accounted
      accounting accounting-principle accounting-principles guideline guidelines ipcc's default defaults measure measures measured central-value
      central-estimate position tonne tonnes ton tons kilos name apply applies assign attach hold you-hold different-subject another-subject different-topic another-topic wrong-one counting counted activity-data carry carries activity-data approach-1 approach-one
      under-approach-1 reference-year reporting-year before-mark-up origin all-sectors volume-of volumes-of amount-of amounts-of number-of`,
    zh: `告诉|告诉我|告诉我们|给出|给我|给出来|列出|列|列举|显示|展示|查找|查询|查|查一下|查一查|查查|找出|找|找到|求|求出|求取|算一下|算下|算下吧|核查|要用|作为|作为整体|算一算|算算|计算|计算出|算出|估算|核算|核实|核实一下|核对|确认|报告|报道|报一下|说明|说|说说|说一下|谈谈|介绍|介绍一下|看看|看|看一下|我想|想|想要|想问|想问一下|想问问|在写|正在写|我在写|在写一篇|我在写一篇|做紧一篇|做紧|课本里说|书上说|报上说|手头|手头最新|忘了|我忘了|知道|我想知道|想知道|想了解|想了解一下|了解一下|了解|打听|打听一下|咨询一下|想咨询|查明|问|问一下|请问|写|写稿|读到|看到|听说|据说|统计|记录|记录的|记载|公布|发布|提供|得出|发现|见|讲|讲讲|解释|解释一下|用于|假设|假定|表示|情况|数据|数值|数字|数|值|数量|量|结果|名称|名字|叫什么|叫|水平|大小|程度|吨数|关系|单位|口径|资料|项|个|种|类|型|一个|一种|一项|一下|具体|具体是|以下|如下|缺省|缺省值|默认|默认值|指南|标准|法|式|问题|回答|账户|方|是指|所谓|做一个|做个|建立|进行|开展|方法1|不同|不同机构|不同数据源|不同来源|各机构|各来源|折成|较|较之|居|位居|位列|依赖|对煤的依赖|高|低|多|大|各家|哪家|位|名|次|第一次|座|一座|一台|一件|一家|件|台|辆|条|份|张|套|部分|那部分|货|货物|中美之间|中美|不变|其他不变|排队|报送|要写|就行|就好|即可|计|以计|折|取|取值|试|试用|试算|試|合|吨|噸|吨数|碳|这一项|一篇|只要数值|通量`,
  },
  /** Time as such: a year, all of it, today's. */
  time: {
    en: `year years year's yearly annual annually per-year per-annum p.a. annum each-year every-year whole-year full-year calendar-year
      calendar over-the-year now right-now currently current at-present present-day nowadays today's so-far until-now time times-as ago yet
      already ever usually period back-in back inclusive in-the-later-year the-later-year the-earlier-year in-the-earlier-year`,
    zh: `年|年度|年份|全年|一年|整年|当年|那年|那一年|该年|现在|目前|当前|当前的|如今|目前的|现在的|此时|时|时候|时期|期间|这期间|这段时间|这段时期|后来|以前|以后|之后|之前|后|前|当时|当时的|那时|已经|已|曾|曾经|历来|至今|迄今|最近的|开始|起|算起|全国|占全国`,
  },
  /** Degree and stance, which judge a figure and choose none. */
  stance: {
    en: `approximately roughly nearly about-how around almost exactly precisely exact precise actually really basically essentially simply faster quicker slower each
      just only even still likely maybe perhaps possibly probably presumably honestly altogether in-total overall entire entirely whole all
      full complete general generally any some much many more-precisely very quite rather so-much right correct true indeed always
      very-much as-much together to-be-exact to-be-precise in-fact of-course sure official officially as-such sum-up wise alone one-number`,
    zh: `约|大约|大概|大致|左右|差不多|将近|接近|几乎|准确|确切|精确|确实|的确|真|真的|其实|实际|实际上|究竟|究竟是|到底|到底是|总体|整体|整个|全部|所有|各|每|每个|每一|一些|很|非常|比较|更|最终|具体地|好|嗯|官方|大致上|大多靠|光|主要|更快|更慢|脏|干净|很厉害|很严重|严重|不一样|不一样吧`,
  },
  /** Courtesy. */
  courtesy: {
    en: `please pls plz kindly thank thanks thx ta cheers hello hi hey hiya dear sir madam regards kind-regards good-morning good-afternoon
      good-evening ok okay yes yeah yep no-problem sorry-for appreciate appreciated grateful help helping in-advance thanks-in-advance hope
      hoping wish wishes message kindest best-wishes so-kind be-so-kind decimals decimal two-decimals one-decimal three-decimals great fine well quick-one do-me-a-favour do-me-a-favor what-on-earth how-on-earth what-in-the-world fast um uh well-then alright gimme lemme give-me tell-me show-me let-me-know wanna gonna
      out-of-curiosity just-out-of-curiosity a-lot many-thanks much-obliged thanks-a-lot thanks-a-million thank-you-so-much no-rush no-hurry no-worries not-sure no-pressure no-stress no-offence take-your-time whenever-you-can
      when-you-can at-your-convenience sorry sorry-to-bother sorry-to-bother-you excuse-me pardon pardon-me by-the-way btw if-possible if-you-can asap urgent urgently if-it's-not-too-much-trouble
      would-you-mind do-you-mind you-guys folks all-right for-what-it's-worth quick-question
      interested interesting curious quick quickly question-is i-wonder for-me looking trying`,
    zh: `告知|赐教|长话短说|指教|随便问问|随便问一下|随便问一句|随口问问|随口问一下|请|烦请|敬请|恳请|劳驾|麻烦|麻烦您|帮|帮我|帮忙|帮忙查|谢谢|谢了|感谢|多谢|辛苦|辛苦了|拜托|你好|您好|先生|女士|请给|向我|一下吧|好的|快|快速|唔该|老师您好|老师好|您好|不好意思|打扰|打扰一下|打扰了|抱歉|劳烦|有劳|费心|麻烦了|好奇|很好奇|有点好奇|比较好奇|好奇问一下|顺便|顺便问|顺便问一下|顺便说|顺便说说|顺带|话说|来着|话说回来|急|急用|急需|比较急|在线等|方便的话|如果方便|方便时|有空|有空时|不急|不着急|冒昧|冒昧问一下|请教|求助|求解|跪求|求问|多谢了|谢谢啦|谢啦|感激不尽|十分感谢|非常感谢|万分感谢|先谢过|先谢谢|各位|大神|老铁|亲`,
  },
  /** Places as such. */
  places: {
    en: `country countries country's countries' nation nations national region's place places area areas world-wide`,
    zh: `国家|国|经济体|该区域|该地区|此区域|区域|境内的|地区`,
  },
  /** Function words of other languages, in which countries are named too. */
  foreign: {
    en: `de la le les des du en el los las der die das und von im den dem et y bitte por favor combien quelle quelles quel quels sont est wie
      hoch waren ist viel cuánto cuanto cuántas fue fueron cual son`,
    zh: "",
  },
} as const;

export function plainForms(): string[] {
  return Object.values(functionWords).flatMap(({ en, zh }) => [
    ...en
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll("-", " ")),
    ...zh.split("|").filter((word) => word !== ""),
  ]);
}
