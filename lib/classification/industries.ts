/**
 * ISIC Rev. 4, whose sections and divisions are those of NACE Rev. 2: sections with their divisions, as
 * `section|divisions|title`. UN Statistical Papers M 4/Rev.4 (2008); Regulation (EC) 1893/2006.
 */
const sectionLines = `
A|01 02 03|Agriculture, forestry and fishing
B|05 06 07 08 09|Mining and quarrying
C|10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33|Manufacturing
D|35|Electricity, gas, steam and air conditioning supply
E|36 37 38 39|Water supply; sewerage, waste management and remediation activities
F|41 42 43|Construction
G|45 46 47|Wholesale and retail trade; repair of motor vehicles and motorcycles
H|49 50 51 52 53|Transportation and storage
I|55 56|Accommodation and food service activities
J|58 59 60 61 62 63|Information and communication
K|64 65 66|Financial and insurance activities
L|68|Real estate activities
M|69 70 71 72 73 74 75|Professional, scientific and technical activities
N|77 78 79 80 81 82|Administrative and support service activities
O|84|Public administration and defence; compulsory social security
P|85|Education
Q|86 87 88|Human health and social work activities
R|90 91 92 93|Arts, entertainment and recreation
S|94 95 96|Other service activities
T|97 98|Activities of households as employers
U|99|Activities of extraterritorial organizations and bodies
`;

export interface Section {
  readonly code: string;
  readonly title: string;
  readonly divisions: readonly string[];
}

export const sections: readonly Section[] = sectionLines
  .trim()
  .split("\n")
  .map((line) => {
    const [code, divisions, title] = line.split("|") as [string, string, string];
    return { code, title, divisions: divisions.split(" ") };
  });

/** All divisions, `01` to `99`. */
export const divisions: readonly string[] = sections.flatMap((section) => section.divisions);

export function sectionOf(division: string): Section | undefined {
  return sections.find((section) => section.divisions.includes(division));
}

/** The 56 industries of WIOD 2016 and of the JRC's accounts, by their divisions: `C10-C12`, `J59_J60`, `E37-E39`. */
const wiod2016 =
  "A01 A02 A03 B C10-C12 C13-C15 C16 C17 C18 C19 C20 C21 C22 C23 C24 C25 C26 C27 C28 C29 C30 C31_C32 C33 D35 E36 E37-E39 F G45 G46 G47 H49 H50 H51 H52 H53 I J58 J59_J60 J61 J62_J63 K64 K65 K66 L68 M69_M70 M71 M72 M73 M74_M75 N O84 P85 Q R_S T U";

export const wiod2016Industries: readonly { readonly code: string; readonly divisions: readonly string[] }[] = wiod2016
  .split(" ")
  .map((code) => ({ code, divisions: divisionsOf(code) }));

/** The divisions of a NACE code: `C10-C12` is 10, 11, 12; `R_S` is sections R and S. */
export function divisionsOf(code: string): string[] {
  return code.split("_").flatMap((part) => {
    const [first, last = first] = part.split("-") as [string, string?];
    if (/^[A-U]$/.test(first)) return [...(sections.find((section) => section.code === first)?.divisions ?? [])];
    const [from, to] = [Number(first.replace(/^[A-U]/, "")), Number(last.replace(/^[A-U]/, ""))];
    return divisions.filter((division) => Number(division) >= from && Number(division) <= to);
  });
}
