/**
 * IPCC 2006 Guidelines, Vol 1 Ch 8 Table 8.2: agriculture, forestry and other land use; waste; other. Lines as in
 * `ipcc-energy.ts`. The common reporting tables split AFOLU into 3 Agriculture and 4 LULUCF, so waste is 5 there.
 */
export const landAndWasteCategories = `
3|Agriculture, forestry and other land use|3+4|
3.A|Livestock|3.A+3.B|
3.A.1|Enteric fermentation|3.A|ENF
3.A.1.a|Cattle|3.A.1|
3.A.1.a.i|Dairy cows|3.A.1.a|
3.A.1.a.ii|Other cattle|3.A.1.b|
3.A.1.b|Buffalo|3.A.4.a|
3.A.1.c|Sheep|3.A.2|
3.A.1.d|Goats|3.A.4.d|
3.A.1.e|Camels|3.A.4.b|
3.A.1.f|Horses|3.A.4.e|
3.A.1.g|Mules and asses|3.A.4.f|
3.A.1.h|Swine|3.A.3|
3.A.1.j|Other|3.A.4.h|
3.A.2|Manure management|3.B|MNM
3.A.2.a|Cattle|3.B.1|
3.A.2.a.i|Dairy cows|3.B.1.a|
3.A.2.a.ii|Other cattle|3.B.1.b|
3.A.2.b|Buffalo|3.B.4.a|
3.A.2.c|Sheep|3.B.2|
3.A.2.d|Goats|3.B.4.d|
3.A.2.e|Camels|3.B.4.b|
3.A.2.f|Horses|3.B.4.e|
3.A.2.g|Mules and asses|3.B.4.f|
3.A.2.h|Swine|3.B.3|
3.A.2.i|Poultry|3.B.4.g|
3.A.2.j|Other|3.B.4.h|
3.B|Land|4|
3.B.1|Forest land|4.A|
3.B.1.a|Forest land remaining forest land|4.A.1|
3.B.1.b|Land converted to forest land|4.A.2|
3.B.1.b.i|Cropland converted to forest land|4.A.2.a|
3.B.1.b.ii|Grassland converted to forest land|4.A.2.b|
3.B.1.b.iii|Wetlands converted to forest land|4.A.2.c|
3.B.1.b.iv|Settlements converted to forest land|4.A.2.d|
3.B.1.b.v|Other land converted to forest land|4.A.2.e|
3.B.2|Cropland|4.B|
3.B.2.a|Cropland remaining cropland|4.B.1|
3.B.2.b|Land converted to cropland|4.B.2|
3.B.2.b.i|Forest land converted to cropland|4.B.2.a|
3.B.2.b.ii|Grassland converted to cropland|4.B.2.b|
3.B.2.b.iii|Wetlands converted to cropland|4.B.2.c|
3.B.2.b.iv|Settlements converted to cropland|4.B.2.d|
3.B.2.b.v|Other land converted to cropland|4.B.2.e|
3.B.3|Grassland|4.C|
3.B.3.a|Grassland remaining grassland|4.C.1|
3.B.3.b|Land converted to grassland|4.C.2|
3.B.3.b.i|Forest land converted to grassland|4.C.2.a|
3.B.3.b.ii|Cropland converted to grassland|4.C.2.b|
3.B.3.b.iii|Wetlands converted to grassland|4.C.2.c|
3.B.3.b.iv|Settlements converted to grassland|4.C.2.d|
3.B.3.b.v|Other land converted to grassland|4.C.2.e|
3.B.4|Wetlands|4.D|
3.B.4.a|Wetlands remaining wetlands|4.D.1|
3.B.4.a.i|Peatlands remaining peatlands|4.D.1.a|
3.B.4.a.ii|Flooded land remaining flooded land|4.D.1.b|
3.B.4.b|Land converted to wetlands|4.D.2|
3.B.4.b.i|Land converted for peat extraction|4.D.2.a|
3.B.4.b.ii|Land converted to flooded land|4.D.2.b|
3.B.4.b.iii|Land converted to other wetlands|4.D.2.c|
3.B.5|Settlements|4.E|
3.B.5.a|Settlements remaining settlements|4.E.1|
3.B.5.b|Land converted to settlements|4.E.2|
3.B.6|Other land|4.F|
3.B.6.a|Other land remaining other land|4.F.1|
3.B.6.b|Land converted to other land|4.F.2|
3.C|Aggregate sources and non-CO2 emissions sources on land||
3.C.1|Emissions from biomass burning||
3.C.1.a|Biomass burning in forest lands|4.(IV).A|
3.C.1.b|Biomass burning in croplands|3.F|AWB
3.C.1.c|Biomass burning in grasslands|3.E|
3.C.1.d|Biomass burning in all other land|4.(IV)|
3.C.2|Liming|3.G|AGS
3.C.3|Urea application|3.H|AGS
3.C.4|Direct N2O emissions from managed soils|3.D.1|AGS
3.C.5|Indirect N2O emissions from managed soils|3.D.2|N2O
3.C.6|Indirect N2O emissions from manure management|3.B.5|N2O
3.C.7|Rice cultivation|3.C|AGS
3.C.8|Other|3.J|
3.D|Other||
3.D.1|Harvested wood products|4.G|
3.D.2|Other|4.H|
4|Waste|5|
4.A|Solid waste disposal|5.A|SWD_LDF
4.A.1|Managed waste disposal sites|5.A.1|
4.A.2|Unmanaged waste disposal sites|5.A.2|
4.A.3|Uncategorised waste disposal sites|5.A.3|
4.B|Biological treatment of solid waste|5.B|SWD_LDF
4.C|Incineration and open burning of waste|5.C|SWD_INC
4.C.1|Waste incineration|5.C.1|
4.C.2|Open burning of waste|5.C.2|
4.D|Wastewater treatment and discharge|5.D|WWT
4.D.1|Domestic wastewater treatment and discharge|5.D.1|
4.D.2|Industrial wastewater treatment and discharge|5.D.2|
4.E|Other|5.E|
5|Other|6|
5.A|Indirect N2O emissions from the atmospheric deposition of nitrogen in NOx and NH3||IDE
5.B|Other|6|FFF
`;
