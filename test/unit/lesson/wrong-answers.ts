/** Wrong answers to an exercise, each with what its reply says. */
export type Wrong = readonly (readonly [source: string, reply: RegExp])[];

/** The exercises of a lesson by their titles. */
export type WrongAnswers = readonly (readonly [title: string, wrong: Wrong])[];

export const wrongAnswers = {
  "lesson-leontief": [
    [
      "Input coefficients",
      [
        ["const A = Z.map((row, i) => row.map((z) => z / x[i]));", /output of the seller/],
        ["const A = Z;", /flows themselves/],
        ["const A = [[0.15, 0.25]];", /expected 2 × 2 entries, got 1 × 2/],
        ["const A = [[0.15, 0.25], [0.2, 0.5]];", /1 of 4 entries differ.*\[1\]\[1\]/],
      ],
    ],
    [
      "All rounds at once",
      [
        ["const output = [600, 1500];", /final demand alone/],
        ["const output = multiply(exact.A, [600, 1500]);", /first round/],
        ["const output = [1065, 1695];", /suppliers' suppliers/],
        ["const output = [1841.6, 1247.5];", /another order/],
      ],
    ],
    [
      "From dollars to CO₂",
      [
        ["const footprint = (s, L, y) => d3.sum(s, (v, i) => v * y[i]);", /last makers only/],
        ["const footprint = (s, L, y) => d3.sum(multiply(L, y));", /That is the output, summed/],
        ["const footprint = (s, L, y) => multiply(L, y).map((v, i) => v * s[i]);", /The result is a list/],
        ["const footprint = 3;", /Expected a function, got a number/],
        ["const footprint = () => missing();", /failed: missing is not defined|not defined/],
      ],
    ],
    [
      "For whom China emits",
      [
        ["const forOthers = d3.sum(flows[3]) / 1000;", /also for China itself/],
        ["const forOthers = d3.sum(flows[3]) - flows[3][3];", /Too large by a factor of 1000/],
        ["const forOthers = (d3.sum(flows, (row) => row[3]) - flows[3][3]) / 1000;", /China's column/],
        ['const forOthers = "2275 Mt";', /Your answer is a text/],
      ],
    ],
    [
      "A footprint of a region",
      [
        ["const consumed = d3.sum(flows, (row) => row[2]) / 1000;", /households are missing/],
        ["const consumed = accounts.D_pba[0][2] / 1000;", /That is production/],
        ["const consumed = 7000;", /Close: 2\.4 % off/],
      ],
    ],
    [
      "The largest transfer",
      [
        ['const largest = ["NAFTA", "CHN"];', /wrong way round/],
        ['const largest = ["CHN", "CHN"];', /That is the diagonal/],
        ['const largest = "CHN";', /Expected .*, got a text/],
      ],
    ],
  ],
  "lesson-inventory": [
    [
      "From weight to energy",
      [
        ["const energy = 250000 * 25.8;", /Too large by a factor of 1000/],
        ["const energy = 250 * 29.3076;", /standard coal/],
        ["const energy = 250 / 25.8;", /You divided by the calorific value/],
        ['const energy = amount(6450, "t");', /does not convert to TJ/],
      ],
    ],
    [
      "From energy to CO₂",
      [
        ["const coalCo2 = 610.17 * 0.98;", /1996 Guidelines/],
        ["const coalCo2 = 250 * 94.6;", /multiplied the factor with the weight|Too large/],
        ["const coalCo2 = 610170;", /Too large by a factor of 1000/],
        ["const coalCo2 = 610.17 * 12 / 44;", /Too small by 44\/12/],
        ["const coalCo2 = 610.17 * 44 / 12;", /already one of CO₂/],
      ],
    ],
    [
      "The same from carbon",
      [
        ["const co2 = (mass, ncv, carbon) => mass * ncv * carbon * 44 / 12 / 1000;", /not used yet/],
        [
          "const co2 = (mass, ncv, carbon, oxidised = 1) => mass * ncv * carbon * oxidised / 1000;",
          /Too small by 44\/12/,
        ],
        [
          "const co2 = (mass, ncv, carbon, oxidised = 1) => mass * carbon * oxidised * 44 / 12 / 1000;",
          /calorific value is missing/,
        ],
      ],
    ],
    [
      "The gas meter",
      [
        ["const gasCo2 = 56100;", /gross energy as if it were net/],
        ["const gasCo2 = 50.49;", /Too small by a factor of 1000/],
        ["const gasCo2 = 53295;", /0\.95 is for coal and oil/],
      ],
    ],
    [
      "The other gases",
      [
        ["const others = 2821.2;", /AR6/],
        ["const others = 16.125;", /tonnes of the gases themselves/],
        ["const others = 180.6;", /methane alone/],
        [
          'const others = amount(6450, "kg CH4").toCO2e("AR5.GWP100").plus(amount(9675, "kg N2O").toCO2e("AR5.GWP100"));',
          /Right\./,
        ],
      ],
    ],
    [
      "The total",
      [
        ["const total = 673.405 + 34.8;", /includes the straw/],
        ["const total = 610.17 + 50.49;", /diesel is missing/],
      ],
    ],
    [
      "What have you trusted?",
      [
        ['const shown = "straw";', /its name in the dataset/],
        ['const shown = "Natural Gas";', /bounds_status: memory/],
      ],
    ],
  ],
  "lesson-responsibility": [
    [
      "Three names",
      [
        ['const owners = ["CHN", "CHN", "BRIIAT"];', /final use/],
        ['const owners = ["CHN", "USA", "AUS"];', /Use the codes/],
        ['const owners = ["BRIIAT", "NAFTA", "CHN"];', /leaves the chimney/],
      ],
    ],
    [
      "The net transfer",
      [
        ["const net = production.CHN - consumed.CHN;", /opposite sign/],
        ["const net = -accounts.D_exp[0][3] / 1000;", /exports alone/],
      ],
    ],
    [
      "In per cent of what?",
      [
        ["const above = consumed.EUZ / production.EUZ - 1;", /a fraction where per cent belong/],
        ["const above = 100 * (1 - production.EUZ / consumed.EUZ);", /You divided by consumption/],
        ["const above = 126.54;", /above 100/],
      ],
    ],
    [
      "Sharing",
      [
        ["const shared = (p, c, part) => part * c + (1 - part) * p;", /parts are swapped/],
        ["const shared = (p, c, part) => (p + c) / 2;", /Half and half/],
        ["const shared = (p, c, part) => part * (p + c);", /count it twice/],
      ],
    ],
    [
      "Per head",
      [
        [
          "const perHead = {CHN: consumed.CHN / persons.CHN, NAFTA: consumed.NAFTA / persons.NAFTA};",
          /Too small by a factor of/,
        ],
        [
          "const perHead = {CHN: production.CHN * 1e6 / persons.CHN, NAFTA: production.NAFTA * 1e6 / persons.NAFTA};",
          /production per head/,
        ],
        ["const perHead = {CHN: 5.985};", /no entry named NAFTA/],
      ],
    ],
    [
      "Who earned by it?",
      [
        ['const earner = "BRIIAT";', /Second by 421 Mt/],
        ['const earner = "CHN";', /falls/],
      ],
    ],
    [
      "The year on the label",
      [
        ["const today = 10.97;", /opposite sign/],
        ["const today = -15.37;", /That is 2011/],
      ],
    ],
  ],
  "lesson-uncertainty": [
    [
      "How far off can a product be?",
      [
        ["const product = 27;", /worst case/],
        ["const product = 0.2071;", /a fraction where per cent belong/],
        ["const product = 429;", /root is still missing/],
      ],
    ],
    [
      "Once and for all",
      [
        ["const combine = (...p) => d3.sum(p);", /plain sum/],
        ["const combine = (a, b) => Math.hypot(a, b);", /Right for two/],
      ],
    ],
    [
      "What to measure first?",
      [
        ['const first = "weight";', /best part/],
        ['const first = "factor";', /25 of 429/],
      ],
    ],
    [
      "And a sum?",
      [
        ["const sum = Math.hypot(5.7, 20);", /rule for a product/],
        ["const sum = 52.998;", /These are kilotonnes/],
        ["const sum = 25.7;", /sum of the two per cents/],
      ],
    ],
    [
      "Two words that are not one",
      [
        ["const sd = 40;", /half-width/],
        ["const sd = 10.2;", /halved twice|per cent/],
      ],
    ],
    [
      "The upper end",
      [
        ["const upper = skewed.mean + 1.96 * skewed.sd;", /symmetric distribution/],
        ["const upper = skewed.p2_5;", /lower end/],
      ],
    ],
    [
      "The same mistake twice",
      [
        ["const boilers = 10 / Math.sqrt(2);", /one factor/],
        ["const boilers = 20;", /absolute errors add/],
      ],
    ],
  ],
  "lesson-plant": [
    [
      "Close the balance",
      [
        ["const toGas = 584;", /leaves with the metal/],
        ["const toGas = 515;", /limestone/],
        ["const toGas = 805;", /added masses/],
        ["const toGas = 539 * 44 / 12;", /how much carbon/],
        ["const toGas = 629;", /take it away/],
        ['const toGas = amount(0.539, "t");', /Right\./],
      ],
    ],
    [
      "One carbon, one place",
      [
        ["const direct = 539 * 44 / 12 * 1.3;", /twice/],
        ["const direct = 2 * 539 * 44 / 12;", /The furnace itself emits nothing/],
        ["const direct = 0.7 * 539 * 44 / 12;", /power plant alone/],
        ["const direct = 539;", /44 kg of CO₂/],
        ["const direct = 539 * 12 / 44;", /wrong way round/],
      ],
    ],
    [
      "Break-even",
      [
        ["const breakEven = 1900 / 3.6;", /electricity as well/],
        ["const breakEven = 2000 / 3.6;", /differences on both sides/],
        ["const breakEven = 1.9 / 3.5;", /g per kWh/],
      ],
    ],
    [
      "Meet a cap",
      [
        ["const byGas = 100;", /All by gas/],
        ["const byGas = 50 / 1.1;", /does not avoid what it emits/],
        ["const byGas = 50 / 1.8;", /111 €/],
        ["const byGas = 100 - 50 / 0.9;", /stays with/],
        ["const byGas = 50;", /not the steel/],
      ],
    ],
    [
      "Read a dual",
      [
        ["const lastTonne = 60 / 0.9;", /used up at 110 kt/],
        ["const lastTonne = 200 / 1.8;", /replaces gas/],
        ["const lastTonne = (6000 + 140 * 30 / 0.9) / 120;", /mean/],
        ["const lastTonne = -140 / 0.9;", /positive number/],
      ],
    ],
    [
      "The same by a price",
      [
        ["const atPrice = 200;", /67 €/],
        ["const atPrice = 20;", /156 €/],
        ["const atPrice = 1.1;", /one tonne of steel/],
        ["const atPrice = 80;", /whole steps/],
      ],
    ],
  ],
  "lesson-lca": [
    [
      "The reference flow",
      [
        ["const shirts = 365;", /number of wears/],
        ["const shirts = 8;", /not rounded up/],
        ["const shirts = 365 * 50;", /You multiplied/],
        ["const shirts = 0.02;", /reference flow of one wear/],
      ],
    ],
    [
      "Back along the chain",
      [
        ["const scaling = [1, 0.02, 0.003, 0.00336, 0.0042];", /order is reversed/],
        ["const scaling = [0.21, 0.168, 0.15, 1, 50];", /for a whole shirt/],
        ["const scaling = [1.25, 1.12, 0.15, 0.02, 1];", /Multiply them along the chain/],
        ["const scaling = [0.003 / 1.12 / 1.25, 0.003 / 1.12, 0.003, 0.02, 1];", /You divided/],
        ["const scaling = [0.0042, 0.00336, 0.003, 0.02];", /expected 5/],
      ],
    ],
    [
      "Who bears it?",
      [
        ["const lint = 2;", /allocation by mass/],
        ["const lint = 5;", /the seed is free/],
        ["const lint = 5 * 1.6 / 1.9;", /by its amount first/],
        ["const lint = 5 * 0.45 / 2.05;", /part of the seed/],
        ['const lint = amount(3902.44, "g");', /Right\./],
      ],
    ],
    [
      "A rule that errs",
      [
        ['const missed = "label";', /does no harm/],
        ['const missed = "thread";', /the rule keeps it in/],
        ['const missed = "bag";', /heaviest part/],
      ],
    ],
    [
      "The use phase",
      [
        ["const useShare = 0.7332;", /per cent/],
        ["const useShare = 26.68;", /making the shirt/],
        ["const useShare = 274.88;", /Divide by the whole/],
        ["const useShare = 100 * 0.0875 / (0.0875 + 1.591616);", /spread over its wears/],
      ],
    ],
    [
      "A shirt that lasts",
      [
        ["const perWear = 59.67;", /its own wash/],
        ["const perWear = 15.916;", /The washing is missing/],
        ["const perWear = 119.332;", /result for 50 wears/],
        ["const perWear = 0.10342;", /grams|Too small/],
        ['const perWear = amount(0.10342, "kg");', /Right\./],
      ],
    ],
  ],
} satisfies Record<string, WrongAnswers>;
