import { greets, namesQuestion, restrictsByClause, type Speech, speaksOfAsking } from "./aside.ts";
import { errandOf } from "./errand.ts";
import { normalForm } from "./language/normal-text.ts";
import type { Meaning } from "./lexicon/entry.ts";
import { everydayForms } from "./lexicon/everyday-words.ts";
import { isUnknown, type Link } from "./link.ts";
import { isRestrictor } from "./matter.ts";

/**
 * What frames a question and is not part of it: “For a briefing to the council:”, “My pupils ask,”, “so that I can tell my class”.
 * Such a clause names those who ask or what for, and nothing that a figure could be of; its unknown words restrict no answer.
 */
const PERSONS = [
  ..."i i'm i'd i've me my we we're we've us our you your he she they curious wondering hello hi hey dear".split(" "),
  ..."我|我们|咱|咱们|俺|你|你们|您|老师您好|你好|您好|好奇|我想".split("|"),
];

const persons = new Set(PERSONS.map(normalForm));

/** Occasions at which nothing emits: they frame a question without a person. */
const papers = new Set(
  everydayForms("occasions")
    .filter(
      (word) =>
        !/school|universit|college|site|hall|library|board|museum|fair|train|flight|学校|博物馆|地铁|饭/.test(word),
    )
    .map(normalForm),
);

const speakers = new Set(
  [
    ...PERSONS,
    ..."teacher student boss colleague client class homework essay slide slides presentation report article paper story".split(
      " ",
    ),
    ..."老师|学生|作业|论文|报告|文章|课|讲座|好奇".split("|"),
    ...everydayForms("people", "occasions"),
  ].map(normalForm),
);

/** Words with which a clause begins that says what the figure is for, or the question itself. */
const OPENS =
  /^(?:how|how many|how much|what|what's|which|who|when|need|needs|want|wants|by how much|by what percentage|because|since i|so i|so that|in case|多少|为)$/i;
/** “for my class”, “to our board”: the word after it is a speaker's. */
const LEADS = /^(?:for|to|with|as|给|跟|向|替)$/i;
const STOPS = /[,，—]/;
const ENDS = /[;:.!?。；：！？\n]/;
const ASKS = /[?？]/;

/** Generic nouns of what there is no data of, by which people say who they are: our company, the city where I live. */
const ways = new Set(["company", "subnational", "other"]);
const nouns =
  /^(?:compan(?:y|ies)|firms?|cit(?:y|ies)|count(?:y|ies)|provinces?|municipality|公司|企业|城市|市|省|州)$/i;

/**
 * The words of a turn without those that only frame it. Unknown words of a sentence that asks nothing tell a story; what they could
 * restrict would stand in the question.
 */
export function withoutFraming(links: readonly Link[], written: string): Link[] {
  const sentences = partsOf(
    links,
    (before, link) =>
      ENDS.test(written.slice(before.to, link.from)) ||
      (BEGS.test(link.words) && STOPS.test(written.slice(before.to, link.from))),
  );
  const idle = new Set<Link>();
  const asking = sentences.filter((sentence) => asks(sentence, written));
  const questions = asking.length > 0 ? asking : sentences.slice(-1);
  const isWhole = questions.some((question) => question.some(isOwnMatter));
  // Before what is asked for, any word may tell who asks; after it, one that nobody speaks by restricts it.
  const start = links.find(isMatter)?.from ?? 0;
  for (const sentence of sentences) {
    const clauses = partsOf(sentence, (before, link, next) => startsClause(before, link, next, written));
    const frames = (clause: readonly Link[]) => isFraming(clause, clause[0]!.from < start, written);
    // A clause that restricts does so beside others that only frame.
    const isWholeFrame = frames(sentence) && !clauses.some((clause) => restrictsByClause(clause, written, speech));
    const framing = isWholeFrame ? [sentence] : clauses.filter(frames);
    for (const clause of framing)
      for (const link of clause)
        if (!isKept(link) || isFormula(clause, written) || (isSaidOf(link) && speaksOfAsking(clause, written, speech)))
          idle.add(link);
    for (const clause of clauses) for (const link of errandOf(clause, written)) idle.add(link);
    // Where the question names nothing itself, it asks of what was told before; what is added after it may restrict it.
    if (questions.includes(sentence) || sentence.some(isSpent) || !isWhole) continue;
    const isAfter = sentence[0]!.from > questions[0]![0]!.from;
    // Who holds the amount that is given chooses nothing.
    const holds = sentence.some(isHolder) && links.some(({ quantity }) => quantity);
    if (!holds && clauses.some((clause) => choosesPart(clause, written))) continue;
    // “Only the part of the south”: what is added with a preposition may restrict.
    const isAdded = isAfter && sentence.some(({ words }) => RESTRICTS.test(words));
    // What the question asks of is told here: a word beside it restricts.
    if (lends(sentence, questions.flat())) continue;
    const isReported = sentence.some(({ words }) => REPORTS.test(words));
    if (isAfter && !sentence.some((link) => persons.has(formOf(link)))) continue;
    if (!isReported && !sentence.some(isSpeaker) && !(sentence.length > 3 && !isAfter)) continue;
    const isTold = sentence.some(isSpeaker) && !sentence.some(isOwnMatter);
    // An amount that others state is what is asked about, unless the question has its own measure.
    const claims = isReported && questions.some((question) => question.some(isMeasure));
    const isPassed = !isAfter && sentence.some(isSpeaker) && isWhole;
    for (const link of sentence)
      if (isPassed && isAside(link, questions.flat())) idle.add(link);
      else if (isTold && link.number !== undefined) idle.add(link);
      else if (
        (isStory(link) && (!isAdded || isSpeaker(link))) ||
        (isTold && isThing(link)) ||
        (claims && isClaim(link))
      )
        idle.add(link);
  }
  for (const link of signature(links)) idle.add(link);
  for (const link of epithet(links, written)) idle.add(link);
  for (const [i, link] of links.entries()) {
    const next = links[i + 1];
    const isSubject = next && SPEAKS.test(next.words) && !STOPS.test(written.slice(link.to, next.from));
    if (isUnknown(link) && isSpeaker(link) && isSubject) idle.add(link);
  }
  const rest = links.filter((link) => !idle.has(link));
  // If nothing else is said, the frame is the question.
  return rest.some((link) => !isSpeaker(link) && !link.meanings.some(({ kind }) => kind === "plain"))
    ? rest
    : [...links];
}

/** Whether a sentence gives the amount that the question needs; or, where nobody speaks in it, its place or year. */
function lends(sentence: readonly Link[], asked: readonly Link[]): boolean {
  const gives = (has: (link: Link) => boolean) => sentence.some(has) && !asked.some(has);
  if (gives(({ quantity }) => quantity !== undefined)) return true;
  if (sentence.some((link) => isSpeaker(link) || REPORTS.test(link.words))) return false;
  return (
    gives(({ years }) => years !== undefined) || gives(({ meanings }) => meanings.some(({ kind }) => kind === "place"))
  );
}

const SIGNS =
  /^(?:(?:kind|kindest|warm|warmest|best) (?:regards|wishes)|best|regards|wishes|cheers|thanks|many thanks|sincerely|yours|ta|谢谢|此致|敬礼)$/i;
/** Of a name and what stands before a greeting: “Warm regards, Maria Silva”. */
const LONGEST_NAME = 3;

/** The greeting and the name with which a letter ends. */
function signature(links: readonly Link[]): readonly Link[] {
  const end = links.findLastIndex((link) => !isUnknown(link) || SIGNS.test(link.words));
  const signed = links[end];
  const name = links.slice(end + 1);
  if (!name.every(({ words }) => /^\p{Lu}|\p{Script=Han}/u.test(words))) return [];
  if (!signed || !SIGNS.test(signed.words) || name.length === 0 || name.length > LONGEST_NAME) return [];
  const before = links[end - 1];
  return before && /^(?:warm|kind|kindest|with)$/i.test(before.words) ? [before, signed, ...name] : [signed, ...name];
}

/** “In 1974, year of the revolution”: what a year is remembered for. */
function epithet(links: readonly Link[], written: string): Link[] {
  const at = links.findIndex(
    (link, i) =>
      /^(?:year|year of|the year)$/i.test(link.words) && links.slice(Math.max(0, i - 2), i).some(({ years }) => years),
  );
  if (at < 0) return [];
  const [part = []] = partsOf(links.slice(at), (before, link) => STOPS.test(written.slice(before.to, link.from)));
  // “The year of the revolution”: a second preposition begins what restricts.
  const leads = part.flatMap((link, i) => (RESTRICTS.test(link.words) ? [i] : []));
  return part
    .slice(0, leads[/of$/i.test(part[0]!.words) ? 0 : 1])
    .filter((link) => isUnknown(link) && !isRestrictor(link));
}

/** “我在对比…，请问…”: with these words the question begins. */
const BEGS = /^(?:请问|请问一下|想问|想问一下|请教|请教一下|麻烦|麻烦查|麻烦查一下|请查|请查一下|帮我查|帮忙查)$/;

const COMPARES = new Set(["compare", "except", "series", "which is larger"]);

/**
 * What people tell of their work before they ask for one figure of it: that they compare two accounts, and places and accounts that the
 * question names itself.
 */
function isAside({ meanings, words }: Link, asked: readonly Link[]): boolean {
  if (meanings.every(({ kind }) => kind === "plain") || ONLY.test(words)) return false;
  const asks = (kind: string, value?: Meaning["value"]) =>
    asked.some(({ meanings, nested }) =>
      [...meanings, ...nested].some((each) => each.kind === kind && (value === undefined || each.value === value)),
    );
  if (meanings.some(({ kind }) => kind === "principle")) return asks("principle");
  return meanings.every(
    ({ kind, value }) =>
      kind === "plain" ||
      (kind === "operation" && COMPARES.has(String(value))) ||
      (kind === "place" && asks(kind, value)),
  );
}

/** Words that take back a part of what was asked: “only the Foshan part”. */
const RESTRICTS =
  /^(?:only|just|from|in|of|by|at|on|under|subject|subject to|through|via|across|among|for|with|within|without|per|during|over|while|when|after|before|outside|along|using|except|excluding|not|仅|只|限|仅限|只要|只算|不含|除了?|限于|的|在)$/i;

/** By these words somebody says of what alone the figure is to be. */
const CHOOSES =
  /^(?:only|just the|looking|interested|focus(?:ing|ed|es)?|limit(?:ed|ing)?|restrict(?:ed|ing)?|consider(?:ing)?|except|excluding|without|not|仅|只|限|仅限|只算|只看|只关心|不含|关注|聚焦|考虑|感兴趣)$/i;

const ONLY = /^(?:only|just the|except|excluding|without|仅|只|限|仅限|只算|不含)$/i;

function isMeasure({ meanings }: Link): boolean {
  return meanings.some(({ kind }) => kind === "measure" || kind === "gas");
}

/** What others say is done is not what is asked: “The minister says Denmark halved its emissions.” */
const REPORTS =
  /^(?:says?|said|claims?|claimed|tells?|told|heard|reads?|reckons?|argues?|argued|insists?|boasts?|complains?|听说|据说|报上说|书上说|课本里说|有人说|说|总说|都说|声称|号称|宣称|认为|觉得|指责|批评)$/i;

/** What a person does who wants a figure. */
const SPEAKS =
  /^(?:says?|said|claims?|claimed|asks?|asked|wants?|wanted|needs?|needed|wonders?|wondered|tells?|told|insists?|reckons?|keeps?|问|想问|说|叫我|叫我查|叫|让我|让|要我|要|催我|想|想知道|非要|老说|总说|都说|觉得|认为|坚持|声称)$/i;

function isClaim({ meanings, quantity }: Link): boolean {
  return quantity !== undefined || (meanings.length > 0 && meanings.every(({ kind }) => kind === "operation"));
}

function partsOf(
  links: readonly Link[],
  begins: (before: Link, link: Link, next: Link | undefined) => boolean,
): Link[][] {
  const parts: Link[][] = [];
  for (const [i, link] of links.entries()) {
    const before = links[i - 1];
    if (before === undefined || begins(before, link, links[i + 1])) parts.push([]);
    parts.at(-1)!.push(link);
  }
  return parts;
}

function startsClause(before: Link, link: Link, next: Link | undefined, written: string): boolean {
  if (STOPS.test(written.slice(before.to, link.from)) || OPENS.test(link.words)) return true;
  // “As far as you know” is one clause.
  if (/^(?:as|so) (?:far|best|well|long|soon) as /i.test(written.slice(before.from - 3))) return false;
  return LEADS.test(link.words) && next !== undefined && isSpeaker(next);
}

/** Whether a sentence ends with a question mark, or has a word of a question. */
function asks(sentence: readonly Link[], written: string): boolean {
  const end = sentence.at(-1)!.to;
  const rest = written.slice(end).match(/^[^\p{L}\p{N}]*/u)![0];
  const asksBack = (link: Link) =>
    OPENS.test(link.words) || /^(?:几|哪|什么|谁|给出|列出|calculate|give|convert|list)/i.test(link.words);
  // “It is the year when …” asks nothing: the word of a question begins it, or follows a word or two.
  const begins = /[\p{Script=Han}]/u.test(sentence[0]!.words) ? sentence : sentence.slice(0, 4);
  return ASKS.test(rest) || begins.some(asksBack);
}

/** What money was spent on stands in unknown words. */
function isSpent({ quantity, meanings }: Link): boolean {
  return (
    /^(?:USD|EUR|CNY|GBP)$/.test(quantity?.measured ?? "") ||
    meanings.some(({ kind, value }) => kind === "operation" && value === "spend")
  );
}

/** A thing of which a speaker tells: the paper that she reads, the oil company where he works. */
function isThing({ meanings }: Link): boolean {
  const things = ["product", "material", "commodity", "fuel", "sector", "technology"];
  return meanings.length > 0 && meanings.every(({ kind }) => things.includes(kind));
}

/** What a question can be of without the sentences before it. */
function isOwnMatter({ meanings, quantity, nested }: Link): boolean {
  const kinds = ["measure", "gas", "material", "term", "pool", "principle", "metric", "table"];
  return (
    quantity !== undefined || [...meanings, ...nested].some(({ kind, soft }) => soft !== true && kinds.includes(kind))
  );
}

/** Words of a story: unknown, misspelt, or a noun for those who tell it. */
function isStory(link: Link): boolean {
  return !isRestrictor(link) && (isUnknown(link) || link.via === "fuzzy" || nouns.test(link.words) || isHolder(link));
}

/** “The factory of the world” holds nothing in a story. */
function isHolder({ meanings }: Link): boolean {
  return meanings.some(({ kind }) => kind === "holder");
}

/** Whether a clause says of what alone the figure is to be. */
function choosesPart(clause: readonly Link[], written: string): boolean {
  return clause.some(({ words }) => CHOOSES.test(words)) || restrictsByClause(clause, written, speech);
}

/** A greeting or a name of the question: none of its words says more. */
function isFormula(clause: readonly Link[], written: string): boolean {
  return namesQuestion(clause, written) || greets(clause, written);
}

function isFraming(clause: readonly Link[], isBefore: boolean, written: string): boolean {
  if (isFormula(clause, written)) return true;
  if (clause.some((link) => isMatter(link) && !isHolder(link)) || choosesPart(clause, written)) return false;
  // “Of teachers” says whose a figure is; “of my teacher” may say who asks.
  if (clause.some((link, i) => OWNS.test(link.words) && clause[i + 1] !== undefined && isBareSpeaker(clause[i + 1]!)))
    return false;
  if (speaksOfAsking(clause, written, speech)) return true;
  if (!clause.some(isSpeaker) || clause.some((link) => isHolder(link) && !isSpeaker(link))) return false;
  const content = clause.filter((link) => isUnknown(link) || link.via === "fuzzy");
  const isSpoken =
    isForSomebody(clause) ||
    FOR.test(written.slice(clause[0]!.from, clause.at(-1)!.to)) ||
    clause.some((link) => persons.has(formOf(link)) || REPORTS.test(link.words) || SPEAKS.test(link.words));
  return isSpoken ? isBefore || content.every(isSpeaker) : content.every((link) => papers.has(formOf(link)));
}

/** “It's for a friend”, “asking for a friend”. */
const FOR = /^(?:it'?s|it is|this is|that's|just asking|asking) (?:all |just |only )?(?:for|to) /i;

const OWNS = /^(?:of|from|by|in|among|at|的)$/i;

/** A noun for people or occasions without an article or a possessive. */
function isBareSpeaker(link: Link): boolean {
  return isUnknown(link) && isSpeaker(link) && !speech.isPaper(link);
}

/** “To my class” says for whom a figure is. A bare noun after “for” may be what emits. */
function isForSomebody([lead, second]: readonly Link[]): boolean {
  if (lead === undefined || second === undefined || !LEADS.test(lead.words)) return false;
  return /\p{Script=Han}/u.test(lead.words) || /^(?:an?|the|my|our)$/i.test(second.words);
}

/** A word without the ending of a genitive, as the lists have it. */
function formOf({ words }: Link): string {
  return normalForm(words).replace(/'s$/, "");
}

function isSpeaker(link: Link): boolean {
  return speakers.has(formOf(link));
}

const speech: Speech = { isSpeaker, isPaper: (link) => papers.has(formOf(link)) };

/** A word that a figure could be of, or that says which. */
function isMatter(link: Link): boolean {
  if (link.years || link.quantity || link.code !== undefined || link.unit !== undefined) return true;
  // The paper that somebody writes is no paper that is made.
  if (link.via === "fuzzy" || isSpeaker(link)) return false;
  return link.meanings.some(
    ({ kind, value, soft }) =>
      soft !== true &&
      !["plain", "before", "operation"].includes(kind) &&
      !(kind === "absent" && ways.has(String(value))),
  );
}

/** A word by which something is said of the asking: it asks for nothing itself. */
function isSaidOf(link: Link): boolean {
  if (isRestrictor(link)) return false;
  return link.meanings.every(
    ({ kind, value, soft }) =>
      soft === true || kind === "plain" || kind === "holder" || value === "above" || value === "below",
  );
}

/** Known words stay: a wish to compare may stand in the frame. */
function isKept(link: Link): boolean {
  if (isRestrictor(link)) return true;
  if (isUnknown(link) || link.via === "fuzzy" || link.number !== undefined) return false;
  return link.meanings.every(({ kind }) => kind !== "absent");
}
