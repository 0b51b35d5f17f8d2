import { errandEnd } from "./errand.ts";
import { isUnknown, type Link } from "./link.ts";

/** Whether a word is one of those who ask or of the papers that they write, and whether it is one of the papers. */
export interface Speech {
  readonly isSpeaker: (link: Link) => boolean;
  readonly isPaper: (link: Link) => boolean;
}

/** Words of one clause, with the text in which they stand. */
function textOf(clause: readonly Link[], written: string): string {
  return written.slice(clause[0]!.from, clause.at(-1)!.to).replaceAll("’", "'").toLowerCase();
}

/** Verbs by which somebody says what is meant, counted or left out: what follows them restricts, whatever it is. */
const CHOOSES =
  /(?:^|\s)(?:means?|meant|counts?|counted|counting|includes?|included|including|excludes?|excluded|excluding|ignor(?:es?|ed|ing)|skip(?:s|ped|ping)?|omit(?:s|ted|ting)?|leaves?|leaving|left|drop(?:s|ped|ping)?|remov(?:es?|ed|ing)|subtract(?:s|ed|ing)?|deduct(?:s|ed|ing)?|forget|forgetting|concerns?|concerning|covers|covering|limit(?:s|ed|ing)?|restrict(?:s|ed|ing)?|focus(?:es|ed|ing)?(?: on)?|consider(?:s|ed|ing)?|wants?|wanted|needs?|needed|seeks?|choos(?:es?|ing)|chose|picks?|picked|prefers?|ask|asks|asked|asking|cares?|caring|interested|curious|wonder|wondering|thinking|speaking|talking|looking|looks?|interest|except|excepting|without|regarding|after)$/i;
/** What may stand between a verb and its object. */
const LEADS_OBJECT =
  /^(?:for|about|of|at|in|on|the|an?|my|our|your|his|her|their|its|all|those|these|that|any|some|just|only|mostly|off|out|aside|away)$/i;

const SOON = /^(?:before|again|already|now|today|tonight|tomorrow|yet|soon)$/i;

/** A part of something, or all without it, wherever it stands in a clause. */
const PARTS =
  /\b(?:only|solely|exclusively|purely|merely|rather(?! than)|instead)\b|\b(?:excepted|excluded|removed|ignored|omitted|left (?:out|aside|off)|taken (?:off|out|away|aside)|(?:set|put|laid) aside|apart$|apart from|except|save for|not the|the ones?|ones that|as far as|when it comes to)\b|\b(?:the|my|our|your|their|his|her|its|\w+'s|\w+s') (?:\w+ )?(?:part|share|portion|half|slice|bit|fraction)\b/;
const IDIOMS = /\b(?:jok(?:es|ing)|kidding|jesting) (?:aside|apart)\b|\b(?:would|i'd|'d) rather not (?:guess|say)\b/g;
/** “As far as you know”: with how much certainty, not of what. */
const AS_KNOWN =
  /\b(?:as|so) (?:far|best|well) as (?:i|you|we|he|she|they|one|any(?:one|body)|some(?:one|body))(?:'m| am|'re| are| is)?(?: can| could| may| might| do)? (?:know|knows|tell|recall|remember|see|say|judge|guess|make out|understand|aware)\b|\bas best (?:i|you|we|they|one|any(?:one|body)) can(?: (?:know|tell|recall|remember|see|say|judge|guess))?\b/g;

/** A clause without a verb of its own, which says where, whose or when. */
const ADVERBIAL =
  /^(?:and |but |so |also |just |only )*(?:among|amongst|by|in|at|on|of|from|within|inside|outside|across|under|near|around|beyond|behind|between|through|per|until|till|during|throughout|over|after|before|since|with|without|besides|for|to|as|on behalf of) /;
/** Those who own, let or pay what emits: what is asked “as a landlord” is of what they hold. */
const OWNER =
  /^(?:landlords?|landlad(?:y|ies)|tenants?|home ?owners?|owners?|investors?|shareholders?|lenders?|donors?|funders?|sponsors?|bankers?|hosts?|retirees?|pensioners?|widows?|customers?|clients?|房东|业主|租户|股东|投资人|出资人)$/i;
const AS_OWNER = new RegExp(`^(?:and |but |so |just )*as (?:an? |the )?(?:\\w+ )?${OWNER.source.slice(1)}`, "i");
/** Prepositions of whom or what a figure is told: “for my class”, “to our board”. */
const TOLD = /^(?:for|to|with|as|on behalf of)$/i;
/** A subject after which a verb stands. */
const SUBJECT = /^(?:i|i'm|i've|i'd|i'll|we|we're|we've|we'd|he|she|they|it|it's|you|you're|somebody|someone)$/i;
const DETERMINES = /^(?:an?|the|my|our|your|his|her|this|that|these|some|all)$/i;

/** When something was: what it dates may be the figure. */
const DATES = /^(?:and |but |so )?(?:when|while|whilst|until|till|once|whenever|unless|where|since|after|before) /;
const PAST = /\b(?:was|were|had|did|lived|went|came|got|[a-z]{3,}ed)\b/;
const SUPPOSES = /^(?:and |but |so )?(?:if|unless|provided|assuming|suppose) /;
const POLITE_IF =
  /^(?:and |but |so )?(?:if|unless) (?:you(?:'re| are| were|'d| would| will| can| could| may| might| must| don't| do not| have|'ve| know| happen| mind| like| please| wish| want| get| find| ever| still| remember)|i (?:may|might|can|could|remember|recall|understand|am|understood|recall)|i'm|i've|we (?:may|might|can|could)|it(?:'s| is| isn't| is not|'s not| wouldn't| would not| would| does not| doesn't| helps)|that(?:'s| is| isn't| is not)|possible|at all|so|not|need|any|there(?:'s| is)|anyone|anybody|someone|somebody|only|(?:my )?memory)\b/;
/** What a courteous “if it isn't …” is of. */
const BOTHER =
  /^(?:isn't|doesn't|wouldn't|don't|not|no|too|much|trouble|bother|hassle|burden|imposition|inconvenience|inconvenient|convenient|problem|okay|ok|fine|allowed|possible|easy|difficult|hard|helps?|rude|cheeky|ask)$/i;

/** Words by which people speak of the asking itself: knowing, asking, answering, being sorry, being in a hurry. */
const ASKING =
  /\b(?:know|knows|remember|recall|forget|forgets|forgot|understand|wonder|wondering|idea|clue|memory|sure|curious|find|found|look|looked|search(?:ed|ing)?|googled?|ask|asks|asking|answer|reply|hear|sorry|apolog(?:y|ies|ise|ize)|forgive|excuse|pardon|bother(?:ing)?|trouble|mind|thank(?:s|ful)?|grateful|obliged|appreciate[ds]?|favou?r|help(?:s|ing)?|hurry|rush(?:ed|ing)?|wait(?:s|ing)?|bear|patien(?:t|ce)|promise[ds]?|argument|bet|bugging|nagging|stuck|confused|lost|new to|stupid|silly|dumb|rude|cheeky|obvious|naive|weird|deadline|late|lifesaver|star|legend|angel|best|genius)\b/;
const OPENING =
  /^(?:so |well |oh |and |but |just )*(?:sorry|apologies|my apologies|forgive|excuse|pardon|bear with|thanks?|do me|help me|remind me|settle|save me|spare me|hate to|no idea|no clue|not sure|never mind|don't laugh|out of)\b/;
/** A question, as those who ask it call it. */
const QUESTION =
  /^(?:ok |okay |right |alright |now |so |well |oh |and |but |just |a |an |the |one |my |here's |here is |here comes |that's |that is |this is |this may be |this might be |it's |maybe |perhaps |probably |possibly |likely |very |really |slightly |rather |quite |silly |stupid |dumb |quick |simple |basic |odd |weird |strange |random |na[iï]ve |daft |easy |tough |tricky |small |little |tiny |short |brief |last |final |next |other |another |more |curious |nerdy |geeky |burning |embarrassing |obvious |newbie |beginner's |layman's )+(?:question|query|questions|favou?r|request|ask|one|thing|doubt)(?: (?:perhaps|maybe|probably|though|sorry|but|coming|incoming|ahead|here|from me|for you|please|then|i know|i guess|i suppose|i have|for (?:today|tonight|now|the day)))*$/;
/** “I promise it is the last”: the place of the question among others. */
const WHICH_QUESTION =
  /^(?:and |but |so |then )*(?:i (?:promise|swear|think|guess|hope|believe|know) )?(?:it's|it is|it'll be|it will be|this is|this'll be|this will be|that's|that is|that'll be|that will be) (?:my|the) (?:very |really )?(?:last|first|final|only|second|third|next|other)(?: one| question)?(?: for (?:today|tonight|now|the day))?$/;
/** Greetings by the time of day; alone, such a time may be when something was. */
const GREETS =
  /^(?:(?:oh|well|so) )?(?:a very |a )?(?:hello|hi|hey|hiya|greetings|dear|g'day|good (?:morning|afternoon|evening|day)|(?:morning|afternoon|evening)(?=$| (?:all|every|folks|there|sir|madam)))(?: (?:to|you|all|again|there|from me|everyone|everybody|folks|team|sir|madam|colleagues|friends|guys))*$/;
const GREETS_ZH =
  /^(?:各位|诸位|大家|老师们?|您|你们?|同学们|朋友们|亲们?)*(?:早上|上午|中午|下午|晚上|傍晚|早|晚|午|周末)?[好安早][呀啊哇哦呢]?(?:各位|诸位|大家|老师们?|亲们?|同学们|朋友们)*$/;
/** Whose without a verb: “my village.” */
const BELONGS = /^(?:my|our|your|his|her|their)$/i;
/** A preposition after which an unknown noun says of what. */
const OF_WHAT =
  /^(?:about|on|of|regarding|concerning|for|from|in|into|inside|outside|at|by|with|without|among|amongst|between|per|within|during|throughout|while|whilst|after|before|since|until|till|than|over|under|near|along|across|around|behind|beyond|beneath|beside|besides|through|via|upon|despite|less|minus|plus)$/i;

/** Verbs whose object may be what is asked about. */
const KNOWS =
  /(?:^|\s)(?:know|knows|remember|recall|understand|find|found|search|searched|googled?|like|love|hate|have|has)$/i;
const SPEAKS =
  /^(?:and |but |so |well |oh |as |since |because )*(?:i|i'm|i've|i'd|i'll|we|we're|we've|you|you're|you've|you'd|it|it's|this|that|that's)\b/;

/** Chinese words that choose a part or leave one out. */
const PARTS_ZH =
  /只|仅|我们?(?:是)?指|[单光](?:看|算|说|问|要)|不(?:算|看|管|要|计|含|问|包括|考虑|统计)|别(?:算|管|看|要|问)|除|分摊|均摊|^按(?!理|说|道理)|去掉|扣|刨|撇开|抛开|剔|排除|忽略|略过|跳过|部分|那一?份|那一?块|那段|那类|份额|(?:来说|来讲|而言|为例|为限|为准|为止|就行|就好|就够|即可)$/;
const SAYS_WHAT_ZH = /(?:问|说|指|要|知道|关心|看|算|查|找|谈|讲|想)的(?:是|就是|其实是)(?=.)/;
const TOPIC_ZH =
  /^(?:那|而|但|还有)?(?:拿|就(?!想|问|是|差)|关于|至于|说到|说起|谈到|谈起|讲到|讲起|提到|提起|论(?!文|坛|证)|以(?!便|免|为|前|后)|比如|例如|像|凡是|在(?!写|做|看|准备|听|读|学|研究|整理|讨论|备|复习|开|上|查|跟|和|家|线|忙|赶|等|想)|从(?!来|没)|由(?!于)|当(?!然)|等到|自从|如果|要是|假如|假设|倘若|若)/;
/** “我关注渔船”: somebody says what is sought. */
const SEEKS_ZH =
  /^(?:我|我们|咱们?|老师|领导|老板|同事|上级).{0,3}?(?:关注|关心|聚焦|留意|统计|核算|问|查)(?!一?[下句声个]|起|到|我|你|您|各位|大家|了|不|过|问|查|住|题|得|完|告|证|清|明)(\p{Script=Han}{2,6}?)(?:呢|吧|啊)?$/u;
const DATES_ZH = /(?:时候|期间|那年|那时|那天|那会儿?|之前|之后|以前|以后)$/;
const FREE_ZH = /方便|有空|得空|空闲|闲/;
const WHEN_ZH = /(?:时|前|后|里|中|内|下)$/;
/** Whose something is, where nobody asks or wants it. */
const WHOSE_ZH = /(?<![问要说写催查让])的$/;
/** What somebody does who asks; such a clause tells who asks, and where. */
const DOES_ZH = /[写做看听读学问聊讲说查找等忙催讨研备赶吃喝睡坐排翻刷逛]|上课|下课|开会|准备|复习/;
const PLAIN_IF_ZH =
  /^(?:如果|要是|若|假如)(?:您|你|不|没|有|方便|可以|可能|能|没有)*(?:麻烦|介意|方便|可以|可能|能|空|时间|知道|打扰|嫌弃|行|的话|空的话)+(?:的话|告诉我|帮我)*$/;
/** With how much certainty, in Chinese. */
const AS_KNOWN_ZH =
  /^(?:那?么?)(?:据|就|以|凭|按|照|依|在)?(?:您|你们?|我们?|各位|大家|咱们?)的?(?:所知|所了解|了解|印象[中里]?|记忆[中里]?|看法?|看来|理解)$/;
const KNOWN_OF_ZH = /(?:所知|所了解|印象[中里]?|记忆[中里]?)的./;
const ASKING_ZH =
  /(?:知道|晓得|记得|记住|记不(?:住|得|清|起来?)|忘了?|忘记|懂|明白|清楚|了解|会|查不?(?:到|着)|没查到|找不?到|搜不?到|想不起来?|答不(?:上来?|出)|说不(?:上来?|清)|好奇|纳闷|糊涂|确定|告知|告诉|赐教|请教|指教|指点|解答|解惑|回复|答复|求助|[劳烦扰谢]|抱歉|对不起|不好意思|见谅|包涵|海涵|笑话|冒昧|麻烦|方便|关系|没事|辛苦|客气|着急|急|催|等|赶时间|提到|提起|说起|聊到|谈到|意思|问(?:一?[下句声嘴]|问|起|我|你|您|住)?)(?:一?[下句声]|[了的着过吗呢吧啊呀嘛哈啦哦您你我他她们])*$/;
/** “请教各位老师”, “小白一枚”, “女儿写作业卡住了”: those who ask and are asked. */
const CALLS_ZH = /^(?:想|先|再|又)*(?:请教|请问|问|求助|麻烦|劳驾|拜托|谢)/;
const ONE_OF_ZH = /一[枚个名位只]$/;
const WRITES_ZH = /[写查问催等急]|卡住/;
const THANKS_ZH = /^(?:万分|非常|十分|不胜|真是)?(?:感激|感谢|感恩|谢谢)..?$/;
const QUESTION_ZH =
  /^(?:突然|忽然|刚刚?|又|想到|想起|冒出|有|个|一|小|想|请教|问|还|再|最后|简单|基础|外行|傻|笨|弱|蠢|的|可能|也许|是|这|我|点)*问题$/;

/** A word that is not understood, or names a thing. */
function isOpen({ meanings, ...link }: Link): boolean {
  const things = ["material", "product", "commodity", "technology", "absent", "sector", "fuel", "holder"];
  return (
    link.via === "fuzzy" ||
    isUnknown({ meanings, ...link }) ||
    (meanings.length > 0 && meanings.every(({ kind, soft }) => soft !== true && things.includes(kind)))
  );
}

/**
 * Whether a clause chooses a part of what is asked, or leaves one out: “I mean the ferries”, “leaving my village out”, “among my
 * neighbours”, 我问的是渡轮. Somebody speaks in it, and yet it restricts.
 */
export function restrictsByClause(clause: readonly Link[], written: string, speech: Speech): boolean {
  const text = textOf(clause, written);
  const content = clause.filter(isOpen);
  if (content.length === 0) return false;
  return /\p{Script=Han}/u.test(text)
    ? restrictsInChinese(text, clause, content, speech)
    : restrictsInEnglish(text, clause, content, speech);
}

function restrictsInEnglish(
  text: string,
  clause: readonly Link[],
  content: readonly Link[],
  { isSpeaker, isPaper }: Speech,
): boolean {
  if (PARTS.test(text.replaceAll(IDIOMS, "").replaceAll(AS_KNOWN, ""))) return true;
  const end = errandEnd(text) ?? [...text.matchAll(AS_KNOWN)].map(({ index, 0: known }) => index + known.length)[0];
  if (end !== undefined && content.some((link) => isObject(link, clause[0]!.from + end) && !isPaper(link))) return true;
  const [first, noun, ...others] = clause.slice(/^here(?:'s| is| are)\b/.exec(text)?.[0].split(" ").length ?? 0);
  if (first && noun && BELONGS.test(first.words) && content.includes(noun))
    if (isSpeaker(noun) ? others.length === 0 : others.every((link) => content.includes(link))) return true;
  const hasObject = clause.some((link, i) => {
    if (!CHOOSES.test(link.words)) return false;
    const object = clause.slice(i + 1).find(({ words }) => !LEADS_OBJECT.test(words));
    if (object === undefined || !content.includes(object) || isPaper(object)) return false;
    // “My editor asked my boss”
    return !(isSpeaker(object) && /^ask(?:s|ed|ing)?$/i.test(link.words)) && !SOON.test(object.words);
  });
  if (hasObject) return true;
  if (DATES.test(text) && !/ (?:you|your) /.test(` ${text} `) && PAST.test(text) && !ASKING.test(text)) return true;
  if (SUPPOSES.test(text))
    return !POLITE_IF.test(text) || (/ (?:it|it's|that|that's) /.test(` ${text} `) && !content.every(isBother));
  if (!ADVERBIAL.test(`${text} `)) return false;
  // “At my school we read”, “as my teacher says”: a verb of its own.
  const lead = clause.findIndex(({ words }) => ADVERBIAL.test(`${words.toLowerCase()} `));
  const rest = clause.slice(lead + 1);
  if (AS_OWNER.test(text)) return true;
  if (/^(?:as|since|before|after|until|till)$/i.test(clause[lead]?.words ?? "") && rest.length > 1) {
    if (rest.some(({ words }) => SUBJECT.test(words)) || rest.some(isSpeaker)) return false;
  }
  if (rest.some(({ words }) => SUBJECT.test(words))) return false;
  const head = rest.find(({ words }) => !DETERMINES.test(words));
  if (head === undefined || !content.includes(head) || ASKING.test(head.words.toLowerCase())) return false;
  if (!TOLD.test(clause[lead]!.words)) return !isPaper(head);
  // “For our sovereign bond screen”: the noun for which it is wanted ends the phrase.
  const next = rest.findIndex((link) => OF_WHAT.test(link.words));
  return !rest.slice(0, next < 0 ? undefined : next).some((link) => content.includes(link) && isSpeaker(link));
}

/** What stands after a verb, if it is no name of a question. */
function isObject({ from, words }: Link, end: number): boolean {
  return from >= end && !/^(?:claims?|facts?|riddles?|puzzles?|sources?|sums?|clues?)$/i.test(words);
}

function isBother({ words }: Link): boolean {
  return BOTHER.test(words);
}

function restrictsInChinese(
  text: string,
  clause: readonly Link[],
  content: readonly Link[],
  { isSpeaker, isPaper }: Speech,
): boolean {
  if (PLAIN_IF_ZH.test(text) || AS_KNOWN_ZH.test(text)) return false;
  const end = errandEnd(text);
  if (
    end !== null &&
    content.some((link) => isObject(link, clause[0]!.from + end) && !isSpeaker(link) && !isPaper(link))
  )
    return true;
  if (PARTS_ZH.test(text) || SAYS_WHAT_ZH.test(text) || WHOSE_ZH.test(text) || KNOWN_OF_ZH.test(text)) return true;
  const [, object] = SEEKS_ZH.exec(text) ?? [];
  if (object !== undefined && !isSpeaker({ ...clause[0]!, words: object })) return true;
  if (DATES_ZH.test(text) && !FREE_ZH.test(text)) return true;
  if (/^作为/.test(text) && OWNER.test(content.at(-1)!.words)) return true;
  const isTold = content.every(isSpeaker);
  if (TOPIC_ZH.test(text) && !(isTold && (clause.some(isPaper) || DOES_ZH.test(text)))) return true;
  return WHEN_ZH.test(text) && !isTold && !DOES_ZH.test(text);
}

/**
 * Whether a clause speaks of the asking alone: of not knowing, of asking and thanking, of being in a hurry. It holds nothing that a
 * figure could be of, so what is unknown in it restricts nothing.
 */
export function speaksOfAsking(clause: readonly Link[], written: string, { isSpeaker }: Speech): boolean {
  const text = textOf(clause, written);
  if (/\p{Script=Han}/u.test(text)) {
    const isTold = clause.filter((link) => isOpen(link) && !/^[枚名]$/.test(link.words)).every(isSpeaker);
    if (isTold && (CALLS_ZH.test(text) || ONE_OF_ZH.test(text))) return true;
    if (isSpeaker(clause[0]!) && WRITES_ZH.test(text)) return true;
    if (AS_KNOWN_ZH.test(text)) return true;
    if (/的(?!时候|意思|话|$)/.test(text)) return false;
    return [PLAIN_IF_ZH, ASKING_ZH, QUESTION_ZH, THANKS_ZH].some((each) => each.test(text));
  }
  if (QUESTION.test(text)) return true;
  const names = clause.some((link, i) => {
    const after = clause.slice(i + 1).filter(({ words }) => !LEADS_OBJECT.test(words));
    const nouns = OF_WHAT.test(link.words) ? after : KNOWS.test(link.words) ? after.slice(0, 1) : [];
    return nouns.some((noun) => isNoun(noun) && !isSpeaker(noun));
  });
  if (names) return false;
  if (POLITE_IF.test(text) || OPENING.test(text) || text !== text.replaceAll(AS_KNOWN, "")) return true;
  return (SPEAKS.test(text) || clause.slice(0, 4).some(isSpeaker)) && ASKING.test(text);
}

/** Whether a clause is a name of the question: “one more thing”, “a silly question”. */
export function namesQuestion(clause: readonly Link[], written: string): boolean {
  const text = textOf(clause, written);
  return QUESTION.test(text) || WHICH_QUESTION.test(text) || QUESTION_ZH.test(text);
}

/** Whether a clause greets: “good evening everyone”, 早上好. “Morning:” may be when something was. */
export function greets(clause: readonly Link[], written: string): boolean {
  const text = textOf(clause, written);
  return (GREETS.test(text) || GREETS_ZH.test(text)) && !/^\s*[:：]/.test(written.slice(clause.at(-1)!.to));
}

function isNoun(link: Link): boolean {
  return isOpen(link) && !ASKING.test(link.words.toLowerCase()) && !isBother(link);
}
