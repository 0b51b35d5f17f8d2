import { normalForm } from "../language/normal-text.ts";

const setOf = (forms: string) => new Set(forms.split("|").map(normalForm));

const imports = setOf(
  "import|imports|imported|importing|imported from|imports from|buys from|bought from|purchased from|进口|进口了|从国外进口|输入|买进|自",
);
const exports = setOf(
  "export|exports|exported|exporting|exported to|exports to|sell|sells|sold|sold to|sells to|ship|shipped|ships|ship to|shipped to|出口|出口了|出口到|输出|输往|卖给|卖到|销往|运往",
);
const exportsOfOne = /^(.+?)(?:'s|’s)? exports$|^(.+)的?出口$/i;
const bothWays =
  /\bnet\b|\bbalance\b|\bother way\b|\bin return\b|vice versa|\bboth ways\b|\beach other|\bone another|\bopposite direction|\bthe reverse\b|反过来|反向|反方向|互相|相互|彼此|净|差额|双向/i;

/** Whether words say that something comes from elsewhere. */
export function saysImport(words: string): boolean {
  return imports.has(normalForm(words));
}

/** Whether words say that something goes elsewhere; “China's exports” do, too. */
export function saysExport(words: string): boolean {
  return exports.has(normalForm(words)) || exportsOfOne.test(words);
}

/** Whether words speak of the flow in the other direction as well. */
export function saysBothWays(words: string): boolean {
  return bothWays.test(words);
}
