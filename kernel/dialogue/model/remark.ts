import { normalText } from "../../../lib/dialogue/language/normal-text.ts";
import { numeralAt } from "../../../lib/dialogue/language/numerals.ts";

/** A longer remark is cut, in characters. */
const LONGEST = 300;

/**
 * A model's remark as plain words: without markup, links, pictures, control characters and direction marks. Null if it has a figure
 * in digits or words, or nothing is left.
 */
export function plainRemark(words: string): string | null {
  // Numerals that the compatibility form writes with letters: Ⅷ.
  if (/\p{Nl}|\p{No}/u.test(words)) return null;
  const plain = words
    .normalize("NFKC")
    // Pictures and links of Markdown with what they lead to; elements; addresses.
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "")
    .replaceAll(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, "")
    .replaceAll(/<[^>]*(?:>|$)/g, "")
    .replaceAll(/(?:\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b(?:data|javascript|mailto|vbscript):)\S*/gi, "")
    .replaceAll(/[`*_#|\\[\]{}<>]/g, "")
    .replaceAll(/\p{C}/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (/\p{N}|[%‰]/u.test(plain) || hasNumeral(plain) || !isOfOurLanguages(plain)) return null;
  const short = [...plain].slice(0, LONGEST).join("").trim();
  return /\p{L}/u.test(short) ? short : null;
}

/**
 * Whether a remark is written in letters of English or Chinese. Numerals of other scripts are letters, too (५० is a digit, but पचास is a
 * word), and nobody here can tell them from other words.
 */
function isOfOurLanguages(plain: string): boolean {
  return !/(?![\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}])./u.test(plain);
}

/** Small numerals that are words of any sentence: one of these, the two of them, 一个. */
const PLAIN_NUMERAL = 2;

/** Words of amounts that are no numerals of questions. */
const FOREIGN_NUMERAL = new RegExp(
  `\\b(?:${[
    // French, German, Spanish, Italian, Portuguese, Dutch: what numerals begin or end with. The text is without accents.
    "deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|nonante|cents?|mille|milliers?|milliards?|moitie|dizaines?|douzaines?|centaines?",
    "zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|zwolf|[a-z]*zehn|[a-z]*(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)|[a-z]*hundert[a-z]*|[a-z]*tausend[a-z]*|millionen|milliarden?|billionen|halfte|drittel|viertel|dutzend|prozent",
    "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|trece|catorce|quince|dieci[a-z]+|veint[a-z]+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien(?:to|tos|tas)?|[a-z]+cient[oa]s|quinient[oa]s|millones|mitad|tercio|docenas?",
    "quattro|cinque|sette|otto|nove|dieci|undici|dodici|[a-z]+dici|dicia[a-z]+|venti|vent(?:uno|idue|itre|iquattro|icinque|isei|isette|otto|inove)|trenta[a-z]*|quaranta[a-z]*|cinquanta[a-z]*|sessanta[a-z]*|settanta[a-z]*|ottanta[a-z]*|novanta[a-z]*|[a-z]*cento|mila|milioni|miliard[oi]",
    "dois|duas|quatro|sete|oito|dez|doze|treze|quinze|vinte|trinta|quarenta|cinquenta|sessenta|oitenta|cem|duzent[oa]s|milhoes|milhares|metade",
    "twee|drie|vijf|zes|zeven|negen|tien|twaalf|[a-z]*tien|[a-z]*(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|[a-z]*honderd|[a-z]*duizend|miljoen|miljard|helft",
    "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)[a-z]*|fifteen|half|halves|fourths?|sixths?|sevenths?|eighths?|ninths?|nil|threefold|fourfold|fivefold|tenfold",
  ].join("|")})\\b`,
);

/** Numerals of Roman letters: XVII. */
const ROMAN_NUMERAL = /\b(?=[MDCLXVI]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b/;

/** Numerals of Chinese in which amounts are written so that they cannot be changed, and short ones for tens. */
const FORMAL_NUMERAL = /[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兆廿卅卌弍弎]/u;

const OTHER_NUMERAL =
  /\b(?:(?:hundred|thousand|million|billion|trillion|dozen|quarter|third|fifth|tenth)s?|thirteen|fourteen|(?:six|seven|eigh|nine)(?:teen|ty)|double|triple|twice|per ?cent)\b|[百千万亿]+[吨克]|[几数][十百千万亿]|百分之|分之|[几数一-九]成/u;

function hasNumeral(plain: string): boolean {
  const { text } = normalText(plain);
  for (let at = 0; at < text.length; at++) {
    if (/[a-z]/.test(text[at]!) && /[a-z]/.test(text[at - 1] ?? "")) continue;
    const numeral = numeralAt(text, at);
    if (numeral && !(numeral.value > 0 && numeral.value <= PLAIN_NUMERAL && Number.isInteger(numeral.value)))
      return true;
  }
  return (
    OTHER_NUMERAL.test(text) || FOREIGN_NUMERAL.test(text) || ROMAN_NUMERAL.test(plain) || FORMAL_NUMERAL.test(plain)
  );
}
